import type { Context } from 'hono';
import type { z } from 'zod';
import { recordedIn } from '../audit/record.ts';
import type { Actor, Ctx } from '../context.ts';
import { PUBLIC_ACTOR } from '../context.ts';
import type { Database, Scope } from '../db/database.ts';
import { AppError, type FieldError, invalid, notFound } from '../errors.ts';
import { earlierOutcome, type FormValues, fieldErrors, readForm, rememberOutcome } from '../forms/forms.ts';
import type { Lang } from '../i18n.ts';
import { isId } from '../ids.ts';
import { Redirect, type Rejected, type Route } from './routes.ts';

/** What the composition root lends to the dispatcher, so that the kernel needs to know neither views nor modules. */
export interface Host {
  readonly db: Database;
  readonly clock: () => Date;
  /** Who acts, from the session cookie or the token of the request. */
  readonly actorOf: (c: Context) => Promise<Actor>;
  readonly langOf: (c: Context) => Lang;
  /** Turns what a handler returned into a document; runs inside the transaction, reads nothing personal. */
  readonly render: (ctx: Ctx, c: Context, tree: unknown) => Promise<string>;
}

/** Runs one route: permission, schemas, one transaction, and the answer only after its commit. */
export function dispatch(host: Host, route: Route): (c: Context) => Promise<Response> {
  return async (c) => {
    // A browser that fetches ahead has shown nothing yet, so nothing may be recorded as seen: it must ask again.
    if (route.personal && c.req.header('sec-purpose')?.includes('prefetch'))
      return new Response(null, { status: 503 });
    // Open data is the same for everybody, so nobody is asked who they are.
    if (route.kind === 'open')
      return (await import('./open.ts')).answerOpen(host, route, c, publicScope(host, c));
    const actor = await host.actorOf(c);
    // What a token was not given is said openly: it is about the token, not about what exists.
    if (route.scope && actor.kind === 'worker' && !actor.permissions.has(route.scope))
      throw new AppError('forbidden', { reason: route.scope });
    if (!may(actor, route.permission)) {
      if (actor.kind === 'public') throw new AppError('sign_in');
      // Outsiders cannot tell a page they may not open from one that does not exist.
      throw notFound();
    }
    const scope: Scope = {
      actor,
      now: host.clock(),
      lang: host.langOf(c),
      requestId: c.get('requestId') as string,
      purpose: route.purpose ?? 'P5',
      path: new URL(c.req.url).pathname,
    };
    const params = parse(route.params, c.req.param()) ?? {};
    if (route.kind === 'form') return submitForm(host, route, c, scope, params);
    if (route.kind === 'api') return (await import('./json.ts')).callApi(host, route, c, scope, params);
    const query = parse(route.query, c.req.query(), 'lenient') ?? {};
    const { search } = new URL(c.req.url);
    return host.db.transaction(scope, async (ctx) =>
      answer(host, route, c, ctx, await route.handle(ctx, { params, query, search } as never)),
    );
  };
}

export function may(actor: Actor, permission: string): boolean {
  if (permission === 'public') return true;
  if (permission === 'signed-in') return actor.kind !== 'public';
  return actor.permissions.has(permission);
}

/** A wrong id in an address is a missing page. A wrong filter falls back to its default: an address never errs. */
export function parse(
  schema: z.ZodType | undefined,
  input: unknown,
  mode: 'strict' | 'lenient' = 'strict',
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  if (mode === 'strict') throw notFound();
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const kept = Object.fromEntries(
    Object.entries(input as Record<string, unknown>).filter(([key]) => !wrong.has(key)),
  );
  const retried = schema.safeParse(kept);
  if (!retried.success) throw notFound();
  return retried.data;
}

/**
 * The answer to a request. A page of personal data leaves only with its access record, a form that is shown again
 * (409, 422) like any other: what was typed into it and what stands around it is about the person too.
 */
export async function answer(
  host: Host,
  route: Route,
  c: Context,
  ctx: Ctx,
  result: unknown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  if (result instanceof Redirect) return c.redirect(result.to, 303);
  if (route.personal && ctx.actor.kind !== 'public' && recordedIn(ctx) === 0) {
    throw new Error(`${route.method} ${route.path} shows personal data and left no access record`);
  }
  if (result instanceof Response) return result;
  return c.html(await host.render(ctx, c, result), status);
}

async function submitForm(
  host: Host,
  route: Route,
  c: Context,
  scope: Scope,
  params: unknown,
): Promise<Response> {
  const values = readForm(await c.req.formData());
  const key = typeof values._key === 'string' && isId(values._key) ? values._key : null;
  try {
    const response = await host.db.transaction(scope, async (ctx) => {
      const earlier = key && ctx.actor.kind !== 'system' ? await earlierOutcome(ctx, key) : null;
      if (earlier) return c.redirect(earlier, 303);
      const parsed = route.body?.safeParse(values);
      if (parsed && !parsed.success) throw invalid(...fieldErrors(parsed.error));
      const result = await route.handle(ctx, { params, body: parsed?.data, values } as never);
      if (key && result instanceof Redirect) await rememberOutcome(ctx, key, result.to);
      return answer(host, route, c, ctx, result);
    });
    return response;
  } catch (error) {
    // Two submits of one form at the same moment: the database let one through; the other gets its answer.
    if (key && isDuplicateKey(error)) {
      const earlier = await host.db.transaction(scope, (ctx) => earlierOutcome(ctx, key));
      if (earlier) return c.redirect(earlier, 303);
    }
    if (!(error instanceof AppError) || !route.again || (error.code !== 'invalid' && error.code !== 'stale'))
      throw error;
    return showAgain(host, route, c, scope, params, values, error);
  }
}

async function showAgain(
  host: Host,
  route: Route,
  c: Context,
  scope: Scope,
  params: unknown,
  values: FormValues,
  error: AppError,
): Promise<Response> {
  const errors: readonly FieldError[] =
    error.code === 'stale' ? [{ field: '', message: 'stale' }] : error.fields;
  const rejected: Rejected<unknown> = {
    params,
    values,
    errors,
    current: error.code === 'stale' ? error.detail : null,
  };
  return host.db.transaction(scope, async (ctx) => {
    const tree = await route.again?.(ctx, rejected as never);
    return answer(host, route, c, ctx, tree, error.code === 'stale' ? 409 : 422);
  });
}

export function isDuplicateKey(error: unknown): boolean {
  return (
    error instanceof Error && (error as Error & { constraint?: string }).constraint === 'submission_pkey'
  );
}

/** Sign-in pages and other routes that work before there is an actor. */
export const publicScope = (host: Host, c: Context): Scope => ({
  actor: PUBLIC_ACTOR,
  now: host.clock(),
  lang: host.langOf(c),
  requestId: c.get('requestId') as string,
  purpose: 'P5',
  path: new URL(c.req.url).pathname,
});

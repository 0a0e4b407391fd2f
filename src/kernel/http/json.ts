import type { Context } from 'hono';
import type { z } from 'zod';
import type { Scope } from '../db/database.ts';
import { AppError, invalid } from '../errors.ts';
import { clean, earlierOutcome, fieldErrors, rememberOutcome } from '../forms/forms.ts';
import type { Lang } from '../i18n.ts';
import { isId } from '../ids.ts';
import { isMessageCode, message } from '../messages.ts';
import { tagOf } from './conditional.ts';
import { answer, type Host, isDuplicateKey } from './dispatch.ts';
import type { Route } from './routes.ts';

/**
 * One call of the JSON interface. A write may carry `Idempotency-Key` (a uuid): a repeated call gets the first
 * answer. A read carries an ETag and answers 304 when nothing changed.
 */
export async function callApi(
  host: Host,
  route: Route,
  c: Context,
  scope: Scope,
  params: unknown,
): Promise<Response> {
  const input = { params, query: strictQuery(route.query, c.req.query()) ?? {} };
  const header = c.req.header('idempotency-key');
  if (header !== undefined && !isId(header)) throw invalid({ field: 'Idempotency-Key', message: 'invalid' });
  const key = route.method === 'GET' ? null : (header ?? null);
  const raw = route.body ? await readJson(c) : undefined;
  const call = host.db.transaction(scope, async (ctx) => {
    const earlier = key ? await earlierOutcome(ctx, key, ctx.path) : null;
    if (earlier) return json(route, earlier, 200);
    const parsed = route.body?.safeParse(raw);
    if (parsed && !parsed.success) throw invalid(...fieldErrors(parsed.error));
    const result = await route.handle(ctx, { ...input, body: parsed?.data } as never);
    // The response schema strips whatever it does not name: a column cannot leak by being selected.
    const body = JSON.stringify(route.response ? route.response.parse(result) : result);
    if (key) await rememberOutcome(ctx, key, body);
    return answer(host, route, c, ctx, json(route, body, route.method === 'POST' ? 201 : 200));
  });
  return call.catch(async (error) => {
    if (!key || !isDuplicateKey(error)) throw error;
    // Two calls under one key at the same moment: the database let one through; the other gets its answer.
    const earlier = await host.db.transaction(scope, (ctx) => earlierOutcome(ctx, key, ctx.path));
    if (earlier === null) throw new AppError('conflict', { reason: 'idempotency_key' });
    return json(route, earlier, 200);
  });
}

/** What stands after `?` in a call: a filter that is wrong or unknown is refused by name, not passed over. */
export function strictQuery(schema: z.ZodType | undefined, given: Readonly<Record<string, string>>): unknown {
  const { lang: _, ...query } = given;
  const parsed = schema?.safeParse(query);
  if (parsed && !parsed.success) throw invalid(...fieldErrors(parsed.error));
  const known = schema && 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid(...unknown.map((field) => ({ field, message: 'unknown_field' })));
  return parsed?.data;
}

async function readJson(c: Context): Promise<unknown> {
  let body: unknown;
  try {
    body = JSON.parse((await c.req.text()) || '{}');
  } catch {
    throw invalid({ field: '', message: 'json' });
  }
  return cleaned(body, 0);
}

const DEEPEST = 12;

/** Texts as a form would have brought them: without control characters and halves of characters. */
function cleaned(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw invalid({ field: '', message: 'json' });
  if (typeof value === 'string') return clean(value.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each, depth + 1)]));
}

function json(route: Route, body: string, status: 200 | 201): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', etag: tagOf(body) });
  // Open data may be read by any page; everything else only by programs that hold a token.
  if (route.permission === 'public') headers.set('access-control-allow-origin', '*');
  return new Response(body, { status, headers });
}

/** Errors of the JSON interface, as `application/problem+json` (RFC 9457): codes for programs, sentences for people. */
export function problem(
  status: number,
  code: string,
  requestId: string,
  fields: readonly { field: string; message: string }[] = [],
  more: { readonly reason?: string; readonly lang?: Lang } = {},
): Response {
  const errors = fields.map(({ field, message: said }) => ({
    field,
    code: isMessageCode(said) || /^[a-z_.]+$/.test(said) ? said : 'refused',
    message: message(more.lang ?? 'en', said),
  }));
  return new Response(
    JSON.stringify({
      type: `urn:splot:problem:${code}`,
      title: code,
      status,
      ...(more.reason && { reason: more.reason }),
      instance: `urn:splot:request:${requestId}`,
      ...(errors.length > 0 && { errors }),
    }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      },
    },
  );
}

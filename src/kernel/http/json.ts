import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Scope } from '../db/database.ts';
import { AppError, invalid } from '../errors.ts';
import { earlierOutcome, fieldErrors, rememberOutcome } from '../forms/forms.ts';
import { isId } from '../ids.ts';
import { answer, type Host } from './dispatch.ts';
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
  input: { params: unknown; query: unknown },
): Promise<Response> {
  if (route.scope && scope.actor.kind !== 'public' && !scope.actor.permissions.has(route.scope))
    throw new AppError('forbidden');
  const header = c.req.header('idempotency-key');
  if (header !== undefined && !isId(header)) throw invalid({ field: 'Idempotency-Key', message: 'uuid' });
  const key = route.method === 'GET' ? null : (header ?? null);
  const raw = route.body ? await readJson(c) : undefined;
  return host.db.transaction(scope, async (ctx) => {
    const earlier = key ? await earlierOutcome(ctx, key) : null;
    if (earlier) return json(c, earlier, 200);
    const parsed = route.body?.safeParse(raw);
    if (parsed && !parsed.success) throw invalid(...fieldErrors(parsed.error));
    const result = await route.handle(ctx, { ...input, body: parsed?.data } as never);
    // The response schema strips whatever it does not name: a column cannot leak by being selected.
    const body = JSON.stringify(route.response ? route.response.parse(result) : result);
    if (key) await rememberOutcome(ctx, key, body);
    return answer(host, route, c, ctx, json(c, body, route.method === 'POST' ? 201 : 200));
  });
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw invalid({ field: '', message: 'json' });
  }
}

function json(c: Context, body: string, status: 200 | 201): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (c.req.method === 'GET' && c.req.header('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag } });
  return new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8', etag } });
}

/** Errors of the JSON interface, as `application/problem+json` (RFC 9457). */
export function problem(
  status: number,
  code: string,
  requestId: string,
  fields: readonly { field: string; message: string }[] = [],
): Response {
  return new Response(
    JSON.stringify({
      type: `urn:splot:problem:${code}`,
      title: code,
      status,
      instance: `urn:splot:request:${requestId}`,
      ...(fields.length > 0 && { errors: fields }),
    }),
    { status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
  );
}

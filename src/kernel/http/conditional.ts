import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The ETag of a text: another text has another. */
export const tagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

const bare = (tag: string) => tag.trim().replace(/^W\//, '');

/**
 * What a reader already has is not sent again: an answer whose ETag stands in `If-None-Match` becomes 304 (RFC 9110,
 * 13.1.2). Answers say their tags themselves; the middleware of the framework would hold a long stream until its end.
 */
export function conditional(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const tag = c.res.headers.get('etag');
    const known = c.req.header('if-none-match');
    if (tag === null || known === undefined || !c.res.ok) return;
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return;
    if (known.trim() !== '*' && !known.split(',').map(bare).includes(bare(tag))) return;
    await c.res.body?.cancel();
    c.res = new Response(null, { status: 304, headers: c.res.headers });
    c.res.headers.delete('content-length');
  };
}

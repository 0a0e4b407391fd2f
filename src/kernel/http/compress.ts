import type { MiddlewareHandler } from 'hono';
import { compress as compressing } from 'hono/compress';

/**
 * Text leaves compressed to whoever reads that: a page weighs a fifth. The length of a compressed page tells, guess by
 * guess, whether it holds what an address asked for (BREACH), so a page made for somebody signed in is compressed only
 * when their browser says that this site, or they themselves, asked for it.
 */
export function compress(): MiddlewareHandler {
  const compressed = compressing();
  return (c, next) => {
    const by = c.req.header('sec-fetch-site');
    const own = by === 'same-origin' || by === 'none';
    return own || c.req.header('cookie') === undefined ? compressed(c, next) : next();
  };
}

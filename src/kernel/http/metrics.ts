import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.ts';
import { isLoopback, peerOf } from './caller.ts';
import { bearerOf } from './rate-limit.ts';

const registry = new Registry();
const duration = new Histogram({
  name: 'splot_http_seconds',
  help: 'Time to answer, by route pattern and status; never by address, which may hold an id.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [registry],
});

export const observe: MiddlewareHandler = async (c, next) => {
  const stop = duration.startTimer();
  await next();
  const pattern = c.req.routePath === '/*' ? 'other' : c.req.routePath;
  stop({ method: c.req.method, route: pattern, status: String(c.res.status) });
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who may ask: whoever shows the token; without one, the same machine, unless a proxy speaks for somebody else. To
 * all others the page does not exist.
 */
function mayRead(c: Context, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(peerOf(c)) && c.req.header('x-forwarded-for') === undefined;
  return timingSafeEqual(digest(bearerOf(c) ?? ''), digest(token));
}

/** For the monitoring: no personal data, no ids; still closed, for it tells what the offices do and when. */
export const metrics =
  (db: Database, token?: string) =>
  async (c: Context): Promise<Response> => {
    if (!mayRead(c, token)) return c.notFound();
    const { total, idle, waiting } = db.stats;
    const pool = `splot_pool_connections{state="total"} ${total}\nsplot_pool_connections{state="idle"} ${idle}\nsplot_pool_waiting ${waiting}\n`;
    return c.text(
      `${await registry.metrics()}\n# TYPE splot_pool_connections gauge\n# TYPE splot_pool_waiting gauge\n${pool}`,
    );
  };

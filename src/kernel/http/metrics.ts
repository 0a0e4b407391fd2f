import type { Context, MiddlewareHandler } from 'hono';
import { Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.ts';

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

/** For the monitoring of the same machine or network: no personal data, no ids. */
export const metrics =
  (db: Database) =>
  async (c: Context): Promise<Response> => {
    const { total, idle, waiting } = db.stats;
    const pool = `splot_pool_connections{state="total"} ${total}\nsplot_pool_connections{state="idle"} ${idle}\nsplot_pool_waiting ${waiting}\n`;
    return c.text(
      `${await registry.metrics()}\n# TYPE splot_pool_connections gauge\n# TYPE splot_pool_waiting gauge\n${pool}`,
    );
  };

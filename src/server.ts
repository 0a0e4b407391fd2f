import cluster from 'node:cluster';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, moduleJobs } from './app.ts';
import { type Base, openBase, openParts } from './boot.ts';
import { ensureAuditPartitions } from './kernel/audit/seal.ts';
import type { Config } from './kernel/config.ts';
import { systemScope } from './kernel/db/database.ts';
import { log } from './kernel/log.ts';
import { type Queue, startQueue } from './kernel/queue.ts';
import { addMonths, warsawDate as today } from './kernel/time.ts';

/** A problem that stops the start, in words for whoever runs the system, with what to do. */
export class StartProblem extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const BASE = 'SPLOT_BASE';

/**
 * Serves until SIGINT or SIGTERM: opens the database, runs the queue, answers requests; with WEB_PROCESSES above one
 * the requests are answered by that many processes. `ready` runs once the address answers.
 */
export async function serve(config: Config, ready: (base: Base) => Promise<void>): Promise<void> {
  if (cluster.isWorker) return answer(config, JSON.parse(process.env[BASE] ?? '{}') as Base);
  const base = await openBase(config, (line) => console.log(line));
  let queue: Queue | undefined;
  let http: Server | undefined;
  const parts = await openParts(config, base);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    await parts.db.transaction(systemScope(parts.clock(), 'start'), (ctx) =>
      ensureAuditPartitions(ctx, today(parts.clock()), addMonths(today(parts.clock()), 3)),
    );
    queue = await startQueue({
      adminUrl: base.adminUrl,
      db: parts.db,
      jobs: moduleJobs(parts),
      clock: parts.clock,
    });
    if (config.WEB_PROCESSES > 1) {
      const workers = Array.from({ length: config.WEB_PROCESSES }, () =>
        cluster.fork({ [BASE]: JSON.stringify(base) }),
      );
      await Promise.all(workers.map((worker) => once(worker, 'listening')));
    } else {
      http = await listen(config, createApp(parts).fetch);
    }
    await ready(base);
    await ended;
  } finally {
    log.info('stopping');
    for (const worker of Object.values(cluster.workers ?? {})) worker?.kill('SIGTERM');
    if (http) await close(http);
    await queue?.stop();
    await parts.close();
    await base.stop();
  }
}

async function answer(config: Config, base: Base): Promise<void> {
  const parts = await openParts(config, base);
  const http = await listen(config, createApp(parts).fetch);
  await once(process, 'SIGTERM');
  await close(http);
  await parts.close();
  process.exit(0);
}

async function listen(
  config: Config,
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
): Promise<Server> {
  const http = createAdaptorServer({ fetch }) as Server;
  http.listen(config.PORT, config.HOST);
  try {
    await once(http, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartProblem(
        `Port ${config.PORT} is taken by another program.`,
        `Stop that program, or choose another port: PORT=${config.PORT + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw new StartProblem(
        `Port ${config.PORT} needs more rights.`,
        'Choose a port above 1023, for example: PORT=3000 npm start',
      );
    throw error;
  }
  return http;
}

/** Lets running requests end, at most five seconds. */
async function close(http: Server): Promise<void> {
  const closed = once(http, 'close');
  http.close();
  http.closeIdleConnections();
  const timer = setTimeout(() => http.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(timer);
}

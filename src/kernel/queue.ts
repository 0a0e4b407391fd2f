import { Logger, type ParsedCronItem, parseCronItems, run, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { SYSTEM_ACTOR } from './context.ts';
import type { Database } from './db/database.ts';
import { ownerPool } from './db/migrate.ts';
import type { Job } from './jobs.ts';
import { log, safeError } from './log.ts';

export interface QueueOptions {
  /** The administrator's address; the runner turns into the owner of the queue's tables and touches those alone. */
  readonly adminUrl: string;
  /** Where the handlers work: each in a transaction of the system actor. */
  readonly db: Database;
  readonly jobs: readonly Job[];
  readonly clock: () => Date;
  /** How many jobs run at the same time in this process; 2 when not given. */
  readonly concurrency?: number;
}

export interface Queue {
  /** Takes no new job, waits for those running, closes the connections of the runner. Safe to call twice. */
  stop(): Promise<void>;
}

/** What the queue remembers of a failed job. The text of an error may quote data, so only its name and code stay. */
class JobFailed extends Error {
  constructor(cause: unknown) {
    const { name, code } = cause instanceof Error ? (cause as Error & { code?: unknown }) : { name: 'Error' };
    super(typeof code === 'string' ? `${name} ${code}` : name);
    this.name = 'JobFailed';
    this.stack = undefined;
  }
}

/** The runner's own chatter stays out of the log; of its trouble it says what happened, without any payload. */
const quiet = new Logger(() => (level, message, meta) => {
  // A failed job is logged below with its task; here it would come a second time.
  if (meta?.failure !== true && (level === 'error' || level === 'warning'))
    log[level === 'error' ? 'error' : 'warn']({ queue: message });
});

/**
 * Runs the queue and its timetable until stopped. Any number of processes may run it on one database: a job is done by
 * one of them, and a line of the timetable falls due once. A job that fails is tried again later, twelve times in all.
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const concurrency = options.concurrency ?? 2;
  const pool = ownerPool(options.adminUrl, concurrency + 2);
  try {
    const runner = await run({
      ...settings(options, pool),
      concurrency,
      parsedCronItems: timetable(options.jobs),
    });
    let stopping: Promise<void> | undefined;
    return {
      stop: () => {
        stopping ??= runner.stop().then(() => pool.end());
        return stopping;
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Does every job that is due and returns; the timetable rests. For tests and for `splot work --once`. */
export async function runQueueOnce(options: QueueOptions): Promise<void> {
  const pool = ownerPool(options.adminUrl, 3);
  try {
    await runOnce({ ...settings(options, pool), concurrency: options.concurrency ?? 1 });
  } finally {
    await pool.end();
  }
}

function settings(options: QueueOptions, pool: pg.Pool) {
  return {
    pgPool: pool,
    logger: quiet,
    noHandleSignals: true,
    taskList: tasks(options),
    // Without batches the runner forgets to wait for its own note that a job is done, so a job that was in hand when
    // the process stopped would be done again hours later. With them, stopping waits.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

function tasks({ db, jobs, clock }: QueueOptions): TaskList {
  const list: TaskList = {};
  for (const job of jobs) {
    if (list[job.task]) throw new Error(`two jobs are called ${job.task}`);
    list[job.task] = async (payload, { job: { id, attempts } }) => {
      const started = performance.now();
      const about = { task: job.task, job: id, attempt: attempts };
      const scope = {
        actor: SYSTEM_ACTOR,
        now: clock(),
        lang: 'pl',
        requestId: `job-${id}`,
        purpose: 'P5',
        path: `job:${job.task}`,
      } as const;
      try {
        await db.transaction(scope, (ctx) => job.handle(ctx, payload as Record<string, string>));
        log.debug({ ...about, ms: Math.round(performance.now() - started) }, 'job done');
      } catch (error) {
        log.error({ ...about, ...safeError(error) }, 'job failed');
        throw new JobFailed(error);
      }
    };
  }
  return list;
}

function timetable(jobs: readonly Job[]): ParsedCronItem[] {
  const items = jobs.flatMap(({ task, cron }) =>
    // Work missed while nothing ran is made up for within a day; the same line never waits twice.
    cron === undefined
      ? []
      : [
          {
            task,
            match: cron,
            options: { backfillPeriod: 86_400_000, maxAttempts: 3, jobKey: `cron:${task}` },
          },
        ],
  );
  return parseCronItems(items);
}

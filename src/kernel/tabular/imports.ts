/** A file that is checked at once and written later, by a job, in the name of whoever decided it. */
import type { Purpose } from '../access.ts';
import { type Actor, type Ctx, PUBLIC_ACTOR } from '../context.ts';
import { AppError } from '../errors.ts';
import { enqueue, type Job } from '../jobs.ts';
import { log, safeError } from '../log.ts';

export const IMPORT_STATES = ['uploaded', 'queued', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The last part of a path, without what could disguise it. */
export const cleanFileName = (name: string, otherwise: string): string =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200) || otherwise;

export const ROWS_PER_PAGE = 25;
/** One page of rows; a page that is not there is the last one. */
export function pageOf<Row>(rows: readonly Row[], asked: number) {
  const page = Math.min(asked, Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE)));
  return {
    page,
    total: rows.length,
    rows: rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE),
  };
}

/** What the composition root lends: transactions in the name of the worker who decided. */
export interface ImportHost {
  readonly db: { transaction<T>(scope: Omit<Ctx, 'tx'>, work: (ctx: Ctx) => Promise<T>): Promise<T> };
}

export interface ImportTask {
  readonly task: string;
  readonly purpose: Purpose;
  /** The worker of an account as they may act today; null when they may no longer import. Runs before there is an actor. */
  readonly actorOf: (ctx: Ctx, accountId: string, workerId: string) => Promise<Actor | null>;
  /** @returns 0 when there is nothing to start */
  readonly start: (ctx: Ctx, id: string) => Promise<number>;
  readonly run: (ctx: Ctx, id: string, progress: (done: number) => Promise<unknown>) => Promise<unknown>;
  readonly progress: (ctx: Ctx, id: string, done: number) => Promise<unknown>;
  readonly fail: (ctx: Ctx, id: string, problem: string) => Promise<unknown>;
  /** Whether a row was refused, rather than something broken. */
  readonly isRefusal: (error: AppError) => boolean;
}

/** Asks for the job that writes a file, as whoever acts. */
export function enqueueImport(ctx: Ctx, task: string, id: string): Promise<void> {
  const { accountId, subjectId } = ctx.actor;
  return enqueue(ctx, task, { id, account: accountId, worker: subjectId }, { key: `${task}:${id}` });
}

/** The job itself: under the rights of the worker, never as the system. */
export const importJob = ({ db }: ImportHost, of: ImportTask): Job => ({
  task: of.task,
  handle: async (job, { id, account, worker }) => {
    if (!id || !account || !worker) return;
    const { now, requestId, path } = job;
    const scope = (actor: Actor) =>
      ({ now, lang: 'pl', requestId, purpose: of.purpose, path, actor }) as const;
    const actor = await db.transaction(scope(PUBLIC_ACTOR), (ctx) => of.actorOf(ctx, account, worker));
    if (!actor) {
      await of.fail(job, id, 'import.forbidden');
      return;
    }
    const as = <T>(work: (ctx: Ctx) => Promise<T>) => db.transaction(scope(actor), work);
    if ((await as((ctx) => of.start(ctx, id))) === 0) return;
    try {
      // One transaction for every row; progress is told in others, or nobody could see it.
      await as((ctx) => of.run(ctx, id, (done) => as((other) => of.progress(other, id, done))));
    } catch (error) {
      log.error({ task: of.task, ...safeError(error) }, 'file not imported');
      const refused = error instanceof AppError && of.isRefusal(error);
      await as((ctx) => of.fail(ctx, id, refused ? 'import.refused' : 'import.failed'));
    }
  },
});

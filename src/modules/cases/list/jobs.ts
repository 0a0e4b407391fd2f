import { type Actor, type Ctx, PUBLIC_ACTOR } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import type { Job } from '#kernel/jobs.ts';
import { log, safeError } from '#kernel/log.ts';
import { dropOldFiles, failImport, importActor, noteProgress, startImport } from './run/service.ts';
import { runImport } from './writing/service.ts';

/** What the composition root lends: transactions in the name of the worker who sent the list. */
export interface ListHost {
  readonly db: { transaction<T>(scope: Omit<Ctx, 'tx'>, work: (ctx: Ctx) => Promise<T>): Promise<T> };
}

/** Imports lists as the workers who sent them: under their own eyes' limits, never as the system. */
export const listJobs = ({ db }: ListHost): readonly Job[] => [
  {
    task: 'cases.list_import',
    handle: async (job, { id, account, worker }) => {
      if (!id || !account || !worker) return;
      const scope = (actor: Actor) => ({ ...scopeOf(job), actor });
      const actor = await db.transaction(scope(PUBLIC_ACTOR), (ctx) => importActor(ctx, account, worker));
      if (!actor) {
        await failImport(job, id, 'import.forbidden');
        return;
      }
      const as = <T>(work: (ctx: Ctx) => Promise<T>) => db.transaction(scope(actor), work);
      if ((await as((ctx) => startImport(ctx, id))) === 0) return;
      try {
        // One transaction for every row; progress is told in others, or nobody could see it.
        await as((ctx) => runImport(ctx, id, (done) => as((other) => noteProgress(other, id, done))));
      } catch (error) {
        log.error({ task: 'cases.list_import', ...safeError(error) }, 'list not imported');
        const refused = error instanceof AppError && error.message === 'import.refused';
        await as((ctx) => failImport(ctx, id, refused ? 'import.refused' : 'import.failed'));
      }
    },
  },
  { task: 'cases.list_expiry', cron: '20 3 * * *', handle: async (ctx) => void (await dropOldFiles(ctx)) },
];

const scopeOf = ({ now, requestId, path }: Ctx) =>
  ({ now, lang: 'pl', requestId, purpose: 'P1', path }) as const;

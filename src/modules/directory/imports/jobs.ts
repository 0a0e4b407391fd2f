import { type Actor, type Ctx, PUBLIC_ACTOR } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import type { Job } from '#kernel/jobs.ts';
import { log, safeError } from '#kernel/log.ts';
import { dropOldFiles, editorActor, failImport, noteProgress, startImport } from './run/service.ts';
import { runImport } from './writing/service.ts';

/** What the composition root lends: transactions in the name of the editor who decided. */
export interface ImportHost {
  readonly db: { transaction<T>(scope: Omit<Ctx, 'tx'>, work: (ctx: Ctx) => Promise<T>): Promise<T> };
}

/** Imports files as the editors who decided it: under their own rights, never as the system. */
export const importJobs = ({ db }: ImportHost): readonly Job[] => [
  {
    task: 'directory.import',
    handle: async (job, { id, account, worker }) => {
      if (!id || !account || !worker) return;
      const scope = (actor: Actor) => ({ ...scopeOf(job), actor });
      const actor = await db.transaction(scope(PUBLIC_ACTOR), (ctx) => editorActor(ctx, account, worker));
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
        log.error({ task: 'directory.import', ...safeError(error) }, 'file not imported');
        const reason = error instanceof AppError ? 'import.refused' : 'import.failed';
        await as((ctx) => failImport(ctx, id, reason));
      }
    },
  },
  {
    task: 'directory.import_expiry',
    cron: '40 3 * * *',
    handle: async (ctx) => void (await dropOldFiles(ctx)),
  },
];

const scopeOf = ({ now, requestId, path }: Ctx) =>
  ({ now, lang: 'pl', requestId, purpose: 'P5', path }) as const;

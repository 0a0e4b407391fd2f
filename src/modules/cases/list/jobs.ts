import type { Job } from '#kernel/jobs.ts';
import { type ImportHost, importJob } from '#kernel/tabular/imports.ts';
import { dropOldFiles, failImport, importActor, noteProgress, startImport } from './run/service.ts';
import { IMPORT_TASK } from './schema.ts';
import { runImport } from './writing/service.ts';

export const listJobs = (host: ImportHost): readonly Job[] => [
  importJob(host, {
    task: IMPORT_TASK,
    purpose: 'P1',
    actorOf: importActor,
    start: startImport,
    run: runImport,
    progress: noteProgress,
    fail: failImport,
    isRefusal: (error) => error.message === 'import.refused',
  }),
  { task: 'cases.list_expiry', cron: '20 3 * * *', handle: async (ctx) => void (await dropOldFiles(ctx)) },
];

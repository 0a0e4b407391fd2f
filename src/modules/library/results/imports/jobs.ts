import type { Job } from '#kernel/jobs.ts';
import { type ImportHost, importJob } from '#kernel/tabular/imports.ts';
import { IMPORT_TASK } from './schema.ts';
import { dropOldFiles, editorActor, failImport, noteProgress, startImport } from './service.ts';
import { runImport } from './writing/service.ts';

export const resultImportJobs = (host: ImportHost): readonly Job[] => [
  importJob(host, {
    task: IMPORT_TASK,
    purpose: 'P5',
    actorOf: editorActor,
    start: startImport,
    run: runImport,
    progress: noteProgress,
    fail: failImport,
    isRefusal: () => true,
  }),
  {
    task: 'library.result_import_expiry',
    cron: '50 3 * * *',
    handle: async (ctx) => void (await dropOldFiles(ctx)),
  },
];

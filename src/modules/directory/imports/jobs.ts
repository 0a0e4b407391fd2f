import type { Job } from '#kernel/jobs.ts';
import { type ImportHost, importJob } from '#kernel/tabular/imports.ts';
import { dropOldFiles, editorActor, failImport, noteProgress, startImport } from './run/service.ts';
import { IMPORT_TASK } from './schema.ts';
import { runImport } from './writing/service.ts';

export const importJobs = (host: ImportHost): readonly Job[] => [
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
    task: 'directory.import_expiry',
    cron: '40 3 * * *',
    handle: async (ctx) => void (await dropOldFiles(ctx)),
  },
];

import type { Job } from '#kernel/jobs.ts';
import type { ImportHost } from '#kernel/tabular/imports.ts';
import { consultationJobs } from './consultation/jobs.ts';
import { resultImportJobs } from './results/imports/jobs.ts';

export const libraryJobs = (host: ImportHost & { readonly siteUrl: string }): readonly Job[] => [
  ...consultationJobs(host.siteUrl),
  ...resultImportJobs(host),
];

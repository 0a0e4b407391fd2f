import type { Job } from '#kernel/jobs.ts';
import type { ImportHost } from '#kernel/tabular/imports.ts';
import { consultationJobs } from './consultation/jobs.ts';
import { linkJobs } from './links/jobs.ts';
import type { LinkHost } from './links/schema.ts';
import { resultImportJobs } from './results/imports/jobs.ts';

export const libraryJobs = (host: ImportHost & LinkHost & { readonly siteUrl: string }): readonly Job[] => [
  ...consultationJobs(host.siteUrl),
  ...linkJobs(host),
  ...resultImportJobs(host),
];

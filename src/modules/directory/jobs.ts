import type { Job } from '#kernel/jobs.ts';
import type { ImportHost } from '#kernel/tabular/imports.ts';
import { claimJobs } from './claims/jobs.ts';
import { enquiryJobs } from './enquiries/jobs.ts';
import { freshnessJobs } from './freshness/jobs.ts';
import { importJobs } from './imports/jobs.ts';
import { listingJobs } from './listing/jobs.ts';
import { moderationJobs } from './moderation/jobs.ts';
import type { DirectoryHost } from './schema.ts';
import { savedJobs } from './search/saved/jobs.ts';

/** What the base does by itself. Each part adds its own. */
export const directoryJobs = (host: DirectoryHost & ImportHost): readonly Job[] => [
  ...listingJobs,
  ...savedJobs(host.siteUrl),
  ...freshnessJobs(host.siteUrl),
  ...claimJobs,
  ...moderationJobs(host.siteUrl),
  ...enquiryJobs(host.siteUrl),
  ...importJobs(host),
];

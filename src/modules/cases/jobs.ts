import type { Job } from '#kernel/jobs.ts';
import type { ImportHost } from '#kernel/tabular/imports.ts';
import { consentJobs } from './consents/jobs.ts';
import { emergencyJobs } from './emergency/jobs.ts';
import { listJobs } from './list/jobs.ts';
import { measureJobs } from './measures/jobs.ts';
import { jobs as planJobs } from './plan/jobs.ts';
import { jobs as referralJobs } from './referral/jobs.ts';
import { timerJobs } from './timers/jobs.ts';

/** Everything the clock does to cases: reminders, ends of consents, plans that begin. */
export const casesJobs = (
  host: ImportHost & { readonly config: { readonly APP_URL: string } },
): readonly Job[] => [
  ...referralJobs(host.config.APP_URL),
  ...consentJobs(host.config),
  ...planJobs,
  ...listJobs(host),
  ...measureJobs,
  ...timerJobs(host.config),
  ...emergencyJobs(host.config),
];

import type { Job } from '#kernel/jobs.ts';
import { consentJobs } from './consents/jobs.ts';
import { jobs as planJobs } from './plan/jobs.ts';
import { jobs as referralJobs } from './referral/jobs.ts';
import { timerJobs } from './timers/jobs.ts';

/** Everything the clock does to cases: reminders, ends of consents, plans that begin. */
export const casesJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  ...referralJobs(config.APP_URL),
  ...consentJobs(config),
  ...planJobs,
  ...timerJobs(config),
];

import type { Job } from '#kernel/jobs.ts';
import { dailyJobs } from './daily/jobs.ts';
import { letterJobs } from './letters/jobs.ts';

/** What events do by themselves. */
export const eventsJobs = (siteUrl: string): readonly Job[] => [...letterJobs(siteUrl), ...dailyJobs];

import type { Job } from '#kernel/jobs.ts';
import { refreshTurned } from './service.ts';

export const listingJobs: readonly Job[] = [
  // After midnight in Poland, winter and summer.
  { task: 'directory.listing.turned', cron: '15 23 * * *', handle: refreshTurned },
];

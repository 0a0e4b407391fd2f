import type { Job } from '#kernel/jobs.ts';
import { forget, letters } from './service.ts';

export const dailyJobs: readonly Job[] = [
  // In the morning, winter and summer.
  { task: 'events.letters', cron: '0 6 * * *', handle: letters },
  { task: 'events.forget', cron: '40 1 * * *', handle: forget },
];

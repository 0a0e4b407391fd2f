import type { Job } from '#kernel/jobs.ts';
import { tellEnding } from './agreements/service.ts';
import { meetingsJobs } from './meetings/jobs.ts';

/** Every morning: which agreement ends soon. Times are UTC. */
export const partnershipsJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  ...meetingsJobs(config.APP_URL),
  {
    task: 'partnerships.ending_agreements',
    cron: '42 4 * * *',
    handle: async (ctx) => void (await tellEnding(ctx, config.APP_URL)),
  },
];

import type { Job } from '#kernel/jobs.ts';
import { tellEnding } from './agreements/service.ts';

/** Every morning: which agreement ends soon. Times are UTC. */
export const partnershipsJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  {
    task: 'partnerships.ending_agreements',
    cron: '42 4 * * *',
    handle: async (ctx) => void (await tellEnding(ctx, config.APP_URL)),
  },
];

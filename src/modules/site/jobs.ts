import type { Job } from '#kernel/jobs.ts';
import { forgetSent } from './contact/service.ts';

export const siteJobs: readonly Job[] = [
  {
    task: 'site.forget',
    cron: '10 3 * * *',
    handle: async (ctx) => {
      await forgetSent(ctx);
    },
  },
];

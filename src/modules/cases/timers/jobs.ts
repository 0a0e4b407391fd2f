import type { Job } from '#kernel/jobs.ts';
import { erase, remind, sweep, tellWithdrawn } from './service.ts';

/** Daily work of the shared case. Times are UTC: the morning in Warsaw in winter and in summer. */
export const timerJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  {
    // First what time itself does, then the reminders of what is left to people.
    task: 'cases.morning',
    cron: '30 4 * * *',
    handle: async (ctx) => {
      await sweep(ctx);
      await remind(ctx, config.APP_URL);
    },
  },
  {
    task: 'cases.erase',
    cron: '15 2 * * *',
    handle: async (ctx) => {
      await erase(ctx);
    },
  },
  {
    task: 'cases.withdrawn',
    handle: async (ctx, payload) => {
      if (payload.case) await tellWithdrawn(ctx, payload.case, config.APP_URL);
    },
  },
];

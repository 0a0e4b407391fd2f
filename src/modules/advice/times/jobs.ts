import type { Job } from '#kernel/jobs.ts';
import { remind } from './reminding/service.ts';
import { arrange } from './settling/service.ts';

/** What happens by itself with the days of questions. Times are UTC: reminders are there when work begins. */
export const timesJobs = (host: { readonly siteUrl: string }): readonly Job[] => [
  { task: 'advice.settle', handle: (ctx, payload) => arrange(ctx, payload) },
  { task: 'advice.remind', cron: '15 5 * * *', handle: (ctx) => remind(ctx, host) },
];

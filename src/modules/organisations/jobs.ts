import type { Job } from '#kernel/jobs.ts';
import { tellEnding } from './authorisations/service.ts';

/** Every morning: whose authorisation ends soon. Times are UTC. */
export const organisationsJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  {
    task: 'organisations.ending_authorisations',
    cron: '40 4 * * *',
    handle: async (ctx) => void (await tellEnding(ctx, config.APP_URL)),
  },
];

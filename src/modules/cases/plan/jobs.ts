import type { Job } from '#kernel/jobs.ts';
import { beginDueCases } from './service.ts';

export const jobs: readonly Job[] = [
  {
    task: 'plan.begin',
    // Shortly after midnight in Warsaw, in winter and in summer.
    cron: '10 23,0 * * *',
    handle: async (ctx) => {
      await beginDueCases(ctx);
    },
  },
];

import type { Job } from '#kernel/jobs.ts';
import { countMeasures } from './service.ts';

/** Every night, so that a page reads a distribution over all partnerships and computes none. */
export const measureJobs: readonly Job[] = [
  {
    task: 'cases.count_measures',
    cron: '12 2 * * *',
    handle: async (ctx) => void (await countMeasures(ctx)),
  },
];

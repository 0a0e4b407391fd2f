import type { Job } from '#kernel/jobs.ts';
import { eraseOld, findDuplicates, sendResult } from './results/service.ts';

export const moderationJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'directory.moderation.result',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendResult(ctx, id, siteUrl);
    },
  },
  { task: 'directory.moderation.erase', cron: '20 2 * * *', handle: eraseOld },
  { task: 'directory.moderation.duplicates', cron: '40 2 * * 0', handle: findDuplicates },
];

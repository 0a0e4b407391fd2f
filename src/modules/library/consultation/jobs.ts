import type { Job } from '#kernel/jobs.ts';
import { eraseOld, sendAnswer, sendConfirmation } from './remarks/service.ts';

export const consultationJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'library.remark_confirm',
    handle: async (ctx, { id }) => {
      if (id) await sendConfirmation(ctx, id, siteUrl);
    },
  },
  {
    task: 'library.remark_answer',
    handle: async (ctx, { id }) => {
      if (id) await sendAnswer(ctx, id, siteUrl);
    },
  },
  { task: 'library.remark_erase', cron: '20 4 * * *', handle: eraseOld },
];

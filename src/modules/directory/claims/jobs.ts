import type { Job } from '#kernel/jobs.ts';
import { sendCode } from './service.ts';

export const claimJobs: readonly Job[] = [
  {
    task: 'directory.claims.code',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendCode(ctx, id);
    },
  },
];

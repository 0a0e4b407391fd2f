import type { Job } from '#kernel/jobs.ts';
import { sendConfirmation, sendDigest, startDigests } from './service.ts';

export const savedJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'directory.saved.confirm',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendConfirmation(ctx, id, siteUrl);
    },
  },
  // In the morning, winter and summer.
  { task: 'directory.saved.start', cron: '0 5 * * *', handle: startDigests },
  {
    task: 'directory.saved.digest',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendDigest(ctx, id, siteUrl);
    },
  },
];

import type { Job } from '#kernel/jobs.ts';
import { sendConfirmation, sendLetter, start } from './service.ts';

export const newsletterJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'newsletter.confirm',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendConfirmation(ctx, id, siteUrl);
    },
  },
  // In the morning, winter and summer.
  { task: 'newsletter.start', cron: '30 5 * * *', handle: start },
  {
    task: 'newsletter.letter',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await sendLetter(ctx, id, siteUrl);
    },
  },
];

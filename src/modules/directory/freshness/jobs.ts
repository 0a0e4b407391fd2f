import type { Job } from '#kernel/jobs.ts';
import { sendLetter, startLetters, takeMonth } from './service.ts';

export const freshnessJobs = (siteUrl: string): readonly Job[] => [
  // In the morning of working days, when somebody reads the mail.
  { task: 'directory.freshness.start', cron: '30 6 * * 1-5', handle: startLetters },
  {
    task: 'directory.freshness.letter',
    handle: async (ctx, { address }) => {
      if (address !== undefined) await sendLetter(ctx, address, siteUrl);
    },
  },
  // Every day, so that a system that stood still on the first takes its figures on the second.
  { task: 'directory.freshness.month', cron: '5 1 * * *', handle: takeMonth },
];

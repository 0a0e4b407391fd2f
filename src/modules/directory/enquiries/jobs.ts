import type { Job } from '#kernel/jobs.ts';
import { eraseOld, write } from './letters/service.ts';
import { LETTERS } from './schema.ts';

export const enquiryJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'directory.enquiry.letter',
    handle: async (ctx, { kind, id }) => {
      const known = LETTERS.find((one) => one === kind);
      if (known && id !== undefined) await write(ctx, known, id, siteUrl);
    },
  },
  { task: 'directory.enquiry.erase', cron: '20 3 * * *', handle: eraseOld },
];

import type { Job } from '#kernel/jobs.ts';
import { closeDue, forget } from './answering/daily/service.ts';
import { clearAfter } from './asking/erasure/service.ts';
import { tell } from './asking/letters/service.ts';
import { cardJobs } from './cards/jobs.ts';
import { type MailHost, mailJobs } from './mail/jobs.ts';
import type { AdviceHost } from './schema.ts';
import { timesJobs } from './times/jobs.ts';

/** Letters to who asked, and what happens by itself every night. Times are UTC. */
export const adviceJobs = (host: AdviceHost, mail: MailHost | null = null): readonly Job[] => [
  { task: 'advice.tell', handle: (ctx, payload) => tell(ctx, host, payload) },
  {
    task: 'advice.erased',
    handle: async (ctx, { question }) => {
      if (question) await clearAfter(ctx, question);
    },
  },
  { task: 'advice.close', cron: '10 3 * * *', handle: closeDue },
  { task: 'advice.forget', cron: '50 3 * * *', handle: forget },
  ...timesJobs(host),
  ...(mail ? mailJobs(mail) : []),
  ...cardJobs(host),
];

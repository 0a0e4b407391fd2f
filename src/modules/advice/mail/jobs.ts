import type { Job } from '#kernel/jobs.ts';
import { fetchLetters, type Mailbox } from './fetching/service.ts';
import { forgetLetters } from './service.ts';

/** What the desks' mailbox needs of the settings. */
export interface MailHost {
  readonly db: Mailbox['db'];
  /** None: letters are not read. */
  readonly mailbox: string | undefined;
  readonly mailFrom: string;
}

/** Letters are read every two minutes, one visit at a time. */
export const mailJobs = ({ db, mailbox, mailFrom }: MailHost): readonly Job[] => [
  {
    task: 'advice.letters',
    cron: '*/2 * * * *',
    handle: async (ctx) => {
      if (mailbox === undefined) return;
      const own = [(/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom).trim().toLowerCase()];
      await fetchLetters(ctx, { db, url: mailbox, own });
    },
  },
  {
    task: 'advice.letters.forget',
    cron: '40 3 * * *',
    handle: async (ctx) => {
      await forgetLetters(ctx);
    },
  },
];

import type { Job } from '#kernel/jobs.ts';
import { MAILS } from './watch/schema.ts';
import { watchReferrals, writeHandoverMail, writeReferralMail } from './watch/service.ts';

/** @param appUrl where the links in messages lead, without a slash at the end */
export const jobs = (appUrl: string): readonly Job[] => [
  {
    task: 'cases.referral_watch',
    // Early in the morning in Warsaw, in winter and in summer.
    cron: '20 5 * * *',
    handle: (ctx) => watchReferrals(ctx, appUrl),
  },
  {
    task: 'cases.referral_mail',
    handle: async (ctx, { referral, what }) => {
      const kind = MAILS.find((m) => m === what);
      if (referral && kind) await writeReferralMail(ctx, referral, kind, appUrl);
    },
  },
  {
    task: 'cases.handover',
    handle: async (ctx, payload) => {
      if (payload.case) await writeHandoverMail(ctx, payload.case, appUrl);
    },
  },
];

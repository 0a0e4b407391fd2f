import type { Auth } from '#kernel/auth/auth.ts';
import type { Job } from '#kernel/jobs.ts';
import { eraseWindow, forgetAsked, isOrphan } from './erasure/service.ts';

/** Work that follows the erasure of a case. */
export const participantJobs = (host: { readonly auth: Pick<Auth, 'removeAccount'> }): readonly Job[] => [
  {
    task: 'participant.erase_case',
    handle: async (ctx, payload) => {
      if (payload.case) await eraseWindow(ctx, payload.case);
    },
  },
  {
    task: 'participant.remove_account',
    handle: async (ctx, { account }) => {
      if (!account || !(await isOrphan(ctx, account))) return;
      await forgetAsked(ctx, account);
      await host.auth.removeAccount(account);
    },
  },
];

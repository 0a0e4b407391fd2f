import type { Job } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { recipientAddresses } from './service.ts';
import { text } from './text.pl.ts';

/** Tells an institution that its access to a case has changed. The mail says neither whose case nor what changed. */
export const consentJobs = (config: { readonly APP_URL: string }): readonly Job[] => [
  {
    task: 'cases.consent_changed',
    handle: async (ctx, { caseId, institutionId }) => {
      if (!caseId || !institutionId) return;
      const t = text.pl.mail;
      for (const { email } of await recipientAddresses(ctx, caseId, institutionId)) {
        if (!email) continue;
        await sendMail(ctx, {
          to: email,
          subject: t.subject,
          body: t.body(`${config.APP_URL}/cases/${caseId}/access`),
        });
      }
    },
  },
];

import type { Ctx } from '#kernel/context.ts';
import type { Job } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { takeLate, watchersOf } from './service.ts';
import { text } from './text.pl.ts';

/** Tells those who must know; the mail says neither whose case nor who looked. */
export const emergencyJobs = (config: { readonly APP_URL: string }): readonly Job[] => {
  const t = text.pl.mail;
  const tell = async (ctx: Ctx, to: readonly { email: string | null }[], m: typeof t.opened) => {
    for (const { email } of to)
      if (email)
        await sendMail(ctx, { to: email, subject: m.subject, body: m.body(`${config.APP_URL}/emergency`) });
  };
  return [
    {
      task: 'cases.emergency_opened',
      handle: async (ctx, { emergency }) => {
        if (emergency) await tell(ctx, await watchersOf(ctx, emergency), t.opened);
      },
    },
    {
      task: 'cases.emergency_late',
      cron: '45 4 * * *',
      handle: async (ctx) => tell(ctx, await takeLate(ctx), t.late),
    },
  ];
};

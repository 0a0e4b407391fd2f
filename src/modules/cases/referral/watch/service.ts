import type { Ctx } from '#kernel/context.ts';
import { NIL_ID } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import { findTimer } from '../../queries.ts';
import { today } from '../../service.ts';
import type { ReferralState } from '../schema.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type Clock, type Due, dueStep, MAIL_TO, type MailKind } from './schema.ts';

const BATCH = 500;
/** An office without a common mailbox gets one message for each of its first workers who may answer. */
const MOST_ANSWERERS = 10;

async function clock(ctx: Ctx): Promise<Clock> {
  const amount = async (code: string) => {
    const timer = await findTimer(ctx, code, today(ctx));
    if (!timer) throw new Error(`timer ${code} is not configured`);
    return timer.amount;
  };
  return {
    today: today(ctx),
    share: await amount('reminder_share'),
    escalation: await amount('escalation'),
    expiry: await amount('referral_expiry'),
  };
}

/**
 * The morning round over every open referral: reminders at half of the time and on the due day, the head some working
 * days later, the end without an answer after that. Rests on days when offices do. Doing it twice sends nothing twice.
 */
export async function watchReferrals(ctx: Ctx, appUrl: string): Promise<void> {
  const c = await clock(ctx);
  await queries.forgetSearches(ctx);
  if (!isWorkingDay(c.today)) return;
  for (let after = NIL_ID, rows = await queries.findOpen(ctx, after, BATCH); rows.length > 0; ) {
    for (const row of rows) {
      const step =
        row.sent_at && row.due_on
          ? dueStep(
              {
                state: row.state as ReferralState,
                sentAt: row.sent_at,
                dueOn: row.due_on,
                remindedAt: row.reminded_at,
                escalatedAt: row.escalated_at,
              },
              c,
            )
          : null;
      if (step) await take(ctx, row.id, step, appUrl);
      after = row.id;
    }
    rows = await queries.findOpen(ctx, after, BATCH);
  }
}

async function take(ctx: Ctx, id: string, step: Due, appUrl: string): Promise<void> {
  if (step === 'expire') {
    if ((await queries.expire(ctx, id)).done) await writeReferralMail(ctx, id, 'expired', appUrl);
    return;
  }
  if (step === 'escalation') await queries.setEscalated(ctx, id);
  else await queries.setReminded(ctx, id);
  await writeReferralMail(ctx, id, step, appUrl);
}

/** Says that something waits, with a link; never for whom or about whom. */
export async function writeReferralMail(ctx: Ctx, id: string, kind: MailKind, appUrl: string): Promise<void> {
  const watchers = await queries.findWatchers(ctx, id, today(ctx));
  const of = (role: string) => watchers.filter((w) => w.role === role).map((w) => w.email);
  let to: (string | null)[] = of(MAIL_TO[kind] === 'recipient' ? 'handler' : MAIL_TO[kind]);
  if (MAIL_TO[kind] === 'recipient' && to.length === 0) {
    const office = await queries.findOfficeMail(ctx, id);
    to = office ? [office.email] : of('answerer').slice(0, MOST_ANSWERERS);
  }
  // The recipient of a referral that was taken back has no page of it any more.
  const path = kind === 'withdrawn' ? '/referrals' : `/referrals/${id}`;
  await write(ctx, to, text[ctx.lang].mails[kind], appUrl + path);
}

/** Tells whoever runs the case that another institution asks to get in touch about the person. */
export async function writeHandoverMail(ctx: Ctx, caseId: string, appUrl: string): Promise<void> {
  const rows = await queries.findCoordinatorMail(ctx, caseId, today(ctx));
  await write(
    ctx,
    rows.map((row) => row.email),
    text[ctx.lang].mails.handover,
    `${appUrl}/cases/${caseId}/history`,
  );
}

async function write(
  ctx: Ctx,
  addresses: readonly (string | null)[],
  words: { readonly subject: string; readonly body: string },
  link: string,
): Promise<void> {
  const { mails } = text[ctx.lang];
  const body = `${mails.greeting}\n\n${words.body}\n\n${mails.open} ${link}\n\n${mails.footer}\n`;
  for (const to of new Set(addresses)) if (to) await sendMail(ctx, { to, subject: words.subject, body });
}

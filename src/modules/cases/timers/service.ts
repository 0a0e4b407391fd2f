import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { enqueue } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { addWorkingDays } from '#kernel/working-days.ts';
import { findTimer } from '../queries.ts';
import { today } from '../service.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

type Kind = 'due' | 'escalation';

/**
 * Reminds of what is due: the responsible worker or their stand-in on the day, the head some working days later
 * (timer `escalation`), and the head at once where nobody responsible is left. One mail a recipient with a number and a
 * link, never what it is about. Done twice, it reminds once. Answers how many cases were reminded of.
 */
export async function remind(ctx: Ctx, appUrl: string): Promise<{ due: number; escalated: number }> {
  const timer = await findTimer(ctx, 'escalation', today(ctx));
  // What fell due so many working days ago, counted back from today.
  const late = addWorkingDays(today(ctx), -(timer?.amount ?? 3));
  return {
    due: await remindOf(ctx, 'due', today(ctx), appUrl),
    escalated: await remindOf(ctx, 'escalation', late, appUrl),
  };
}

async function remindOf(ctx: Ctx, kind: Kind, until: string, appUrl: string): Promise<number> {
  const perAddress = new Map<string, number>();
  let n = 0;
  for (const due of await queries.findDue(ctx, kind, until)) {
    const row = { caseId: due.id, waitsFor: due.waits_for, waitsUntil: due.waits_until ?? until, kind };
    if ((await queries.noteReminder(ctx, row)) === 0) continue;
    n += 1;
    const targets = await queries.findTargets(ctx, due.id);
    const doers = targets.filter((t) => t.role !== 'head');
    const chosen = kind === 'due' && doers.length > 0 ? doers : targets.filter((t) => t.role === 'head');
    for (const to of new Set(chosen.map((t) => t.email ?? '').filter(Boolean)))
      perAddress.set(to, (perAddress.get(to) ?? 0) + 1);
  }
  const t = text[ctx.lang];
  for (const [to, count] of perAddress)
    await sendMail(ctx, {
      to,
      subject: kind === 'due' ? t.dueSubject : t.lateSubject,
      body: `${kind === 'due' ? t.due(count) : t.late(count)}\n\n${appUrl}/cases?view=${kind === 'due' ? 'mine' : 'late'}\n`,
    });
  return n;
}

/** What time alone brings about: closings nobody answered, follow-ups nobody held, stand-ins of those away. */
export async function sweep(ctx: Ctx): Promise<{ closed: number; missed: number; standIns: number }> {
  const closed = (await queries.closeDue(ctx)).n ?? 0;
  const missed = (await queries.missFollowUps(ctx)).n ?? 0;
  const standIns = (await queries.standIn(ctx)).n ?? 0;
  return { closed, missed, standIns };
}

/** Transition 16: erases the cases whose time has passed; answers how many. */
export async function erase(ctx: Ctx): Promise<number> {
  const erased = await queries.eraseDue(ctx);
  for (const { case_id } of erased) {
    if (!case_id) continue;
    await queries.eraseContent(ctx, case_id);
    // The window of the person is another module's: its own job goes on from here.
    await enqueue(ctx, 'participant.erase_case', { case: case_id });
    await record(ctx, { action: 'case.erased', objectType: 'case', objectId: case_id, fileId: case_id });
  }
  return erased.length;
}

/** Tells the partners of a withdrawn case that their access has ended, and that what they hold must be deleted. */
export async function tellWithdrawn(ctx: Ctx, caseId: string, appUrl: string): Promise<void> {
  const t = text[ctx.lang];
  for (const { email } of await queries.findPartners(ctx, caseId))
    if (email)
      await sendMail(ctx, {
        to: email,
        subject: t.withdrawnSubject,
        body: `${t.withdrawn}\n\n${appUrl}/cases/${caseId}/access\n`,
      });
}

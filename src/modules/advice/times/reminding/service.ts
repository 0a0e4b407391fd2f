import type { Ctx } from '#kernel/context.ts';
import { sendMail } from '#kernel/mail.ts';
import { addDays, warsawDate } from '#kernel/time.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import * as queries from '../queries.ts';
import { settleRest } from '../service.ts';
import { text } from '../text.pl.ts';
import { isForLead, type Saying, sayings } from './policy.ts';

const HORIZON = 60;
const MOST_LINES = 40;

/**
 * Reminds, once each, of halves of times, last days and days passed: one letter a person on a working day, with numbers
 * and links and nothing of what was asked. What is late or has nobody is told to those who lead the desk.
 */
export async function remind(ctx: Ctx, host: { readonly siteUrl: string }): Promise<void> {
  const today = warsawDate(ctx.now);
  await settleRest(ctx);
  if (!isWorkingDay(today)) return;
  const waiting = await queries.findDue(ctx, today, addDays(today, HORIZON));
  const said = new Map<string, Set<string>>();
  for (const { questionId, target, stage } of await queries.findSaid(
    ctx,
    waiting.map(({ id }) => id),
  ))
    said.set(questionId, (said.get(questionId) ?? new Set()).add(`${target} ${stage}`));
  const due = sayings(waiting, said, today);
  if (due.length === 0) return;
  const people = await queries.findAddresses(ctx, today);
  const letters = new Map<string, { email: string; lines: Saying[] }>();
  for (const saying of due) {
    const { deskId, assignee, id: questionId } = saying.question;
    const readers = people.filter(
      (p) => p.deskId === deskId && (isForLead(saying) ? p.role === 'lead' : p.workerId === assignee),
    );
    for (const { workerId, email } of readers) {
      const letter = letters.get(workerId) ?? { email: email ?? '', lines: [] };
      if (!letter.lines.includes(saying)) letter.lines.push(saying);
      letters.set(workerId, letter);
    }
    const workerId = isForLead(saying) ? null : assignee;
    await queries.insertSaid(ctx, {
      questionId,
      deskId,
      target: saying.target,
      stage: saying.stage,
      workerId,
    });
  }
  for (const { email, lines } of letters.values())
    if (email !== '') await send(ctx, host.siteUrl, email, lines);
}

async function send(ctx: Ctx, siteUrl: string, to: string, lines: readonly Saying[]): Promise<void> {
  const t = text.pl;
  const rows = lines.slice(0, MOST_LINES).map(({ question, target, stage }) => {
    const link = `${siteUrl}/advice/desk/questions/${question.id}`;
    return `${question.number}: ${t.letter[target][stage]}\n${link}`;
  });
  const rest = lines.length - rows.length;
  await sendMail(ctx, {
    to,
    subject: t.subject(lines.length),
    body: [t.hello, ...rows, ...(rest > 0 ? [t.rest(rest)] : []), t.foot(`${siteUrl}/advice/desk`)].join(
      '\n\n',
    ),
  });
}

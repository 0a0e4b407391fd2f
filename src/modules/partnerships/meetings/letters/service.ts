import type { Ctx } from '#kernel/context.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { mayHoldIdentifier, sendMail } from '#kernel/mail.ts';
import { addDays, formatDate, formatTime, startOfDay, warsawDate } from '#kernel/time.ts';
import { ruleOf, today } from '../service.ts';
import * as queries from './queries.ts';
import { LETTERS, type LetterKind } from './schema.ts';
import { text } from './text.pl.ts';

const DAY_MS = 86_400_000;
/** What eleven figures in a row could be taken for in a letter is left out. */
const safe = (value: string): string => (mayHoldIdentifier(value) ? '…' : value);

/** Whether a letter of this kind still says what is true. */
const FITS: Readonly<Record<LetterKind, (m: queries.MeetingRow) => boolean>> = {
  invitation: (m) => m.state === 'called',
  changed: (m) => m.state === 'called',
  cancelled: (m) => m.state === 'cancelled',
  minutes: (m) => m.minutes === 'sent',
};

/** Who gets it: an invitation whoever has none yet, minutes those who came, everything else those who were invited. */
const MEANT: Readonly<Record<LetterKind, (a: queries.AddresseeRow) => boolean>> = {
  invitation: (a) => a.invited_at === null,
  changed: (a) => a.invited_at !== null,
  cancelled: (a) => a.invited_at !== null,
  minutes: (a) => a.came,
};

/** The letters of a meeting, each with a link of its own; nothing when what they would say is no longer true. */
export async function sendLetters(ctx: Ctx, id: string, wanted: string, siteUrl: string): Promise<void> {
  const kind = LETTERS.find((k) => k === wanted);
  const meeting = await queries.findMeeting(ctx, id);
  if (!kind || !meeting || !FITS[kind](meeting)) return;
  const points = (await queries.findPoints(ctx, id)).map((p) => p.title);
  for (const to of (await queries.findAddressees(ctx, id)).filter(MEANT[kind])) {
    if (kind === 'invitation') await queries.setInvited(ctx, to.id);
    if (to.email) await sendOne(ctx, kind, meeting, points, { ...to, email: to.email }, siteUrl);
  }
}

async function sendOne(
  ctx: Ctx,
  kind: LetterKind,
  m: queries.MeetingRow,
  points: readonly string[],
  to: { id: string; email: string; lang: string | null },
  siteUrl: string,
): Promise<void> {
  const lang = to.lang === 'en' ? 'en' : 'pl';
  const t = text[lang];
  const page = `${siteUrl}${baseOf(m)}/${m.id}`;
  const link = kind === 'minutes' ? `${page}/minutes` : await linkOf(ctx, m, to.id, siteUrl);
  const when = `${formatDate(warsawDate(m.starts_at), lang)}, ${formatTime(m.starts_at)}–${formatTime(m.ends_at)}`;
  const agenda = points.map((title, index) => `${index + 1}. ${safe(title)}`).join('\n');
  const parts = [
    t.hello,
    t.says[kind],
    [m.name ?? '', m.title, when, m.place, m.link].filter(Boolean).map(safe).join('\n'),
    kind === 'cancelled' ? safe(m.reason) : '',
    kind === 'invitation' && agenda ? `${t.agenda}\n${agenda}` : '',
    kind === 'minutes' && m.remarks_until ? t.remarksUntil(formatDate(m.remarks_until, lang)) : '',
    `${t.links[kind]}\n${link}`,
    kind === 'minutes' ? '' : `${t.calendar}\n${link}/meeting.ics`,
    t.automatic,
  ];
  await sendMail(ctx, {
    to: to.email,
    subject: t.subjects[kind],
    body: parts.filter(Boolean).join('\n\n').slice(0, 20_000),
  });
}

/** A link for one addressee, until the day after the meeting; its secret stands in the letter alone. */
async function linkOf(ctx: Ctx, m: queries.MeetingRow, attendeeId: string, siteUrl: string): Promise<string> {
  const token = newSecret();
  const until = new Date(Math.max(m.ends_at.getTime(), ctx.now.getTime()) + DAY_MS);
  await queries.addLink(ctx, hashOf(token), attendeeId, until);
  return `${siteUrl}/meetings/invitations/${token}`;
}

const baseOf = (of: { partnership_id: string | null; body_id: string }): string =>
  of.partnership_id ? `/partnerships/${of.partnership_id}/meetings` : `/partner-groups/${of.body_id}`;

/** Every morning: a letter about each task that is due soon or late, to whoever owes it. Gives how many letters went out. */
export async function remindOfTasks(ctx: Ctx, siteUrl: string): Promise<number> {
  const days = await ruleOf(ctx, 'remind_days');
  const t = text.pl;
  let sent = 0;
  for (const task of await queries.findTasksToRemind(ctx, today(ctx), days)) {
    const late = task.due_on < today(ctx);
    for (const to of task.emails ?? []) {
      const body = [
        t.hello,
        late ? t.taskLate(formatDate(task.due_on, 'pl')) : t.taskSoon(formatDate(task.due_on, 'pl')),
        `${t.taskLink}\n${siteUrl}${baseOf(task)}/tasks/${task.id}`,
        t.automatic,
      ].join('\n\n');
      await sendMail(ctx, { to, subject: late ? t.taskLateSubject : t.taskSoonSubject, body });
      sent += 1;
    }
    await queries.setReminded(ctx, task.id, today(ctx));
  }
  return sent;
}

/** Addresses of guests go when they are no longer needed. */
export const eraseGuests = async (ctx: Ctx): Promise<number> =>
  queries.eraseGuests(ctx, startOfDay(addDays(today(ctx), -(await ruleOf(ctx, 'guest_days')))));

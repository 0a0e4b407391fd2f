import type { Ctx } from '#kernel/context.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { mayHoldIdentifier, sendMail } from '#kernel/mail.ts';
import { formatDate, formatTime, warsawDate } from '#kernel/time.ts';
import { addressLine, type Event, inLang } from '../schema.ts';
import { eventOf } from '../service.ts';
import { text as words } from '../text.pl.ts';
import * as queries from './queries.ts';
import { LETTERS, type LetterKind } from './schema.ts';
import { text } from './text.pl.ts';

/** Which letters still make sense for a registration in this state. */
const FITS: Readonly<Record<LetterKind, readonly string[]>> = {
  confirm: ['unconfirmed'],
  requested: ['requested'],
  waiting: ['waiting'],
  confirmed: ['confirmed'],
  promoted: ['confirmed'],
  declined: ['declined'],
  cancelled: ['cancelled'],
  changed: ['requested', 'waiting', 'confirmed'],
  called_off: ['requested', 'waiting', 'confirmed'],
  reminder: ['confirmed'],
  thanks: ['confirmed'],
  certificate: ['confirmed'],
};

/** What eleven figures in a row could be taken for in a letter is left out. */
const safe = (value: string): string => (mayHoldIdentifier(value) ? '…' : value);

/** The letter to one person, with a link of their own. Nothing when what it says is no longer true. */
export async function sendLetter(ctx: Ctx, id: string, kind: string, siteUrl: string): Promise<void> {
  const known = LETTERS.find((one) => one === kind);
  const to = await queries.findAddressee(ctx, id);
  // Whoever came without a registration may have left no address.
  if (!known || !to || to.email === '' || !FITS[known].includes(to.state)) return;
  const event = await eventOf(ctx, { id: to.eventId });
  const lang = to.lang === 'en' ? 'en' : 'pl';
  const token = newSecret();
  await queries.addTicket(ctx, hashOf(token), id);
  const t = text[lang];
  await sendMail(ctx, {
    to: to.email,
    subject: t.subjects[known],
    body: [
      t.hello,
      t.says[known],
      about(event, lang, ctx.now),
      ...(known === 'called_off' ? [safe(inLang(lang, event.reasonPl, event.reasonEn))] : []),
      `${t.links[known]}\n${siteUrl}/events/ticket/${token}`,
      t.ignore,
    ].join('\n\n'),
  });
}

/** Title, when and where, as they are now. */
function about(event: Event, lang: 'pl' | 'en', now: Date): string {
  const dates = event.occurrences.filter((o) => !o.cancelled);
  const next = dates.find((o) => o.endsAt > now) ?? dates.at(-1);
  const when = next
    ? `${formatDate(warsawDate(next.startsAt), lang)}, ${formatTime(next.startsAt)}–${formatTime(next.endsAt)}`
    : '';
  const where = event.mode === 'online' ? words[lang].modes.online : addressLine(event);
  return [inLang(lang, event.titlePl, event.titleEn), when, where].filter(Boolean).map(safe).join('\n');
}

/** Tells everybody who has or wants a place; one letter each. */
export async function tellAll(ctx: Ctx, eventId: string, kind: string): Promise<void> {
  for (const { id } of await queries.placed(ctx, eventId)) await enqueue(ctx, 'events.letter', { id, kind });
}

/** Free places go to those who wait, in their order. */
export async function promote(ctx: Ctx, eventId: string): Promise<void> {
  await queries.holdPlaces(ctx, eventId);
  for (const { id } of await queries.nextInQueue(ctx, eventId))
    if ((await queries.giveFreePlace(ctx, id)) > 0)
      await enqueue(ctx, 'events.letter', { id, kind: 'promoted' });
}

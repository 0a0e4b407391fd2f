import type { Ctx } from '#kernel/context.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { mayHoldIdentifier, refusedMail, sendMail } from '#kernel/mail.ts';
import { formatDateTime } from '#kernel/time.ts';
import { type Listed, listDocuments, themes } from '#modules/library/api.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import * as queries from './queries.ts';
import {
  CADENCES,
  MOST_RETURNED,
  MOST_TOLD,
  type Offered,
  TOLD,
  type Wish,
  type WishForm,
} from './schema.ts';
import { text } from './text.pl.ts';

const DAY_MS = 86_400_000;
/** Longer than the wait between two letters of a month. */
const RETURNED_MS = 40 * DAY_MS;

/** Subjects, voivodeships and their counties to choose from. */
export async function offered(ctx: Ctx): Promise<Offered> {
  const t = text[ctx.lang];
  const all = await counties(ctx);
  const parts = await voivodeships(ctx);
  const asChoice = (place: { code: string; name: string }) => ({ value: place.code, label: place.name });
  return {
    themes: (await themes(ctx)).map((each) => ({ value: each.code, label: each.name })),
    regions: [
      { label: t.voivodeships, options: parts.map(asChoice) },
      ...parts.map((part) => ({
        label: part.name,
        options: all.filter((county) => county.voivodeshipCode === part.code).map(asChoice),
      })),
    ],
  };
}

/**
 * Takes the wish for letters. Nothing is sent but one letter that asks to confirm it; above the limits of a day (an
 * address, a source) not even that, and the answer is the same.
 */
export async function subscribe(ctx: Ctx, form: WishForm, address: string): Promise<void> {
  if (!fromPerson(ctx, form)) return;
  const known = new Set((await themes(ctx)).map((each) => each.code));
  const id = newId();
  await queries.subscribe(ctx, {
    id,
    email: form.email,
    lang: ctx.lang === 'en' ? 'en' : 'pl',
    cadence: form.cadence,
    themes: form.themes.filter((theme) => known.has(theme)),
    region: form.region,
    source: sourceOfDay(ctx, address),
  });
  await enqueue(ctx, 'newsletter.confirm', { id });
}

/** What a link in a letter is about; null when it is not valid any more. */
export async function asked(ctx: Ctx, token: string, kind: 'confirm' | 'leave'): Promise<Wish | null> {
  const row = await queries.findAsked(ctx, hashOf(token));
  if (row?.kind !== kind) return null;
  const { themes: names, regions } = await offered(ctx);
  const places = regions.flatMap((group) => group.options);
  return {
    cadence: CADENCES.find((one) => one === row.cadence) ?? 'weekly',
    themes: (row.themes ?? []).map((code) => names.find(({ value }) => value === code)?.label ?? code),
    region: places.find(({ value }) => value === row.region)?.label ?? '',
    confirmed: row.confirmed === true,
  };
}

export const confirm = (ctx: Ctx, token: string): Promise<number> => queries.confirm(ctx, hashOf(token));
export const leave = (ctx: Ctx, token: string): Promise<number> => queries.leave(ctx, hashOf(token));

async function link(ctx: Ctx, id: string, kind: 'confirm' | 'leave', siteUrl: string): Promise<string> {
  const token = newSecret();
  await queries.addToken(ctx, hashOf(token), id, kind);
  return `${siteUrl}/newsletter/${kind}/${token}`;
}

/** The letter with the link that confirms the wish. */
export async function sendConfirmation(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const to = await queries.lockSubscriber(ctx, id);
  if (!to || to.confirmed_at) return;
  const t = text[to.lang === 'en' ? 'en' : 'pl'];
  const confirmUrl = await link(ctx, id, 'confirm', siteUrl);
  await sendMail(ctx, { to: to.email, subject: t.confirmSubject, body: t.confirmBody(confirmUrl) });
}

/** Every morning: forgets what must not be kept, then a job for each letter that is due. */
export async function start(ctx: Ctx): Promise<void> {
  await queries.drop(ctx);
  await queries.countReturned(ctx, await refusedMail(ctx, new Date(ctx.now.getTime() - RETURNED_MS)));
  await queries.dropReturned(ctx, MOST_RETURNED);
  for (const { id } of await queries.findDue(ctx))
    await enqueue(ctx, 'newsletter.letter', { id }, { key: `newsletter.${id}` });
}

/** What was published since, of any of the subjects, newest first; each once. */
async function publishedSince(ctx: Ctx, since: Date, wanted: readonly string[]): Promise<readonly Listed[]> {
  const found = new Map<string, Listed>();
  for (const theme of wanted.length === 0 ? [undefined] : wanted)
    for (const item of (await listDocuments(ctx, TOLD, { theme }, MOST_TOLD)).items)
      if (item.publishedAt > since) found.set(item.id, item);
  return [...found.values()]
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, MOST_TOLD);
}

/** A title may hold a number; what looks like one of a person does not leave in a letter. */
const safe = (line: string): string => (mayHoldIdentifier(line) ? '…' : line);

/** What is new since the last time, in the subscriber's language; no letter when nothing is. */
export async function sendLetter(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const to = await queries.lockSubscriber(ctx, id);
  if (!to?.confirmed_at) return;
  const lang = to.lang === 'en' ? 'en' : 'pl';
  const there = { ...ctx, lang } as const;
  const t = text[lang];
  const documents = await publishedSince(there, to.run_at, to.themes);
  const announced = await queries.findAnnounced(
    there,
    { since: to.run_at, themes: to.themes, region: to.region },
    MOST_TOLD,
  );
  const some = documents.length + announced.length > 0;
  await queries.markRun(ctx, id, some);
  if (!some) return;
  const written = documents.map((item) => `${safe(item.title)}\n${siteUrl}${item.path}`);
  const coming = announced.map((event) => {
    const title = (lang === 'en' && event.titleEn) || (event.titlePl ?? '');
    const where = event.mode === 'online' ? t.online : (event.locality ?? '');
    const when = event.firstAt ? formatDateTime(event.firstAt, lang) : '';
    return `${safe(title)}\n${[when, where].filter(Boolean).join(', ')}\n${siteUrl}/events/${event.slug ?? ''}`;
  });
  const leaveUrl = await link(ctx, id, 'leave', siteUrl);
  await sendMail(ctx, {
    to: to.email,
    subject: t.letterSubject(documents.length, announced.length),
    body: [
      ...(written.length > 0 ? [t.written, ...written] : []),
      ...(coming.length > 0 ? [t.coming, ...coming] : []),
      `${t.leaveLine}\n${leaveUrl}`,
    ].join('\n\n'),
    leaveUrl,
  });
}

import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { sourceOfDay } from '#kernel/forms/guest.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { parametersOf, readQuery } from '../schema.ts';
import { search } from '../service.ts';
import * as queries from './queries.ts';
import { CADENCES, type Cadence, type Followed } from './schema.ts';
import { text } from './text.pl.ts';

/** The search of an address as it is kept: what makes no sense is gone, so is the page. */
export function kept(parameters: string): string {
  const { query } = readQuery(Object.fromEntries(new URLSearchParams(parameters)));
  return parametersOf({ ...query, page: 1, sort: 'best' });
}

/**
 * Takes the wish for mail about new results. Nothing is sent but one letter that asks to confirm it; above the limits of
 * a day (an address, a source) not even that, and the answer is the same. Throws `invalid` when the search holds what
 * may be somebody's number.
 */
export async function follow(
  ctx: Ctx,
  wish: { email: string; cadence: Cadence; parameters: string },
  source: string,
): Promise<void> {
  const parameters = kept(wish.parameters);
  if (/\d{11}/.test(parameters)) throw invalid({ field: 'parameters', message: text[ctx.lang].number });
  const id = newId();
  const lang = ctx.lang === 'en' ? 'en' : 'pl';
  await queries.follow(ctx, {
    ...wish,
    id,
    parameters,
    lang,
    source: sourceOfDay(ctx, source),
  });
  await enqueue(ctx, 'directory.saved.confirm', { id });
}

/** What a link in a letter is about; null when it is not valid any more. */
export async function followed(ctx: Ctx, token: string): Promise<Followed | null> {
  const row = await queries.findFollowed(ctx, hashOf(token));
  if (!row || row.parameters === null) return null;
  const cadence = CADENCES.find((one) => one === row.cadence) ?? 'weekly';
  const kind = row.kind === 'confirm' ? 'confirm' : 'leave';
  return { parameters: row.parameters, cadence, kind, confirmed: row.confirmed === true };
}

export const confirm = (ctx: Ctx, token: string): Promise<number> => queries.confirm(ctx, hashOf(token));
export const leave = (ctx: Ctx, token: string): Promise<number> => queries.leave(ctx, hashOf(token));

async function link(ctx: Ctx, id: string, kind: Followed['kind'], siteUrl: string): Promise<string> {
  const token = newSecret();
  await queries.addToken(ctx, hashOf(token), id, kind);
  return `${siteUrl}/directory/saved/${kind}/${token}`;
}

/** The letter with the link that confirms the wish. */
export async function sendConfirmation(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const saved = await queries.findSaved(ctx, id);
  if (!saved || saved.confirmed_at) return;
  const t = text[saved.lang === 'en' ? 'en' : 'pl'];
  await sendMail(ctx, {
    to: saved.email,
    subject: t.confirmSubject,
    body: t.confirmBody(await link(ctx, id, 'confirm', siteUrl)),
  });
}

/** Puts a job for each search that is due, and forgets the wishes nobody confirmed. */
export async function startDigests(ctx: Ctx): Promise<void> {
  await queries.dropUnconfirmed(ctx);
  for (const { id } of await queries.findDue(ctx))
    await enqueue(ctx, 'directory.saved.digest', { id }, { key: `directory.saved.${id}` });
}

/** What is new or changed since the last time; no letter when nothing is. */
export async function sendDigest(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const saved = await queries.findSaved(ctx, id);
  if (!saved?.confirmed_at) return;
  const lang = saved.lang === 'en' ? 'en' : 'pl';
  const { query } = readQuery(Object.fromEntries(new URLSearchParams(saved.parameters)));
  const { hits } = await search({ ...ctx, lang }, { ...query, sort: 'changed' });
  const fresh = hits.filter((hit) => hit.updatedAt > saved.run_at);
  await queries.setRun(ctx, id);
  if (fresh.length === 0) return;
  const t = text[lang];
  const leaveUrl = await link(ctx, id, 'leave', siteUrl);
  const lines = fresh.map((hit) => `${hit.name}, ${hit.locality}\n${siteUrl}/directory/${hit.id}`);
  const all = `${siteUrl}/directory${saved.parameters ? `?${saved.parameters}` : ''}`;
  await sendMail(ctx, {
    to: saved.email,
    subject: t.digestSubject(fresh.length),
    // A name may hold a number; what looks like one of a person does not leave in a letter.
    body: t.digestBody(lines.join('\n\n').replace(/(?<=\s|^)\d{11}(?=\s|$)/g, ''), all, leaveUrl),
    leaveUrl,
  });
}

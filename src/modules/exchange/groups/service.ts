import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import type { ExchangeHost } from '../schema.ts';
import * as queries from './queries.ts';
import { type FoundBody, type Group, groupPath, type ListedGroup, type Member } from './schema.ts';
import { text } from './text.pl.ts';

/** Whoever answers for more than themselves begins a group. The database asks the same. */
export const mayFound = (actor: Pick<Actor, 'functions'>): boolean =>
  actor.functions.some((one) => one === 'editor' || one === 'head' || one === 'partnership_coordinator');

const asGroup = (row: queries.GroupRow): ListedGroup => ({
  id: row.id,
  name: row.name,
  description: row.description,
  reading: row.reading === 'open' ? 'open' : 'members',
  joining: row.joining === 'anybody' ? 'anybody' : 'invited',
  closed: row.closedAt !== null,
  belongs: row.belongs === true,
  keeps: row.keeps === true,
  digest: row.digest === true,
  lastAt: row.lastAt,
});

export const groups = async (ctx: Ctx): Promise<ListedGroup[]> =>
  (await queries.findGroups(ctx, null)).map(asGroup);

/** Throws `not_found` when there is none for whoever acts. */
export async function groupOf(ctx: Ctx, id: string): Promise<Group> {
  const [row] = await queries.findGroups(ctx, id);
  if (!row) throw notFound();
  return asGroup(row);
}

export async function members(ctx: Ctx, id: string): Promise<{ group: Group; members: Member[] }> {
  const group = await groupOf(ctx, id);
  if (!group.belongs) throw notFound();
  const rows = await queries.findMembers(ctx, id);
  return { group, members: rows.map(({ role, ...member }) => ({ ...member, keeper: role === 'keeper' })) };
}

export async function foundGroup(ctx: Ctx, form: FoundBody): Promise<string> {
  if (!mayFound(ctx.actor)) throw notFound();
  const id = newId();
  await queries.found(ctx, { id, ...form });
  await record(ctx, { action: 'group.found', objectType: 'topic_group', objectId: id });
  return id;
}

/** Throws `not_found` when the group takes nobody in without an invitation. */
export async function joinGroup(ctx: Ctx, id: string): Promise<void> {
  const joined = await queries.join(ctx, id, null);
  if (joined.id === null) throw notFound();
  await record(ctx, { action: 'group.join', objectType: 'topic_group', objectId: id });
}

export async function leaveGroup(ctx: Ctx, id: string): Promise<void> {
  await groupOf(ctx, id);
  await queries.leave(ctx, id);
  await record(ctx, { action: 'group.leave', objectType: 'topic_group', objectId: id });
}

export const setDigest = (ctx: Ctx, id: string, wanted: boolean): Promise<number> =>
  queries.setDigest(ctx, id, wanted);

export const leaveDigest = (ctx: Ctx, token: string): Promise<number> =>
  queries.leaveDigest(ctx, hashOf(token));

/** A letter with a link by which one worker joins. The address stands in the letter alone. */
export async function invite(ctx: Ctx, host: ExchangeHost, id: string, email: string): Promise<void> {
  const group = await groupOf(ctx, id);
  const secret = newSecret();
  const { done } = await queries.invite(ctx, hashOf(secret), id);
  if (!done) throw invalid({ field: 'email', message: text[ctx.lang].onlyKeepers });
  await record(ctx, { action: 'group.invite', objectType: 'topic_group', objectId: id });
  const t = text[ctx.lang].inviteLetter;
  await sendMail(ctx, {
    to: email,
    subject: t.subject,
    body: t.body(group.name, `${host.siteUrl}/groups/join/${secret}`),
  });
}

export async function invitation(
  ctx: Ctx,
  token: string,
): Promise<{ name: string; description: string } | null> {
  const row = await queries.findInvited(ctx, hashOf(token));
  return row && { name: row.name ?? '', description: row.description ?? '' };
}

/** Gives the group; null when the link was used or is old. */
export const acceptInvitation = async (ctx: Ctx, token: string): Promise<string | null> =>
  (await queries.join(ctx, null, hashOf(token))).id;

/** Puts a job for each member whose groups have something new. */
export async function startDigests(ctx: Ctx): Promise<void> {
  for (const { workerId, accountId, lang } of await queries.findDigests(ctx))
    await enqueue(
      ctx,
      'exchange.digest',
      { workerId, accountId, lang },
      { key: `exchange.digest.${workerId}` },
    );
}

/** One letter a week about all groups of a member: how much is new in each, and one click to leave each. */
export async function sendDigest(
  ctx: Ctx,
  host: ExchangeHost,
  { workerId, accountId, lang }: Readonly<Record<string, string>>,
): Promise<void> {
  if (workerId === undefined || accountId === undefined) return;
  const news = await queries.findNews(ctx, workerId);
  await queries.setDigested(ctx, workerId);
  const to = await host.addressOf(accountId);
  if (!to || news.length === 0) return;
  const t = text[lang === 'en' ? 'en' : 'pl'].digest;
  let leaveUrl: string | undefined;
  const lines: string[] = [];
  for (const { groupId, name, topics, answers } of news) {
    const secret = newSecret();
    await queries.addDigestToken(ctx, hashOf(secret), groupId, workerId);
    const leave = `${host.siteUrl}/groups/digest/${secret}`;
    leaveUrl ??= leave;
    lines.push(
      `${name}: ${t.new(topics ?? 0, answers ?? 0)}\n${host.siteUrl}${groupPath(groupId)}\n${t.leave} ${leave}`,
    );
  }
  await sendMail(ctx, {
    to,
    subject: t.subject,
    body: t.body(lines.join('\n\n')),
    leaveUrl: news.length === 1 ? leaveUrl : undefined,
  });
}

/** In how many groups two institutions meet, of those the reader belongs to. */
export const commonGroups = async (
  ctx: Ctx,
  institutions: readonly string[],
): Promise<{ oneId: string; otherId: string; n: number }[]> =>
  (await queries.findCommon(ctx, institutions)).map((row) => ({ ...row, n: row.n ?? 0 }));

/** Groups that every worker reads, among those the actor belongs to. */
export const openGroups = async (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  (await groups(ctx))
    .filter((group) => group.belongs && group.reading === 'open' && !group.closed)
    .map(({ id, name }) => ({ id, name }));

import { currentRequest } from '#kernel/auth/request.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { fromPerson, type GuestForm, sourceOfDay } from '#kernel/forms/guest.ts';
import type { Lang } from '#kernel/i18n.ts';
import { hashOf, isSecret, newId } from '#kernel/ids.ts';
import { fitting } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Comment,
  type CommentState,
  type Discussion,
  type ExchangeHost,
  type PageQuery,
  type Place,
  placeText,
  REASONS,
  type Subject,
} from './schema.ts';
import { text } from './text.pl.ts';

const FIRST: Place = {
  thread: '00000000-0000-0000-0000-000000000000',
  id: '00000000-0000-0000-0000-000000000000',
};
const LAST: Place = {
  thread: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

export const COOKIE = 'visitor';

/** Somebody without an account whose address was confirmed in this browser is known for a while by a cookie. */
export async function holdVisitor(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind !== 'public') return false;
  const cookie = currentRequest().headers.get('cookie') ?? '';
  const key = cookie.match(/(?:^|;\s*)visitor=([\w-]{43})(?:;|$)/)?.[1];
  if (key === undefined || !isSecret(key)) return false;
  await queries.holdKey(ctx, hashOf(key));
  return (await queries.findVisitor(ctx)).id !== null;
}

/** The limits in force today. */
export async function rules(ctx: Ctx): Promise<(code: string) => number> {
  const values = new Map((await queries.findRules(ctx)).map(({ code, value }) => [code, value]));
  return (code) => {
    const value = values.get(code);
    if (value === undefined) throw new Error(`exchange: no rule ${code} is in force`);
    return value;
  };
}

/** How long what is personal is kept, for the page of privacy. */
export async function commentsKept(ctx: Ctx) {
  const limit = await rules(ctx);
  return {
    unconfirmedDays: limit('unconfirmed_days'),
    contactMonths: limit('contact_months'),
    authorMonths: limit('author_months'),
    withdrawnDays: limit('withdrawn_days'),
    appealMonths: limit('appeal_months'),
  };
}

/** Throws `not_found` when there is no such page, or none for whoever acts. */
export async function subjectOf(ctx: Ctx, host: ExchangeHost, kind: string, id: string): Promise<Subject> {
  const find = Object.hasOwn(host.subjects, kind) ? host.subjects[kind] : undefined;
  const found = await find?.(ctx, id);
  if (!found) throw notFound();
  return { ...found, kind, id };
}

export function asComment(row: queries.CommentRow): Comment {
  const { title, body, signature, lang, institution, institutionType } = row;
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    state: row.state as CommentState,
    reason: REASONS.find((reason) => reason === row.reason) ?? (row.reason === null ? null : 'other'),
    useful: row.useful,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    rowVersion: row.rowVersion,
    words:
      title === null || body === null || signature === null
        ? null
        : { title, body, signature, lang: lang ?? 'pl' },
    institution: institution === null ? null : { name: institution, type: institutionType ?? '' },
    answers: row.answers,
    own: row.own === true,
  };
}

/** One page of a discussion, the oldest thread first; every answer follows its thread. */
export async function discussion(ctx: Ctx, subject: Subject, query: PageQuery = {}): Promise<Discussion> {
  const backwards = query.before ?? (query.last === 'yes' ? LAST : null);
  const found = backwards
    ? await queries.findBefore(ctx, subject, backwards)
    : await queries.findAfter(ctx, subject, query.after ?? FIRST);
  const page = fitting(found);
  if (backwards) page.reverse();
  const comments = page.map(asComment);
  const edge = (comment: Comment | undefined) =>
    comment && placeText({ thread: comment.threadId, id: comment.id });
  const more = found.length > page.length;
  return {
    subject,
    comments,
    count: (await queries.countComments(ctx, subject)).n ?? 0,
    previous: (backwards ? more : query.after !== undefined) ? (edge(comments[0]) ?? null) : null,
    next: (backwards ? query.last !== 'yes' : more) ? (edge(comments.at(-1)) ?? null) : null,
    follows: ctx.actor.kind !== 'public' && (await queries.findFollows(ctx, subject)).follows === true,
  };
}

/** One comment with the page it is about. Throws `not_found` for whoever does not see one of them. */
export async function commentOf(
  ctx: Ctx,
  host: ExchangeHost,
  id: string,
): Promise<{ comment: Comment; subject: Subject }> {
  const row = await queries.findComment(ctx, id);
  if (!row) throw notFound();
  return { comment: asComment(row), subject: await subjectOf(ctx, host, row.subjectKind, row.subjectId) };
}

export const wrote = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await queries.findWrote(ctx, id)).wrote === true;

/**
 * A form from somebody without an account: from a person, not too many a day, and from an address. Gives the contact, null
 * for a program that is to think all went well. Throws `invalid` otherwise.
 */
export async function guest(
  ctx: Ctx,
  form: GuestForm & { readonly email: string },
  known: boolean,
): Promise<string | null> {
  if (!fromPerson(ctx, form)) return null;
  const { admitted } = await queries.admitSource(ctx, newId(), sourceOfDay(ctx, currentRequest().address));
  if (!admitted) throw invalid({ field: '', message: text[ctx.lang].tooManyHere });
  if (known) return (await queries.findVisitor(ctx)).id;
  if (form.email === '') throw invalid({ field: 'email', message: 'required' });
  return (await queries.contactOf(ctx, newId(), form.email, ctx.lang === 'en' ? 'en' : 'pl')).id;
}

/** What the head of a page offers: groups for workers, the queue for moderators. */
export function exchangeSections(actor: Pick<Actor, 'kind' | 'permissions'>, path: string, lang: Lang) {
  const t = text[lang];
  const groups = { href: '/groups', label: t.groups, current: path.startsWith('/groups') };
  const queue = {
    href: '/moderation/comments',
    label: t.moderation,
    current: path.startsWith('/moderation/'),
  };
  return [
    ...(actor.kind === 'worker' ? [groups] : []),
    ...(actor.permissions.has('exchange.moderate') ? [queue] : []),
  ];
}

/** Questions in groups are discussed like any page; this module finds them itself. */
export const withTopics = (host: ExchangeHost): ExchangeHost => ({
  ...host,
  subjects: {
    ...host.subjects,
    topic: async (ctx, id) => {
      const topic = await queries.findTopicSubject(ctx, id);
      return (
        topic && {
          title: topic.title ?? text[ctx.lang].gone.withdrawn,
          path: `/groups/topics/${id}`,
          policy: topic.open ? 'after' : 'off',
          guests: false,
        }
      );
    },
  },
});

import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { NIL_ID } from '#kernel/ids.ts';
import { formatDateTime, type LocalDate, warsawDate } from '#kernel/time.ts';
import { stems } from '#kernel/words/words.ts';
import { CHANNELS, STATES } from '../../schema.ts';
import { myDesks, topics } from '../../service.ts';
import * as queries from './queries.ts';
import { type Inbox, type InboxQuery, type Listed, PAGE_SIZE } from './schema.ts';
import { text } from './text.pl.ts';

const LAST = { at: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const FIRST = { at: '0001-01-01', id: NIL_ID };
const NUMBER = /^\d{4}\/\d{1,9}$/;

/** A topic with all below it. */
async function withBelow(ctx: Ctx, code: string | undefined): Promise<readonly string[] | null> {
  if (code === undefined) return null;
  const all = await topics(ctx);
  const below = (of: string): readonly string[] =>
    all.filter((topic) => topic.parentCode === of).flatMap((topic) => [topic.code, ...below(topic.code)]);
  return [code, ...below(code)];
}

const questionOf = (words: string): string =>
  [...new Set(stems(words))].map((stem) => `'${stem.replaceAll("'", "''")}':*`).join(' & ');

async function places(
  ctx: Ctx,
  query: InboxQuery,
  desks: readonly string[],
): Promise<{ id: string; at: string }[]> {
  const start = query.after ?? (query.view === 'all' || query.q !== '' ? LAST : FIRST);
  const wanted: queries.Wanted = {
    desks,
    state: query.state ?? null,
    topics: await withBelow(ctx, query.topic),
    county: query.county ?? null,
    channel: query.channel ?? null,
    ...start,
    limit: PAGE_SIZE + 1,
  };
  const day = (rows: readonly { id: string; at: string | null }[]) =>
    rows.map(({ id, at }) => ({ id, at: at ?? '' }));
  const instant = (rows: readonly { id: string; at: Date }[]) =>
    rows.map(({ id, at }) => ({ id, at: at.toISOString() }));
  if (NUMBER.test(query.q)) {
    const [year = '', number = ''] = query.q.split('/');
    return instant(await queries.findByNumber(ctx, `${year}/${number.padStart(6, '0')}`));
  }
  if (query.q !== '') {
    const question = questionOf(query.q);
    return question === '' ? [] : instant(await queries.findByWords(ctx, question, wanted));
  }
  if (query.view !== 'all') return day(await queries.findOpen(ctx, query.view, wanted));
  return instant(await queries.findNewest(ctx, wanted));
}

// The database checks these words.
const typed = (row: queries.ListedRow): Listed => ({
  ...row,
  channel: CHANNELS.find((c) => c === row.channel) ?? 'web',
  state: STATES.find((s) => s === row.state) ?? 'new',
});

/** One page of the questions of the actor's desks. Throws `not_found` for whoever works at none. */
export async function inbox(ctx: Ctx, query: InboxQuery): Promise<Inbox> {
  const desks = await myDesks(ctx);
  if (desks.length === 0) throw notFound();
  const found = await places(ctx, query, desks);
  const shown = found.slice(0, PAGE_SIZE);
  const rows = new Map(
    (
      await queries.findListed(
        ctx,
        shown.map(({ id }) => id),
      )
    ).map((row) => [row.id, typed(row)]),
  );
  const last = shown.at(-1);
  const counts = await queries.countWaiting(ctx, desks);
  await record(ctx, { action: 'list', objectType: 'advice.question', classes: ['D1'] });
  return {
    items: shown.flatMap(({ id }) => rows.get(id) ?? []),
    next: found.length > PAGE_SIZE && last ? `${last.at}~${last.id}` : null,
    counts: {
      mine: counts.mine ?? 0,
      unassigned: counts.unassigned ?? 0,
      review: counts.review ?? 0,
      late: counts.late ?? 0,
    },
  };
}

export interface DueLine {
  readonly href: string;
  readonly what: string;
  readonly until: LocalDate | null;
  readonly late: boolean;
}
const MOST_DUE = 20;

function lineOf(ctx: Ctx, row: queries.DueRow): DueLine {
  const t = text[ctx.lang];
  const { dueOn, callBackAt } = row;
  const words = row.inReview ? t.toReview : dueOn === null ? t.toCall : t.toAnswer;
  const said = words(row.number, row.subject || t.noSubject);
  const until = dueOn ?? (callBackAt && warsawDate(callBackAt));
  return {
    href: `/advice/desk/questions/${row.id}`,
    what: callBackAt ? `${said} (${t.callBack(formatDateTime(callBackAt, ctx.lang))})` : said,
    until,
    late: until !== null && until < warsawDate(ctx.now),
  };
}

/** Answers the acting worker has to tell by telephone, the earliest hour first. */
export async function callsToMake(ctx: Ctx): Promise<readonly DueLine[]> {
  const rows = await queries.findCalls(ctx, await myDesks(ctx), MOST_DUE);
  return rows.map((row) => lineOf(ctx, row));
}

/** What waits at the desks for the acting worker: calls to make, answers to write, answers of others to look at; the nearest day first. */
export async function dueQuestions(ctx: Ctx): Promise<readonly DueLine[]> {
  if (!ctx.actor.permissions.has('advice.answer')) return [];
  const due = await queries.findDue(ctx, await myDesks(ctx), MOST_DUE);
  return [...(await callsToMake(ctx)), ...due.map((row) => lineOf(ctx, row))].slice(0, MOST_DUE);
}

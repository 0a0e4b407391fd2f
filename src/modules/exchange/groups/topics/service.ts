import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { fileResponse, listFiles, openFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { stems } from '#kernel/words/words.ts';
import type { Comment, ExchangeHost, PageQuery } from '../../schema.ts';
import { commentOf, discussion, subjectOf, withTopics } from '../../service.ts';
import { attachFile, checkedWords } from '../../words/service.ts';
import type { Group, GroupQuery } from '../schema.ts';
import { groupOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import {
  type Action,
  type AskBody,
  type ListedTopic,
  type Poll,
  TOPICS_PAGE,
  type TopicView,
} from './schema.ts';

/** What is asked in a group, all of it or where these words stand. */
export async function topics(
  ctx: Ctx,
  id: string,
  { q, page }: GroupQuery,
): Promise<{ group: Group; topics: ListedTopic[]; total: number }> {
  const group = await groupOf(ctx, id);
  const wanted = stems(q);
  const rows = await queries.findTopics(ctx, {
    groupId: id,
    stems: wanted.length === 0 ? null : wanted.map((stem) => `'${stem.replaceAll("'", "''")}':*`).join(' & '),
    limit: TOPICS_PAGE,
    offset: (page - 1) * TOPICS_PAGE,
  });
  return {
    group,
    total: rows[0]?.total ?? 0,
    topics: rows.map((row) => ({
      id: row.id,
      kind: row.kind === 'poll' ? 'poll' : 'question',
      title: row.title,
      signature: row.signature,
      pinned: row.pinned,
      closed: row.closedAt !== null,
      solved: row.solvedId !== null,
      answers: row.answers ?? 0,
      lastAt: row.lastAt,
    })),
  };
}

/** Asks a question, or the group for a vote. Throws `invalid` for what is wrong; `not_found` for whoever is no member. */
export async function ask(
  ctx: Ctx,
  host: ExchangeHost,
  groupId: string,
  form: AskBody,
  file: unknown,
): Promise<string> {
  const t = text[ctx.lang];
  const group = await groupOf(ctx, groupId);
  if (!group.belongs || group.closed) throw notFound();
  const isPoll = form.options !== undefined;
  const options = [
    ...new Set(
      (form.options ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  if (isPoll && (options.length < 2 || options.length > 12))
    throw invalid({ field: 'options', message: t.optionsCount });
  if (options.some((option) => option.length > 200)) throw invalid({ field: 'options', message: 'too_long' });
  const words = await checkedWords(ctx, form);
  const id = newId();
  const commentId = newId();
  await queries.ask(ctx, {
    id,
    groupId,
    kind: isPoll ? 'poll' : 'question',
    options,
    until: isPoll ? dayIn(ctx, form.until ?? '') : null,
    commentId,
    ...words,
  });
  await attachFile(ctx, commentId, file);
  await record(ctx, { action: 'group.ask', objectType: 'topic', objectId: id });
  await subjectOf(ctx, host, 'topic', id);
  return id;
}

function dayIn(ctx: Ctx, typed: string): LocalDate | null {
  if (typed === '') return null;
  const day = parseDate(typed, { today: warsawDate(ctx.now) });
  if (day === null) throw invalid({ field: 'until', message: 'date.invalid' });
  if (day < warsawDate(ctx.now)) throw invalid({ field: 'until', message: text[ctx.lang].untilPast });
  return day;
}

/** A file of a comment that the reader sees. */
export async function fileOf(ctx: Ctx, commentId: string, fileId: string): Promise<Response> {
  const files = await queries.findFiles(ctx, [commentId]);
  if (!files.some((file) => file.fileId === fileId)) throw notFound();
  return fileResponse(await openFile(ctx, fileId));
}

async function filesOf(ctx: Ctx, comments: readonly Comment[]): Promise<TopicView['files']> {
  const links = await queries.findFiles(
    ctx,
    comments.map(({ id }) => id),
  );
  const names = new Map(
    (
      await listFiles(
        ctx,
        links.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file.name]),
  );
  const found = new Map<string, { id: string; name: string }[]>();
  for (const { commentId, fileId } of links) {
    const list = found.get(commentId) ?? [];
    list.push({ id: fileId, name: names.get(fileId) ?? '' });
    found.set(commentId, list);
  }
  return found;
}

async function pollOf(ctx: Ctx, id: string, open: boolean, closesOn: LocalDate | null): Promise<Poll> {
  const options = await queries.findOptions(ctx, id);
  return {
    options: options.map(({ id: option, label, votes }) => ({ id: option, label, votes })),
    chosen: options.find(({ chosen }) => chosen)?.id ?? null,
    open,
    closesOn,
  };
}

/** A topic with one page of its answers. Throws `not_found` for whoever does not read the group. */
export async function topicView(
  ctx: Ctx,
  host: ExchangeHost,
  id: string,
  query: PageQuery,
): Promise<TopicView> {
  const row = await queries.findTopic(ctx, id);
  if (!row || row.openingId === null) throw notFound();
  const subject = await subjectOf(ctx, host, 'topic', id);
  const found = await discussion(ctx, subject, query);
  const solution = row.solvedId === null ? null : await commentOf(ctx, host, row.solvedId).catch(() => null);
  return {
    id,
    group: await groupOf(ctx, row.groupId),
    kind: row.kind === 'poll' ? 'poll' : 'question',
    title: row.title,
    openingId: row.openingId,
    pinned: row.pinned,
    closed: row.closedAt !== null,
    solvedId: row.solvedId,
    solution: solution?.comment.state === 'shown' ? solution.comment : null,
    discussion: found,
    poll: row.kind === 'poll' ? await pollOf(ctx, id, row.polling === true, row.closesOn) : null,
    asked: row.asked === true,
    files: await filesOf(ctx, found.comments),
  };
}

/** Pins, closes, or says which answer solved it. Throws `not_found` for whoever may not. */
export async function arrange(ctx: Ctx, id: string, what: Action, answer: string): Promise<void> {
  const { done } = await queries.arrange(ctx, id, what, answer === '' ? null : answer);
  if (!done) throw notFound();
  await record(ctx, { action: `topic.${what}`, objectType: 'topic', objectId: id });
}

/** One vote a person. Throws `stale` when the poll is over or the vote was given. */
export async function vote(ctx: Ctx, id: string, option: string): Promise<void> {
  const options = await queries.findOptions(ctx, id);
  if (!options.some((one) => one.id === option)) throw invalid({ field: 'option', message: 'choice' });
  const { done } = await queries.vote(ctx, id, option);
  if (!done) throw stale({});
}

export interface TopicHead {
  readonly title: string;
  readonly answers: number;
  readonly solved: boolean;
  /** Whether whoever reads asked it. */
  readonly asked: boolean;
  readonly lastAt: Date;
}
/** Topics by ids, for lists of other modules: those that the reader may read and that have not been withdrawn. */
export const topicHeads = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, TopicHead>> =>
  new Map(
    (await queries.findHeads(ctx, ids)).flatMap(({ id, title, answers, solved, asked, lastAt }) =>
      title === null
        ? []
        : [[id, { title, lastAt, answers: answers ?? 0, solved: solved === true, asked: asked === true }]],
    ),
  );

/** A question asked from a page of another module. Throws as `ask` does. */
export const askInGroup = (ctx: Ctx, groupId: string, form: AskBody): Promise<string> =>
  ask(ctx, withTopics({ siteUrl: '', subjects: {}, addressOf: async () => null }), groupId, form, undefined);

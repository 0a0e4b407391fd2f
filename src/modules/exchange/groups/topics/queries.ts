import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface TopicRow {
  id: string;
  kind: string;
  title: string | null;
  signature: string | null;
  pinned: boolean;
  closedAt: Date | null;
  solvedId: string | null;
  lastAt: Date;
  answers: number | null;
  total: number | null;
}
/** One page of the topics of a group: pinned first, then what was spoken of last. */
export const findTopics = (
  ctx: Ctx,
  q: { groupId: string; stems: string | null; limit: number; offset: number },
): Promise<TopicRow[]> =>
  ctx.tx.many<TopicRow>(sql`
    select t.id, t.kind, x.title, x.signature, t.pinned, t.closed_at as "closedAt", t.solved_id as "solvedId", t.last_at as "lastAt",
      (select count(*)::int from exchange.comment a where a.subject_kind = 'topic' and a.subject_id = t.id and a.visible and a.id <> t.opening_id) as answers,
      count(*) over ()::int as total
    from exchange.topic t join exchange.comment c on c.id = t.opening_id
    left join exchange.comment_text x on x.comment_id = c.id and x.number = c.version
    where t.group_id = ${q.groupId} and (${q.stems}::tsquery is null or t.id in (select exchange.find_topics(${q.groupId}, ${q.stems}::tsquery)))
    order by t.pinned desc, t.last_at desc, t.id limit ${q.limit} offset ${q.offset}`);

export interface OneTopicRow {
  id: string;
  groupId: string;
  kind: string;
  openingId: string | null;
  solvedId: string | null;
  pinned: boolean;
  closedAt: Date | null;
  closesOn: string | null;
  title: string | null;
  asked: boolean | null;
  polling: boolean | null;
}
export const findTopic = (ctx: Ctx, id: string): Promise<OneTopicRow | null> =>
  ctx.tx.maybe<OneTopicRow>(sql`
    select t.id, t.group_id as "groupId", t.kind, t.opening_id as "openingId", t.solved_id as "solvedId", t.pinned, t.closed_at as "closedAt",
      t.closes_on as "closesOn", x.title, exchange.wrote(t.opening_id) as asked, exchange.is_polling(t.id) as polling
    from exchange.topic t left join exchange.comment c on c.id = t.opening_id
    left join exchange.comment_text x on x.comment_id = c.id and x.number = c.version where t.id = ${id}`);

export interface NewTopic {
  readonly id: string;
  readonly groupId: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly until: string | null;
  readonly commentId: string;
  readonly title: string;
  readonly body: string;
  readonly hash: string;
  readonly stems: string;
}
export const ask = (ctx: Ctx, t: NewTopic): Promise<number> =>
  ctx.tx.run(sql`
    select exchange.ask(${t.id}, ${t.groupId}, ${t.kind}, ${t.options}::text[], ${t.until}::date, ${t.commentId}, ${t.title}, ${t.body}, ${t.hash},
      ${ctx.lang}, ${t.stems}::tsvector)`);

export const arrange = (
  ctx: Ctx,
  id: string,
  what: string,
  answer: string | null,
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`select exchange.arrange(${id}, ${what}, ${answer}) as done`);

export const findOptions = (
  ctx: Ctx,
  topicId: string,
): Promise<{ id: string; label: string; votes: number | null; chosen: boolean | null }[]> =>
  ctx.tx.many<{ id: string; label: string; votes: number | null; chosen: boolean | null }>(sql`
    select o.id, o.label, (select s.votes from exchange.poll_sums(${topicId}) s where s.option_id = o.id) as votes,
      exists (select from exchange.vote v where v.option_id = o.id and v.topic_id = ${topicId} and v.worker_id = kernel.worker()) as chosen
    from exchange.poll_option o
    where o.topic_id = ${topicId} order by o.position`);

export const vote = (ctx: Ctx, topicId: string, optionId: string): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`select exchange.cast_vote(${topicId}, ${optionId}) as done`);

/** Files of these comments, as the reader may see them. */
export const findFiles = (
  ctx: Ctx,
  commentIds: readonly string[],
): Promise<{ commentId: string; fileId: string }[]> =>
  ctx.tx.many<{ commentId: string; fileId: string }>(sql`
    select comment_id as "commentId", file_id as "fileId" from exchange.comment_file where comment_id = any(${commentIds}::uuid[])`);

/** Topics by ids, as a list of another module shows them. */
export const findHeads = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<
  {
    id: string;
    title: string | null;
    solved: boolean | null;
    asked: boolean | null;
    answers: number | null;
    lastAt: Date;
  }[]
> =>
  ctx.tx.many<{
    id: string;
    title: string | null;
    solved: boolean | null;
    asked: boolean | null;
    answers: number | null;
    lastAt: Date;
  }>(sql`
    select t.id, x.title, t.solved_id is not null as solved, exchange.wrote(t.opening_id) as asked, t.last_at as "lastAt",
      (select count(*)::int from exchange.comment a where a.subject_kind = 'topic' and a.subject_id = t.id and a.visible and a.id <> t.opening_id) as answers
    from exchange.topic t join exchange.comment c on c.id = t.opening_id
    join exchange.comment_text x on x.comment_id = c.id and x.number = c.version
    where t.id = any(${ids}::uuid[])`);

import type { Ctx } from '#kernel/context.ts';
import { plannedForValues } from '#kernel/db/planning.ts';
import { sql } from '#kernel/db/tx.ts';
import type { View } from './schema.ts';

/** What is listed: asked once a desk, by the index of its order, so that a page costs the same however many there are. */
export interface Wanted {
  readonly desks: readonly string[];
  readonly state: string | null;
  readonly topics: readonly string[] | null;
  readonly county: string | null;
  readonly channel: string | null;
  /** The last row of the page before. */
  readonly at: string;
  readonly id: string;
  readonly limit: number;
}
interface Place {
  id: string;
  at: Date;
}

/** An answer is awaited: the nearest promise first. */
export const findOpen = (ctx: Ctx, view: View, w: Wanted): Promise<{ id: string; at: string | null }[]> =>
  ctx.tx.many<{ id: string; at: string | null }>(sql`
    select q.id, q.due_on as at from advice.desk d cross join lateral (
      select x.id, x.due_on from advice.question x
      where x.desk_id = d.id and x.due_on is not null and (x.due_on, x.id) > (${w.at}::date, ${w.id}::uuid)
        and case ${view} when 'mine' then x.assigned_to = kernel.worker() when 'unassigned' then x.assigned_to is null
          when 'review' then x.in_review else x.due_on < kernel.today() end
        and (${w.state}::text is null or x.state = ${w.state}) and (${w.topics}::text[] is null or x.topic_code = any(${w.topics}))
        and (${w.county}::text is null or x.county_code = ${w.county}) and (${w.channel}::text is null or x.channel = ${w.channel})
      order by x.due_on, x.id limit ${w.limit}) q
    where d.id = any(${w.desks}::uuid[])
    order by q.due_on, q.id limit ${w.limit}`);

/**
 * All there ever was, the newest first. Any filters together: planned for their values, so that each time the index is
 * taken that leaves fewest rows, or the newest rows are read until a page is full.
 */
export const findNewest = (ctx: Ctx, w: Wanted): Promise<Place[]> =>
  plannedForValues(ctx, () =>
    ctx.tx.many<Place>(sql`
      select q.id, q.asked_at as at from advice.desk d cross join lateral (
        select x.id, x.asked_at from advice.question x
        where x.desk_id = d.id and (x.asked_at, x.id) < (${w.at}::timestamptz, ${w.id}::uuid)
          and (${w.state}::text is null or x.state = ${w.state}) and (${w.topics}::text[] is null or x.topic_code = any(${w.topics}))
          and (${w.county}::text is null or x.county_code = ${w.county}) and (${w.channel}::text is null or x.channel = ${w.channel})
        order by x.asked_at desc, x.id desc limit ${w.limit}) q
      where d.id = any(${w.desks}::uuid[])
      order by q.asked_at desc, q.id desc limit ${w.limit}`),
  );

const MOST_FOUND = 500;
/** With these words: the newest ones of the desks, as far as the search goes. */
export const findByWords = (ctx: Ctx, question: string, w: Wanted): Promise<Place[]> =>
  ctx.tx.many<Place>(sql`
    select x.id, x.asked_at as at from advice.find(${question}::tsquery, ${MOST_FOUND}) f join advice.question x on x.id = f.question_id
    where (x.asked_at, x.id) < (${w.at}::timestamptz, ${w.id}::uuid) and x.desk_id = any(${w.desks}::uuid[])
      and (${w.state}::text is null or x.state = ${w.state}) and (${w.topics}::text[] is null or x.topic_code = any(${w.topics}))
      and (${w.county}::text is null or x.county_code = ${w.county}) and (${w.channel}::text is null or x.channel = ${w.channel})
    order by x.asked_at desc, x.id desc limit ${w.limit}`);
export const findByNumber = (ctx: Ctx, number: string): Promise<Place[]> =>
  ctx.tx.many<Place>(sql`select id, asked_at as at from advice.question where number = ${number}`);

export interface ListedRow {
  id: string;
  number: string;
  deskId: string;
  channel: string;
  state: string;
  subject: string;
  countyCode: string | null;
  topicCode: string | null;
  urgent: boolean;
  inReview: boolean;
  askedAt: Date;
  dueOn: string | null;
  callBackAt: Date | null;
  assignedName: string | null;
}
export const findListed = (ctx: Ctx, ids: readonly string[]): Promise<ListedRow[]> =>
  ctx.tx.many<ListedRow>(sql`
    select q.id, q.number, q.desk_id as "deskId", q.channel, q.state, q.subject, q.county_code as "countyCode", q.topic_code as "topicCode",
      q.urgent, q.in_review as "inReview", q.asked_at as "askedAt", q.due_on as "dueOn", q.call_back_at as "callBackAt",
      w.name as "assignedName"
    from advice.question q left join organisations.api_worker w on w.id = q.assigned_to where q.id = any(${ids}::uuid[])`);

export interface DueRow {
  id: string;
  number: string;
  subject: string;
  inReview: boolean;
  dueOn: string | null;
  callBackAt: Date | null;
}
/** What waits for the actor: the own questions, and, for who reviews, the answers of others. */
export const findDue = (ctx: Ctx, desks: readonly string[], limit: number): Promise<DueRow[]> =>
  ctx.tx.many<DueRow>(sql`
    select q.id, q.number, q.subject, q.in_review as "inReview", q.due_on as "dueOn", q.call_back_at as "callBackAt" from advice.question q
    where q.due_on is not null and q.desk_id = any(${desks}::uuid[]) and (q.assigned_to = kernel.worker() and not q.in_review
      or q.in_review and advice.holds_role(q.desk_id, array['reviewer', 'lead'], kernel.worker()) and not exists (
        select from advice.message m where m.question_id = q.id and m.state = 'waiting_review' and m.author_id = kernel.worker()))
    order by q.due_on, q.id limit ${limit}`);
/** Questions of the actor whose answer is there and has to be told by telephone. */
export const findCalls = (ctx: Ctx, desks: readonly string[], limit: number): Promise<DueRow[]> =>
  ctx.tx.many<DueRow>(sql`
    select q.id, q.number, q.subject, q.in_review as "inReview", q.due_on as "dueOn", q.call_back_at as "callBackAt" from advice.question q
    where q.assigned_to = kernel.worker() and q.state = 'answered' and q.call_back_at is not null and q.desk_id = any(${desks}::uuid[])
    order by q.call_back_at, q.id limit ${limit}`);

/** How many wait; those awaiting an answer are few beside all there were. */
export const countWaiting = (
  ctx: Ctx,
  desks: readonly string[],
): Promise<{ mine: number | null; unassigned: number | null; review: number | null; late: number | null }> =>
  ctx.tx.one<{
    mine: number | null;
    unassigned: number | null;
    review: number | null;
    late: number | null;
  }>(sql`
    select count(*) filter (where assigned_to = kernel.worker())::int as mine, count(*) filter (where assigned_to is null)::int as unassigned,
      count(*) filter (where in_review)::int as review, count(*) filter (where due_on < kernel.today())::int as late
    from advice.question where desk_id = any(${desks}::uuid[]) and due_on is not null`);

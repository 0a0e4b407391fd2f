import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface WaitingRow {
  queue: string | null;
  commentId: string | null;
  signature: string | null;
  start: string | null;
  since: Date | null;
  reason: string | null;
}
/** What waits for moderators, the oldest first. */
export const findQueue = (
  ctx: Ctx,
  q: { queue: string | null; limit: number; offset: number },
): Promise<WaitingRow[]> =>
  ctx.tx.many<WaitingRow>(sql`
    select q.queue, q.comment_id as "commentId", t.signature, left(coalesce(nullif(t.title, ''), t.body), 100) as start, q.since, q.reason
    from (
      select 'waiting' as queue, c.id as comment_id, c.created_at as since, null::text as reason from exchange.comment c where c.state = 'waiting'
      union all
      select 'notices', n.comment_id, n.made_at, n.reason from exchange.notice n where n.closed_at is null
      union all
      select 'appeals', d.comment_id, a.made_at, d.reason from exchange.appeal a join exchange.decision d on d.id = a.decision_id where a.outcome is null
    ) q
    join exchange.comment c on c.id = q.comment_id
    join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    where ${q.queue}::text is null or q.queue = ${q.queue}
    order by q.since, q.comment_id limit ${q.limit} offset ${q.offset}`);

export const countQueue = (
  ctx: Ctx,
): Promise<{ waiting: number | null; notices: number | null; appeals: number | null }> =>
  ctx.tx.one<{ waiting: number | null; notices: number | null; appeals: number | null }>(sql`
    select (select count(*)::int from exchange.comment where state = 'waiting') as waiting,
      (select count(*)::int from exchange.notice where closed_at is null) as notices,
      (select count(*)::int from exchange.appeal where outcome is null) as appeals`);

export const findVersions = (
  ctx: Ctx,
  id: string,
): Promise<{ number: number; title: string; body: string; writtenAt: Date }[]> =>
  ctx.tx.many<{ number: number; title: string; body: string; writtenAt: Date }>(sql`
    select number, title, body, written_at as "writtenAt" from exchange.comment_text where comment_id = ${id} order by number desc`);

export const findNotices = (
  ctx: Ctx,
  id: string,
): Promise<{ id: string; reason: string; explanation: string; madeAt: Date; closedAt: Date | null }[]> =>
  ctx.tx.many<{ id: string; reason: string; explanation: string; madeAt: Date; closedAt: Date | null }>(sql`
    select id, reason, explanation, made_at as "madeAt", closed_at as "closedAt" from exchange.notice where comment_id = ${id}
    order by made_at desc limit 100`);

export interface DecisionRow {
  id: string;
  outcome: string;
  ground: string | null;
  reason: string | null;
  statement: string;
  noticed: boolean;
  madeAt: Date;
  madeBy: string;
  appealId: string | null;
  appealBody: string | null;
  appealAt: Date | null;
  appealOutcome: string | null;
  appealAnswer: string | null;
  appealDecidedAt: Date | null;
}
/** Decisions about a comment with their appeals, the latest first. */
export const findDecisions = (ctx: Ctx, commentId: string): Promise<DecisionRow[]> =>
  ctx.tx.many<DecisionRow>(sql`
    select d.id, d.outcome, d.ground, d.reason, d.statement, d.noticed, d.made_at as "madeAt", d.made_by as "madeBy", a.id as "appealId",
      a.body as "appealBody", a.made_at as "appealAt", a.outcome as "appealOutcome", a.answer as "appealAnswer", a.decided_at as "appealDecidedAt"
    from exchange.decision d left join exchange.appeal a on a.decision_id = d.id
    where d.comment_id = ${commentId} order by d.made_at desc, d.id desc`);

/** False when the comment changed since it was looked at. */
export const decide = (
  ctx: Ctx,
  d: {
    id: string;
    commentId: string;
    seen: number;
    outcome: string;
    ground: string | null;
    reason: string | null;
    statement: string;
  },
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`
    select exchange.decide(${d.id}, ${d.commentId}, ${d.seen}, ${d.outcome}, ${d.ground}, ${d.reason}, ${d.statement}) as done`);

/** False when it cannot be appealed against, or was. */
export const appeal = (
  ctx: Ctx,
  id: string,
  decisionId: string,
  body: string,
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(
    sql`select exchange.appeal_against(${id}, ${decisionId}, ${body}) as done`,
  );

/** False when somebody decided it before. */
export const judge = (
  ctx: Ctx,
  j: {
    appealId: string;
    id: string;
    outcome: string;
    answer: string;
    ground: string | null;
    reason: string | null;
  },
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(
    sql`select exchange.judge(${j.appealId}, ${j.id}, ${j.outcome}, ${j.answer}, ${j.ground}, ${j.reason}) as done`,
  );

export const findFigures = (
  ctx: Ctx,
  since: Date,
  until: Date,
): Promise<{ what: string | null; code: string | null; n: number | null; hours: number | null }[]> =>
  ctx.tx.many<{ what: string | null; code: string | null; n: number | null; hours: number | null }>(
    sql`select what, code, n, hours from exchange.figures(${since}, ${until}) order by what, n desc, code`,
  );

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { COUNTED_TO, PAGE_SIZE, type Place, type Subject } from './schema.ts';

/** Names the link or the cookie this transaction holds; what it opens is decided by the functions of the schema. */
export const holdKey = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select set_config('app.exchange_key', ${hash}, true)`);

export interface CommentRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  threadId: string;
  parentId: string | null;
  state: string;
  reason: string | null;
  useful: boolean;
  createdAt: Date;
  editedAt: Date | null;
  rowVersion: number;
  title: string | null;
  body: string | null;
  signature: string | null;
  lang: string | null;
  institution: string | null;
  institutionType: string | null;
  answers: string | null;
  /** Others do not see who wrote it. */
  own: boolean | null;
}

/** The comments after a place of a discussion, one more than a page shows. */
export const findAfter = (ctx: Ctx, subject: Subject, after: Place): Promise<CommentRow[]> =>
  ctx.tx.many<CommentRow>(sql`
    select c.id, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.thread_id as "threadId", c.parent_id as "parentId", c.state,
      c.reason, c.useful, c.created_at as "createdAt", c.edited_at as "editedAt", c.row_version as "rowVersion", t.title, t.body, t.signature, t.lang,
      i.short_name as institution, i.type as "institutionType", pt.signature as answers,
      exists (select from exchange.author a where a.comment_id = c.id) as own
    from exchange.comment c
    left join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    left join organisations.api_institution i on i.id = c.institution_id
    left join exchange.comment p on p.id = c.parent_id and c.parent_id <> c.thread_id
    left join exchange.comment_text pt on pt.comment_id = p.id and pt.number = p.version
    where c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id} and c.visible
      and (c.thread_id, c.id) > (${after.thread}::uuid, ${after.id}::uuid)
    order by c.thread_id, c.id limit ${PAGE_SIZE + 1}`);

/** The comments before a place, the nearest first. */
export const findBefore = (ctx: Ctx, subject: Subject, before: Place): Promise<CommentRow[]> =>
  ctx.tx.many<CommentRow>(sql`
    select c.id, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.thread_id as "threadId", c.parent_id as "parentId", c.state,
      c.reason, c.useful, c.created_at as "createdAt", c.edited_at as "editedAt", c.row_version as "rowVersion", t.title, t.body, t.signature, t.lang,
      i.short_name as institution, i.type as "institutionType", pt.signature as answers,
      exists (select from exchange.author a where a.comment_id = c.id) as own
    from exchange.comment c
    left join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    left join organisations.api_institution i on i.id = c.institution_id
    left join exchange.comment p on p.id = c.parent_id and c.parent_id <> c.thread_id
    left join exchange.comment_text pt on pt.comment_id = p.id and pt.number = p.version
    where c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id} and c.visible
      and (c.thread_id, c.id) < (${before.thread}::uuid, ${before.id}::uuid)
    order by c.thread_id desc, c.id desc limit ${PAGE_SIZE + 1}`);

/** One comment, whatever its state; null when whoever acts does not see it. */
export const findComment = (ctx: Ctx, id: string): Promise<CommentRow | null> =>
  ctx.tx.maybe<CommentRow>(sql`
    select c.id, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.thread_id as "threadId", c.parent_id as "parentId", c.state,
      c.reason, c.useful, c.created_at as "createdAt", c.edited_at as "editedAt", c.row_version as "rowVersion", t.title, t.body, t.signature, t.lang,
      i.short_name as institution, i.type as "institutionType", pt.signature as answers,
      exists (select from exchange.author a where a.comment_id = c.id) as own
    from exchange.comment c
    left join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    left join organisations.api_institution i on i.id = c.institution_id
    left join exchange.comment p on p.id = c.parent_id and c.parent_id <> c.thread_id
    left join exchange.comment_text pt on pt.comment_id = p.id and pt.number = p.version
    where c.id = ${id}`);

/** How many are seen under a subject; counting goes along the index and stops soon after a thousand. */
export const countComments = (
  ctx: Ctx,
  subject: Pick<Subject, 'kind' | 'id'>,
): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from (select 1 from exchange.comment c where c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id}
      and c.visible order by c.thread_id, c.id limit ${COUNTED_TO + 1}) as counted`);

export const findFollows = (ctx: Ctx, subject: Subject): Promise<{ follows: boolean | null }> =>
  ctx.tx.one<{ follows: boolean | null }>(
    sql`select exchange.follows(${subject.kind}, ${subject.id}) as follows`,
  );

export const findWrote = (ctx: Ctx, id: string): Promise<{ wrote: boolean | null }> =>
  ctx.tx.one<{ wrote: boolean | null }>(sql`select exchange.wrote(${id}) as wrote`);

/** The decision by which a comment stayed although whoever acts had sent a notice about it. */
export const findKept = (ctx: Ctx, commentId: string): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select exchange.kept(${commentId}) as id`);

export const findVisitor = (ctx: Ctx): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select exchange.visitor() as id`);

export const findRules = (ctx: Ctx): Promise<{ code: string; value: number }[]> =>
  ctx.tx.many<{ code: string; value: number }>(sql`
    select code, value from exchange.rule
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by valid_from`);

export const findMarked = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string | null }[]> =>
  ctx.tx.many<{ id: string | null }>(sql`select id from exchange.found_useful(${ids}::uuid[]) as id`);

/** Counts a form sent without an account; false above the limit of a day. */
export const admitSource = (ctx: Ctx, id: string, source: string): Promise<{ admitted: boolean | null }> =>
  ctx.tx.one<{ admitted: boolean | null }>(sql`select exchange.admit_source(${id}, ${source}) as admitted`);

export const contactOf = (
  ctx: Ctx,
  id: string,
  email: string,
  lang: string,
): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select exchange.contact_of(${id}, ${email}, ${lang}) as id`);

/** A topic of a group as a subject; open while whoever acts may answer. Others than workers and the system find none. */
export const findTopicSubject = async (
  ctx: Ctx,
  id: string,
): Promise<{ title: string | null; open: boolean | null } | null> =>
  ctx.actor.kind !== 'worker' && ctx.actor.kind !== 'system'
    ? null
    : ctx.tx.maybe<{ title: string | null; open: boolean | null }>(sql`
    select x.title, t.closed_at is null and exists (select from exchange.membership m where m.group_id = t.group_id
      and m.worker_id = kernel.worker() and m.left_at is null) as open
    from exchange.topic t left join exchange.comment c on c.id = t.opening_id
    left join exchange.comment_text x on x.comment_id = c.id and x.number = c.version where t.id = ${id}`);

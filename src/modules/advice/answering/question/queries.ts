import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findContact = (
  ctx: Ctx,
  id: string,
): Promise<{ name: string; email: string; phone: string; erasedAt: Date | null } | null> =>
  ctx.tx.maybe<{ name: string; email: string; phone: string; erasedAt: Date | null }>(
    sql`select name, email, phone, erased_at as "erasedAt" from advice.asker where question_id = ${id}`,
  );

export interface MessageRow {
  id: string;
  questionId: string;
  direction: string;
  state: string;
  body: string;
  spoken: boolean;
  authorId: string | null;
  authorName: string | null;
  writtenAt: Date;
  sentAt: Date | null;
  reviewerName: string | null;
  reviewNote: string;
  rowVersion: number;
}
/** What was said, of the question and of the duplicates that were joined with it. */
export const findThread = (ctx: Ctx, id: string): Promise<MessageRow[]> =>
  ctx.tx.many<MessageRow>(sql`
    select m.id, m.question_id as "questionId", m.direction, m.state, m.body, m.spoken, m.author_id as "authorId", a.name as "authorName",
      m.written_at as "writtenAt", m.sent_at as "sentAt", r.name as "reviewerName", m.review_note as "reviewNote", m.row_version as "rowVersion"
    from advice.message m join advice.question q on q.id = m.question_id
      left join organisations.api_worker a on a.id = m.author_id left join organisations.api_worker r on r.id = m.reviewer_id
    where q.id = ${id} or q.merged_into = ${id} order by coalesce(m.sent_at, m.written_at), m.id`);
export const findFiles = (ctx: Ctx, id: string): Promise<{ fileId: string; messageId: string }[]> =>
  ctx.tx.many<{ fileId: string; messageId: string }>(sql`
    select a.file_id as "fileId", a.message_id as "messageId" from advice.attachment a join advice.question q on q.id = a.question_id
    where q.id = ${id} or q.merged_into = ${id}`);
export const findHistory = (
  ctx: Ctx,
  id: string,
): Promise<{ at: Date; kind: string; who: string | null }[]> =>
  ctx.tx.many<{ at: Date; kind: string; who: string | null }>(sql`
    select e.at, e.kind, w.name as who from advice.event e left join organisations.api_worker w on w.id = e.worker_id
    where e.question_id = ${id} order by e.at, e.id limit 300`);
export const findJoined = (
  ctx: Ctx,
  id: string,
): Promise<{ id: string; number: string; subject: string }[]> =>
  ctx.tx.many<{ id: string; number: string; subject: string }>(
    sql`select id, number, subject from advice.question where merged_into = ${id} order by number`,
  );
export const findRating = (ctx: Ctx, id: string): Promise<{ score: number; words: string } | null> =>
  ctx.tx.maybe<{ score: number; words: string }>(
    sql`select score, words from advice.rating where question_id = ${id}`,
  );
/** Who works at the desk today. */
export const findColleagues = (
  ctx: Ctx,
  deskId: string,
): Promise<{ workerId: string; name: string | null; institution: string }[]> =>
  ctx.tx.many<{ workerId: string; name: string | null; institution: string }>(sql`
    select distinct w.worker_id as "workerId", p.name, i.short_name as institution from advice.desk_worker w
      join organisations.api_worker p on p.id = w.worker_id join organisations.api_institution i on i.id = p.institution_id
    where w.desk_id = ${deskId} and w.valid_from <= kernel.today() and (w.valid_to is null or w.valid_to >= kernel.today())
    order by p.name`);

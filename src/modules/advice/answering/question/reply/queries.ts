import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { MessageRow } from '../queries.ts';

/** Keeps the own unfinished answer; there is one of each author. */
export const putDraft = (
  ctx: Ctx,
  m: { id: string; questionId: string; deskId: string; body: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at)
    values (${m.id}, ${m.questionId}, ${m.deskId}, 'out', 'draft', ${m.body}, kernel.worker(), ${ctx.now})
    on conflict (question_id, author_id) where state = 'draft'
    do update set body = excluded.body, written_at = excluded.written_at, row_version = message.row_version + 1`);
export const findDraft = (ctx: Ctx, questionId: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from advice.message where question_id = ${questionId} and author_id = kernel.worker() and state = 'draft'`);
export const dropDraft = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    delete from advice.message where question_id = ${questionId} and author_id = kernel.worker() and state = 'draft'`);
/** The own draft goes to who asked, or waits for a second pair of eyes. */
export const finishDraft = (ctx: Ctx, id: string, state: 'sent' | 'waiting_review'): Promise<number> =>
  ctx.tx.run(sql`
    update advice.message set state = ${state}, sent_at = case when ${state} = 'sent' then ${ctx.now}::timestamptz end,
      written_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id} and state = 'draft' and author_id = kernel.worker()`);
export const findProposed = (ctx: Ctx, id: string): Promise<MessageRow | null> =>
  ctx.tx.maybe<MessageRow>(sql`
    select m.id, m.question_id as "questionId", m.direction, m.state, m.body, m.spoken, m.author_id as "authorId", null as "authorName",
      m.written_at as "writtenAt", m.sent_at as "sentAt", null as "reviewerName", m.review_note as "reviewNote", m.row_version as "rowVersion"
    from advice.message m where m.id = ${id} for update`);
export const approve = (ctx: Ctx, id: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.message set state = 'sent', sent_at = ${ctx.now}, reviewer_id = kernel.worker(), reviewed_at = ${ctx.now},
      review_note = ${note}, row_version = row_version + 1 where id = ${id} and state = 'waiting_review'`);
/** Back to its author; an unfinished answer begun meanwhile is put behind it. */
export const sendBack = (ctx: Ctx, id: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.message set state = 'draft', review_note = ${note}, row_version = row_version + 1
    where id = ${id} and state = 'waiting_review'`);
export const setInReview = (ctx: Ctx, questionId: string, inReview: boolean): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set in_review = ${inReview}, row_version = row_version + 1 where id = ${questionId}`);
/** The answer is told by telephone: from now on, unless a time was agreed. */
export const askToCall = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.question set call_back_at = coalesce(call_back_at, ${ctx.now}) where id = ${questionId}`,
  );
export const setAdviser = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set assigned_to = kernel.worker() where id = ${questionId} and assigned_to is null`);
export const attach = (
  ctx: Ctx,
  a: { fileId: string; messageId: string; questionId: string; deskId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.attachment (file_id, message_id, question_id, desk_id)
    values (${a.fileId}, ${a.messageId}, ${a.questionId}, ${a.deskId})`);

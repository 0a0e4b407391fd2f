import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

// For the system alone: what follows once the words of a question, or how to reach who asked, are erased.

/** Letters about the question that may go now. */
export const findLetters = (ctx: Ctx, questionId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select n.mail_id as id from advice.notice n join advice.asker a on a.question_id = n.question_id
    where n.question_id = ${questionId} and a.erased_at is not null`);
export const dropNotices = (ctx: Ctx, mailIds: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from advice.notice where mail_id = any(${mailIds}::uuid[])`);
export const clearLetters = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.letter l set from_address = '', from_name = '', subject = '', body = '' from advice.asker a
    where l.question_id = ${questionId} and a.question_id = l.question_id and a.erased_at is not null`);
/** Stems of how to reach somebody have the weight B; see `wordsOf`. */
export const clearContactWords = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question_words w set words = ts_filter(w.words, '{a,c,d}') from advice.asker a
    where w.question_id = ${questionId} and a.question_id = w.question_id and a.erased_at is not null`);
/** The question when its words are erased. */
export const findErased = (ctx: Ctx, questionId: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(
    sql`select id from advice.question where id = ${questionId} and erased_at is not null`,
  );
export const findFiles = (ctx: Ctx, questionId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(
    sql`select file_id as id from advice.attachment where question_id = ${questionId}`,
  );
/** Answers and articles nobody has finished, and signs that somebody writes one. */
export const dropUnfinished = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    with articles as (delete from advice.article where question_id = ${questionId} and state = 'writing')
    delete from advice.message where question_id = ${questionId} and state <> 'sent'`);

export const findOfAccount = (ctx: Ctx, accountId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(
    sql`select question_id as id from advice.asker where account_id = ${accountId}`,
  );
export const erase = (ctx: Ctx, questionId: string, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select advice.erase(${questionId}, ${eventId})`);

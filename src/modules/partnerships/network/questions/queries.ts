import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findQuestions = (
  ctx: Ctx,
  term: string,
): Promise<{ topicId: string; code: string; partnership: string | null; documentId: string | null }[]> =>
  ctx.tx.many<{ topicId: string; code: string; partnership: string | null; documentId: string | null }>(sql`
    select q.topic_id as "topicId", q.code, p.name as partnership, q.document_id as "documentId"
    from partnerships.network_question q left join partnerships.partnership p on p.id = q.partnership_id
    where ${term} = '' or q.code = ${term} order by q.asked_at desc limit 100`);

export const addQuestion = (
  ctx: Ctx,
  q: { topicId: string; partnershipId: string | null; code: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.network_question (topic_id, partnership_id, code, asked_at)
    values (${q.topicId}, ${q.partnershipId}, ${q.code}, ${ctx.now})`);

export const linkPractice = (ctx: Ctx, topicId: string, documentId: string | null): Promise<number> =>
  ctx.tx.run(
    sql`update partnerships.network_question set document_id = ${documentId} where topic_id = ${topicId}`,
  );

/** The first partnership of the asker's institution, in whose name a question is asked. */
export const findOwn = (ctx: Ctx): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from partnerships.partnership where id = any(partnerships.mine()) and state <> 'ended' order by started_on, id limit 1`);

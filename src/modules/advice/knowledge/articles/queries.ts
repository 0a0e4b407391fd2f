import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ArticleRow {
  id: string;
  deskId: string;
  questionId: string | null;
  questionNumber: string | null;
  topicCode: string | null;
  title: string;
  lead: string;
  body: string;
  legalStateOn: string | null;
  reviewBy: string | null;
  theme: string | null;
  acts: string;
  state: string;
  documentId: string | null;
  authors: string[];
  updatedAt: Date;
  rowVersion: number;
}
export const findArticle = (ctx: Ctx, id: string): Promise<ArticleRow | null> =>
  ctx.tx.maybe<ArticleRow>(sql`
    select a.id, a.desk_id as "deskId", a.question_id as "questionId", q.number as "questionNumber", a.topic_code as "topicCode", a.title, a.lead, a.body,
      a.legal_state_on as "legalStateOn", a.review_by as "reviewBy", a.theme, a.acts, a.state, a.document_id as "documentId", a.authors,
      a.updated_at as "updatedAt", a.row_version as "rowVersion"
    from advice.article a left join advice.question q on q.id = a.question_id where a.id = ${id}`);
export const lockArticle = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from advice.article where id = ${id} for update`,
  );
export const findOfQuestion = (
  ctx: Ctx,
  questionId: string,
): Promise<{ id: string; state: string; documentId: string | null } | null> =>
  ctx.tx.maybe<{ id: string; state: string; documentId: string | null }>(
    sql`select id, state, document_id as "documentId" from advice.article where question_id = ${questionId}`,
  );
export const findOfOpened = (ctx: Ctx): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select advice.published_of_opened() as id`);

export interface LineRow {
  id: string;
  title: string;
  state: string;
  documentId: string | null;
  authors: string[];
  deskId: string;
  updatedAt: Date;
  open: number | null;
  approves: boolean | null;
}
export const findArticles = (ctx: Ctx): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select a.id, a.title, a.state, a.document_id as "documentId", a.authors, a.desk_id as "deskId", a.updated_at as "updatedAt",
      (select count(*)::int from advice.finding f where f.article_id = a.id and f.decision is null) as open,
      advice.holds_role(a.desk_id, array['reviewer', 'lead'], kernel.worker()) as approves
    from advice.article a order by a.updated_at desc, a.id limit 300`);

/** What was asked and answered, oldest first: letters that went out alone, no notes. */
export const findMessages = (
  ctx: Ctx,
  questionId: string,
): Promise<{ direction: string; body: string; authorId: string | null }[]> =>
  ctx.tx.many<{ direction: string; body: string; authorId: string | null }>(sql`
    select direction, body, author_id as "authorId" from advice.message
    where question_id = ${questionId} and state = 'sent' and direction in ('in', 'out') order by written_at, id`);

export const insertArticle = (
  ctx: Ctx,
  a: {
    id: string;
    deskId: string;
    questionId: string;
    topicCode: string | null;
    title: string;
    body: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.article (id, desk_id, question_id, topic_code, title, body, authors, created_by, created_at, updated_at)
    values (${a.id}, ${a.deskId}, ${a.questionId}, ${a.topicCode}, ${a.title}, ${a.body}, array[${ctx.actor.subjectId}]::uuid[], kernel.worker(),
      kernel.instant(), kernel.instant())`);

export interface Words {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}
/** The words alone: a decision changes them without anybody having written. */
export const setWords = (ctx: Ctx, id: string, w: Words): Promise<number> =>
  ctx.tx.run(sql`
    update advice.article set title = ${w.title}, lead = ${w.lead}, body = ${w.body}, updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id}`);
export const saveArticle = (
  ctx: Ctx,
  id: string,
  w: Words & { legalStateOn: string | null; reviewBy: string | null; theme: string | null; acts: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update advice.article set title = ${w.title}, lead = ${w.lead}, body = ${w.body}, legal_state_on = ${w.legalStateOn}, review_by = ${w.reviewBy},
      theme = ${w.theme}, acts = ${w.acts}, authors = array(select distinct unnest(authors || ${ctx.actor.subjectId}::uuid)), updated_at = kernel.instant(),
      row_version = row_version + 1 where id = ${id}`);
export const handOver = (ctx: Ctx, id: string, documentId: string, versionId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.article set state = 'handed', document_id = ${documentId}, version_id = ${versionId}, handed_at = kernel.instant(),
      updated_at = kernel.instant(), row_version = row_version + 1 where id = ${id}`);
export const takeBack = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.article set state = 'writing', updated_at = kernel.instant(), row_version = row_version + 1 where id = ${id}`,
  );

export interface FindingRow {
  id: string;
  kind: string;
  said: string;
  instead: string;
  decision: string | null;
  reason: string;
}
export const findFindings = (ctx: Ctx, articleId: string): Promise<FindingRow[]> =>
  ctx.tx.many<FindingRow>(
    sql`select id, kind, said, instead, decision, reason from advice.finding where article_id = ${articleId} order by id`,
  );
export const insertFinding = (
  ctx: Ctx,
  f: { id: string; articleId: string; deskId: string; kind: string; said: string; instead: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.finding (id, article_id, desk_id, kind, said, instead)
    values (${f.id}, ${f.articleId}, ${f.deskId}, ${f.kind}, ${f.said}, ${f.instead})`);
export const decideFinding = (ctx: Ctx, id: string, decision: string, reason: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.finding set decision = ${decision}, reason = ${reason}, decided_by = kernel.worker(), decided_at = kernel.instant() where id = ${id}`);
/** What was taken out is not needed once the article has left: its words are forgotten. */
export const forgetRemoved = (ctx: Ctx, articleId: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.finding set said = '#' || id::text where article_id = ${articleId} and decision = 'removed'`,
  );
/** Who works at a desk today, and whether they look over what others write. */
export const findDeskWorkers = (
  ctx: Ctx,
  deskId: string,
): Promise<{ workerId: string; reviews: boolean | null }[]> =>
  ctx.tx.many<{ workerId: string; reviews: boolean | null }>(sql`
    select worker_id as "workerId", bool_or(role in ('reviewer', 'lead')) as reviews from advice.desk_worker where desk_id = ${deskId}
      and valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) group by worker_id`);

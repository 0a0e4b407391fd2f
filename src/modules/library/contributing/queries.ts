import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Words } from '../editing/queries.ts';

/** Each worker once; what stands stays. */
export const addContributors = (
  ctx: Ctx,
  documentId: string,
  workers: readonly string[],
  approves: boolean,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.contributor (document_id, worker_id, approves, added_at)
    select ${documentId}::uuid, w, ${approves}, kernel.instant() from unnest(${workers}::uuid[]) w
    where not exists (select from library.contributor c where c.document_id = ${documentId}::uuid and c.worker_id = w)`);

export const insertVersion = (
  ctx: Ctx,
  v: { id: string; documentId: string; lang: string; authors: readonly string[] },
  w: Words,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.version (id, document_id, lang, number, title, lead, body, facts, legal_state_on, review_by, words, author_id, authors, created_at, updated_at)
    select ${v.id}, ${v.documentId}, ${v.lang}, coalesce(max(number), 0) + 1, ${w.title}, ${w.lead}, ${w.body}, '{}', ${w.legalStateOn}, ${w.reviewBy},
      ${w.vector}::tsvector, kernel.worker(), ${v.authors}::uuid[], kernel.instant(), kernel.instant()
    from library.version where document_id = ${v.documentId} and lang = ${v.lang}`);

export const updateVersion = (ctx: Ctx, id: string, authors: readonly string[], w: Words): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set title = ${w.title}, lead = ${w.lead}, body = ${w.body}, legal_state_on = ${w.legalStateOn}, review_by = ${w.reviewBy},
      words = ${w.vector}::tsvector, author_id = kernel.worker(), authors = array(select distinct unnest(authors || ${authors}::uuid[])), state = 'draft',
      proposed_at = null, updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id} and state in ('draft', 'proposed')`);

export interface ContributedRow {
  documentId: string;
  slug: string;
  publishedAt: Date | null;
  state: string;
  versionId: string;
  title: string;
  returnedNote: string;
  legalStateOn: string | null;
  reviewBy: string | null;
  changedActs: string[] | null;
  writes: boolean | null;
}
/** The newest version of each document, in Polish, that the actor may see. */
export const findContributed = (ctx: Ctx, ids: readonly string[]): Promise<ContributedRow[]> =>
  ctx.tx.many<ContributedRow>(sql`
    select distinct on (d.id) d.id as "documentId", d.slug, d.published_at as "publishedAt", v.state, v.id as "versionId", v.title, v.returned_note as "returnedNote",
      v.legal_state_on as "legalStateOn", v.review_by as "reviewBy",
      array(select a.short_pl from library.document_act l join library.act a on a.code = l.act where l.document_id = d.id and a.changed_on <= kernel.today()
        and (v.legal_state_on is null or v.legal_state_on < a.changed_on)) as "changedActs",
      d.id = any (coalesce(library.contributions(false), '{}')) as writes
    from library.document d join library.version v on v.document_id = d.id
    where d.id = any (${ids}::uuid[]) and d.kind = 'advice' order by d.id, v.number desc`);

export const findActs = (
  ctx: Ctx,
): Promise<{ code: string; short: string; name: string; changedOn: string | null; changedNote: string }[]> =>
  ctx.tx.many<{
    code: string;
    short: string;
    name: string;
    changedOn: string | null;
    changedNote: string;
  }>(sql`
    select code, short_pl as short, name_pl as name, changed_on as "changedOn", changed_note as "changedNote" from library.act order by short_pl`);

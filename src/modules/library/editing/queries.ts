import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const insertDocument = (
  ctx: Ctx,
  d: {
    id: string;
    kind: string;
    slug: string;
    parentId: string | null;
    comments: string;
    position: number;
    tags: readonly string[];
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document (id, kind, slug, parent_id, position, comments, tags, created_at, created_by)
    values (${d.id}, ${d.kind}, ${d.slug}, ${d.parentId}, ${d.position}, ${d.comments}, ${d.tags}::text[], kernel.instant(), kernel.worker())`);

export const takenSlugs = (ctx: Ctx, parentId: string | null, like: string): Promise<{ slug: string }[]> =>
  ctx.tx.many<{ slug: string }>(sql`
    select slug from library.document where parent_id is not distinct from ${parentId}::uuid and (slug = ${like} or slug like ${`${like}-%`})`);

export interface Words {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly imageAlt: string;
  readonly legalStateOn: string | null;
  readonly reviewBy: string | null;
  readonly changeNote: string;
  /** Stems, as the text of a tsvector. */
  readonly vector: string;
}

/** A new draft of a document in a language, after every version there is. */
export const insertDraft = (
  ctx: Ctx,
  id: string,
  documentId: string,
  lang: string,
  w: Words,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.version (id, document_id, lang, number, title, lead, body, facts, image_alt, legal_state_on, review_by, change_note, words,
      author_id, authors, created_at, updated_at)
    select ${id}, ${documentId}, ${lang}, coalesce(max(number), 0) + 1, ${w.title}, ${w.lead}, ${w.body}, ${JSON.stringify(w.facts)}::jsonb,
      ${w.imageAlt}, ${w.legalStateOn}, ${w.reviewBy}, ${w.changeNote}, ${w.vector}::tsvector, ${ctx.actor.subjectId}, array[${ctx.actor.subjectId}]::uuid[],
      kernel.instant(), kernel.instant()
    from library.version where document_id = ${documentId} and lang = ${lang}`);

export interface DraftRow {
  id: string;
  documentId: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  lang: string;
  number: number;
  state: string;
  title: string;
  lead: string;
  body: string;
  facts: unknown;
  imageAlt: string;
  legalStateOn: string | null;
  reviewBy: string | null;
  changeNote: string;
  returnedNote: string;
  authorId: string | null;
  authorName: string | null;
  authors: string[];
  tags: string[];
  updatedAt: Date;
  rowVersion: number;
  approves: boolean | null;
}
export const findDraft = (ctx: Ctx, id: string): Promise<DraftRow | null> =>
  ctx.tx.maybe<DraftRow>(sql`
    select v.id, v.document_id as "documentId", d.kind, d.slug, p.slug as "parentSlug", v.lang, v.number, v.state, v.title, v.lead, v.body, v.facts,
      v.image_alt as "imageAlt", v.legal_state_on as "legalStateOn", v.review_by as "reviewBy", v.change_note as "changeNote",
      v.returned_note as "returnedNote", v.author_id as "authorId", w.name as "authorName", v.authors, d.tags, v.updated_at as "updatedAt", v.row_version as "rowVersion",
      k.approves
    from library.version v join library.document d on d.id = v.document_id left join library.document p on p.id = d.parent_id
    left join organisations.api_worker w on w.id = v.author_id left join library.contributor k on k.document_id = d.id and k.worker_id = kernel.worker()
    where v.id = ${id}`);

/** Holds the row until the end of the transaction. */
export const lockVersion = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from library.version where id = ${id} for update`,
  );
/** Publications of one document follow each other. */
export const lockDocument = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from library.document where id = ${id} for update`,
  );

/** Whether a document has a picture. */
export const findPicture = (ctx: Ctx, id: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(
    sql`select id from library.document where id = ${id} and image_id is not null`,
  );

export const findOpenDraft = (ctx: Ctx, documentId: string, lang: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from library.version where document_id = ${documentId} and lang = ${lang} and state in ('draft', 'proposed')`);

/** The words readers see now, or saw last, in a language; else in any, to translate from. */
export const findLatestWords = (ctx: Ctx, documentId: string, lang: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from library.version where document_id = ${documentId} and state in ('published', 'withdrawn')
    order by (lang = ${lang}) desc, (lang = 'pl') desc, number desc limit 1`);

export const saveWords = (ctx: Ctx, id: string, w: Words): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set title = ${w.title}, lead = ${w.lead}, body = ${w.body}, facts = ${JSON.stringify(w.facts)}::jsonb, image_alt = ${w.imageAlt},
      legal_state_on = ${w.legalStateOn}, review_by = ${w.reviewBy}, change_note = ${w.changeNote}, words = ${w.vector}::tsvector,
      author_id = ${ctx.actor.subjectId}, authors = array(select distinct unnest(authors || ${ctx.actor.subjectId}::uuid)),
      updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id} and state = 'draft'`);

/** What is being typed: the author's alone, and the version of the form stays what it was. @returns 0 when it is not theirs any more */
export const keepTyped = (ctx: Ctx, id: string, version: number, w: Words): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set title = ${w.title}, lead = ${w.lead}, body = ${w.body}, facts = ${JSON.stringify(w.facts)}::jsonb, image_alt = ${w.imageAlt},
      change_note = ${w.changeNote}, words = ${w.vector}::tsvector, updated_at = kernel.instant()
    where id = ${id} and state = 'draft' and author_id = ${ctx.actor.subjectId} and row_version = ${version}`);

export const setState = (ctx: Ctx, id: string, state: string, returnedNote: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set state = ${state}, returned_note = ${returnedNote},
      proposed_at = case when ${state} = 'proposed' then kernel.instant() end, updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id}`);

export const deleteDraft = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.version where id = ${id} and state = 'draft'`);

/** What stands in the way of a version shown from then on ends there, or is taken back when it had not begun. */
export const endEarlier = (ctx: Ctx, documentId: string, lang: string, from: Date): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set shown = tstzrange(lower(shown), ${from}::timestamptz), row_version = row_version + 1
    where document_id = ${documentId} and lang = ${lang} and state = 'published' and lower(shown) < ${from}::timestamptz
      and (upper(shown) is null or upper(shown) > ${from}::timestamptz)`);
/** A version that waited for a later day gives way to the one approved now. */
export const giveWay = (ctx: Ctx, documentId: string, lang: string, from: Date): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set state = 'withdrawn', withdrawn_reason = 'replaced', row_version = row_version + 1,
      shown = tstzrange(lower(shown), lower(shown) + interval '1 millisecond')
    where document_id = ${documentId} and lang = ${lang} and state = 'published' and lower(shown) >= ${from}::timestamptz`);

export const publish = (ctx: Ctx, id: string, from: Date): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set state = 'published', shown = tstzrange(${from}::timestamptz, null), publish_from = ${from}, published_by = kernel.worker(),
      returned_note = '', updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id}`);
export const markPublished = (ctx: Ctx, documentId: string, from: Date): Promise<number> =>
  ctx.tx.run(sql`
    update library.document set published_at = least(published_at, ${from}::timestamptz), row_version = row_version + 1
    where id = ${documentId} and (published_at is null or published_at > ${from}::timestamptz)`);

export const withdraw = (ctx: Ctx, documentId: string, lang: string, reason: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.version set state = 'withdrawn', withdrawn_reason = ${reason},
      shown = tstzrange(lower(shown), greatest(kernel.instant(), lower(shown) + interval '1 millisecond')), row_version = row_version + 1
    where document_id = ${documentId} and lang = ${lang} and state = 'published' and (upper(shown) is null or upper(shown) > kernel.instant())`);
export const hideWhenEmpty = (ctx: Ctx, documentId: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.document set published_at = null, row_version = row_version + 1 where id = ${documentId} and not exists (
      select from library.version v where v.document_id = ${documentId} and v.state = 'published' and (upper(v.shown) is null or upper(v.shown) > kernel.instant()))`);

export interface DeskRow {
  id: string;
  documentId: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  lang: string;
  title: string;
  state: string;
  authorName: string | null;
  returnedNote: string;
  updatedAt: Date;
  from: Date | null;
  reviewBy: string | null;
  legalStateOn: string | null;
  changedAct: string | null;
}
/** What waits at the desk of editors, one view at a time. */
export const findDesk = (ctx: Ctx, view: string, dueBy: string): Promise<DeskRow[]> =>
  ctx.tx.many<DeskRow>(sql`
    select v.id, v.document_id as "documentId", d.kind, d.slug, p.slug as "parentSlug", v.lang, v.title, v.state, w.name as "authorName",
      v.returned_note as "returnedNote", v.updated_at as "updatedAt", lower(v.shown) as "from", v.review_by as "reviewBy", v.legal_state_on as "legalStateOn",
      (select a.short_pl from library.document_act l join library.act a on a.code = l.act
        where l.document_id = d.id and a.changed_on <= kernel.today() and (v.legal_state_on is null or v.legal_state_on < a.changed_on) limit 1) as "changedAct"
    from library.version v join library.document d on d.id = v.document_id left join library.document p on p.id = d.parent_id
    left join organisations.api_worker w on w.id = v.author_id
    where case ${view}::text
      when 'drafts' then v.state = 'draft'
      when 'proposed' then v.state = 'proposed'
      when 'planned' then v.state = 'published' and lower(v.shown) > kernel.instant()
      else v.state = 'published' and v.shown @> kernel.instant() and (v.review_by <= ${dueBy}::date or exists (
        select from library.document_act l join library.act a on a.code = l.act
        where l.document_id = d.id and a.changed_on <= kernel.today() and (v.legal_state_on is null or v.legal_state_on < a.changed_on))) end
    order by v.review_by nulls last, v.updated_at desc limit 200`);

/** What waits for the editor who asks: words of others to approve, own words that were sent back. */
export const findDue = (ctx: Ctx): Promise<{ id: string; title: string; state: string }[]> =>
  ctx.tx.many<{ id: string; title: string; state: string }>(sql`
    select id, title, state from library.version
    where (state = 'proposed' and not authors @> array[${ctx.actor.subjectId}]::uuid[])
      or (state = 'draft' and returned_note <> '' and author_id = ${ctx.actor.subjectId})
    order by updated_at limit 12`);

export const countDesk = (
  ctx: Ctx,
  dueBy: string,
): Promise<{
  drafts: number | null;
  proposed: number | null;
  planned: number | null;
  review: number | null;
}> =>
  ctx.tx.one<{
    drafts: number | null;
    proposed: number | null;
    planned: number | null;
    review: number | null;
  }>(sql`
    select (select count(*) from library.version where state = 'draft')::int as drafts,
      (select count(*) from library.version where state = 'proposed')::int as proposed,
      (select count(*) from library.version where state = 'published' and lower(shown) > kernel.instant())::int as planned,
      (select count(*) from library.version v where v.state = 'published' and v.shown @> kernel.instant() and (v.review_by <= ${dueBy}::date or exists (
        select from library.document_act l join library.act a on a.code = l.act
        where l.document_id = v.document_id and a.changed_on <= kernel.today() and (v.legal_state_on is null or v.legal_state_on < a.changed_on))))::int as review`);

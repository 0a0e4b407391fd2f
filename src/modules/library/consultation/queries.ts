import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface RoundRow {
  id: string;
  documentId: string;
  lang: string;
  title: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  source: string;
  invitation: string;
  guestsWait: boolean;
  opensAt: Date;
  closesAt: Date;
  remarks: number | null;
  answered: number | null;
  waiting: number | null;
  rowVersion: number;
}

/** One round, or all; newest end first. */
export const findRounds = (ctx: Ctx, id: string | null, limit: number): Promise<RoundRow[]> =>
  ctx.tx.many<RoundRow>(sql`
    select c.id, c.document_id as "documentId", c.lang, c.title, d.kind, d.slug, p.slug as "parentSlug", c.source, c.invitation,
      c.guests_wait as "guestsWait", c.opens_at as "opensAt", c.closes_at as "closesAt", c.row_version as "rowVersion",
      (count(r.id) filter (where r.state = 'shown'))::int as remarks,
      (count(r.id) filter (where r.state = 'shown' and r.outcome is not null))::int as answered,
      (count(r.id) filter (where r.state = 'waiting'))::int as waiting
    from library.consultation c join library.document d on d.id = c.document_id left join library.document p on p.id = d.parent_id
    left join library.remark r on r.consultation_id = c.id
    where (${id}::uuid is null or c.id = ${id}::uuid)
    group by c.id, d.id, p.id order by c.closes_at desc, c.id limit ${limit}`);

/** Rounds that have begun in which a document was, as a whole or as a part of its publication; newest end first. */
export const findBeside = (
  ctx: Ctx,
  documentId: string,
): Promise<{ id: string; opensAt: Date; closesAt: Date }[]> =>
  ctx.tx.many<{ id: string; opensAt: Date; closesAt: Date }>(sql`
    select c.id, c.opens_at as "opensAt", c.closes_at as "closesAt"
    from library.consultation_part p join library.consultation c on c.id = p.consultation_id
    where p.document_id = ${documentId} and c.opens_at <= kernel.instant() order by c.closes_at desc limit 100`);

/** Holds the round until the end of the transaction. */
export const lockRound = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from library.consultation where id = ${id} for update`,
  );

export const findParts = (
  ctx: Ctx,
  id: string,
): Promise<{ position: number; title: string; remarks: number | null }[]> =>
  ctx.tx.many<{ position: number; title: string; remarks: number | null }>(sql`
    select p.position, p.title, (select count(*) from library.remark r
      where r.consultation_id = p.consultation_id and r.position = p.position and r.state = 'shown')::int as remarks
    from library.consultation_part p where p.consultation_id = ${id} order by p.position`);

export const findPart = (
  ctx: Ctx,
  id: string,
  position: number,
): Promise<{ title: string; body: string; versionNumber: number } | null> =>
  ctx.tx.maybe<{ title: string; body: string; versionNumber: number }>(sql`
    select title, body, version_number as "versionNumber" from library.consultation_part
    where consultation_id = ${id} and position = ${position}`);

export interface TextRow {
  documentId: string;
  number: number;
  title: string;
  body: string;
}
/** The texts of a document and of its chapters in a language: those proposed when asked for and there, else those readers see. */
export const findTexts = (
  ctx: Ctx,
  documentId: string,
  lang: string,
  proposed: boolean,
): Promise<TextRow[]> =>
  ctx.tx.many<TextRow>(sql`
    select d.id as "documentId", v.number, v.title, v.body
    from library.document d
    join lateral (select v.number, v.title, v.body from library.version v
      where v.document_id = d.id and v.lang = ${lang}
        and ((v.state = 'published' and v.shown @> kernel.instant()) or (${proposed}::boolean and v.state = 'proposed'))
      order by (v.state = 'proposed') desc limit 1) v on true
    where d.id = ${documentId} or (d.parent_id = ${documentId} and d.kind = 'chapter')
    order by (d.id = ${documentId}) desc, d.position, d.slug`);

/** Whether editors have proposed a next text of a document or of a chapter of it. */
export const findProposed = (ctx: Ctx, documentId: string, lang: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select v.id from library.version v join library.document d on d.id = v.document_id
    where (d.id = ${documentId} or (d.parent_id = ${documentId} and d.kind = 'chapter')) and v.lang = ${lang} and v.state = 'proposed' limit 1`);

/** What a round may be about. */
export const findConsultable = (
  ctx: Ctx,
): Promise<{ id: string; title: string; parent: string | null; lang: string }[]> =>
  ctx.tx.many<{ id: string; title: string; parent: string | null; lang: string }>(sql`
    select d.id, v.title, o.title as parent, v.lang
    from library.document d
    join lateral (select v.title, v.lang from library.version v where v.document_id = d.id and v.state in ('published', 'proposed')
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, v.number desc limit 1) v on true
    left join library.document p on p.id = d.parent_id
    left join lateral (select v.title from library.version v where v.document_id = p.id and v.state in ('published', 'proposed')
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, v.number desc limit 1) o on true
    where d.kind in ('publication', 'chapter')
    order by coalesce(o.title, v.title), d.parent_id nulls first, d.position limit 2000`);

export const insertRound = (
  ctx: Ctx,
  c: {
    id: string;
    documentId: string;
    lang: string;
    title: string;
    source: string;
    invitation: string;
    guestsWait: boolean;
    opensAt: Date;
    closesAt: Date;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.consultation (id, document_id, lang, title, source, invitation, guests_wait, opens_at, closes_at, created_at, created_by)
    values (${c.id}, ${c.documentId}, ${c.lang}, ${c.title}, ${c.source}, ${c.invitation}, ${c.guestsWait}, ${c.opensAt}, ${c.closesAt},
      kernel.instant(), kernel.worker())`);

export const insertPart = (
  ctx: Ctx,
  id: string,
  position: number,
  text: TextRow,
  blocks: readonly string[],
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.consultation_part (consultation_id, position, document_id, version_number, title, body, blocks)
    values (${id}, ${position}, ${text.documentId}, ${text.number}, ${text.title}, ${text.body}, ${blocks}::text[])`);

export const updateRound = (
  ctx: Ctx,
  id: string,
  c: { invitation: string; guestsWait: boolean; opensAt: Date; closesAt: Date },
): Promise<number> =>
  ctx.tx.run(sql`
    update library.consultation set invitation = ${c.invitation}, guests_wait = ${c.guestsWait}, opens_at = ${c.opensAt},
      closes_at = ${c.closesAt}, row_version = row_version + 1 where id = ${id}`);

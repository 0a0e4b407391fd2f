import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface PilotRow {
  id: string;
  slug: string;
  lang: string;
  title: string;
  lead: string;
  facts: unknown;
}

/** Every pilot that is shown now, newest first, in the reader's language or the next best. */
export const findPilots = (ctx: Ctx): Promise<PilotRow[]> =>
  ctx.tx.many<PilotRow>(sql`
    select d.id, d.slug, v.lang, v.title, v.lead, v.facts from library.document d
    join lateral (select v.lang, v.title, v.lead, v.facts from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.kind = 'pilot' and d.published_at <= kernel.instant()
    order by d.published_at desc, d.id limit 1000`);

export interface EntryRow {
  id: string;
  documentId: string;
  kind: string;
  item: number;
  on: string;
  value: number | null;
  note: string;
  institution: string | null;
}

/** Notes of the pilots, oldest first. */
export const findEntries = (ctx: Ctx, documentIds: readonly string[]): Promise<EntryRow[]> =>
  ctx.tx.many<EntryRow>(sql`
    select e.id, e.document_id as "documentId", e.kind, e.item, e.on_date as "on", e.value::float8 as value, e.note, i.short_name as institution
    from library.pilot_entry e left join organisations.api_institution i on i.id = e.institution_id
    where e.document_id = any(${documentIds}::uuid[]) order by e.on_date, e.added_at, e.id limit 20000`);

export const insertEntry = (
  ctx: Ctx,
  id: string,
  documentId: string,
  e: { kind: string; item: number; on: LocalDate; value: number | null; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.pilot_entry (id, document_id, kind, item, on_date, value, note, institution_id, added_at, added_by)
    values (${id}, ${documentId}, ${e.kind}, ${e.item}, ${e.on}, ${e.value}, ${e.note}, ${ctx.actor.institutionId}, kernel.instant(), ${ctx.actor.subjectId})`);

export interface TeamRow {
  id: string;
  name: string | null;
}
export const findTeam = (ctx: Ctx, documentId: string): Promise<TeamRow[]> =>
  ctx.tx.many<TeamRow>(sql`
    select t.institution_id as id, i.name from library.pilot_team t join organisations.api_institution i on i.id = t.institution_id
    where t.document_id = ${documentId} order by i.name`);

export const findInstitutions = (ctx: Ctx): Promise<TeamRow[]> =>
  ctx.tx.many<TeamRow>(sql`
    select id, name from organisations.api_institution where active_to is null order by name limit 2000`);

export const insertTeam = (ctx: Ctx, documentId: string, institutionId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.pilot_team (document_id, institution_id) values (${documentId}, ${institutionId}) on conflict do nothing`);

export const deleteTeam = (ctx: Ctx, documentId: string, institutionId: string): Promise<number> =>
  ctx.tx.run(sql`
    delete from library.pilot_team where document_id = ${documentId} and institution_id = ${institutionId}`);

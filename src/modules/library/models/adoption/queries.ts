import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface AdopterRow {
  id: string;
  modelSlug: string;
  countyCode: string;
  county: string | null;
  since: string;
  state: string;
  franchise: boolean;
  entityId: string | null;
  entityName: string | null;
  named: boolean | null;
}

/** The system, which loads a demonstration, is no worker. */
const authorOf = (ctx: Ctx): string | null => (ctx.actor.kind === 'worker' ? ctx.actor.subjectId : null);

/** Adopters of one model or of all; the entity only where the reader may know it. */
export const findAdopters = (
  ctx: Ctx,
  by: { readonly slug: string | null; readonly entityId: string | null },
): Promise<AdopterRow[]> =>
  ctx.tx.many<AdopterRow>(sql`
    select a.id, d.slug as "modelSlug", a.county_code as "countyCode", c.name as county, a.since, a.state, a.franchise,
      e.id as "entityId", e.short_name as "entityName", n.named
    from library.adopter a join library.document d on d.id = a.document_id
    join territory.api_county c on c.code = a.county_code
    left join library.adopter_entity n on n.adopter_id = a.id
    left join directory.api_entity e on e.id = n.entity_id
    where (${by.slug}::text is null or d.slug = ${by.slug}::text)
      and (${by.entityId}::uuid is null or (n.entity_id = ${by.entityId}::uuid and n.named))
      and d.kind = 'model' and d.published_at <= kernel.instant()
    order by a.since desc, a.id limit 2000`);

export interface AuditRow {
  id: string;
  adopterId: string;
  on: string;
  result: string;
  note: string;
}
export const findAudits = (ctx: Ctx, slug: string): Promise<AuditRow[]> =>
  ctx.tx.many<AuditRow>(sql`
    select m.id, m.adopter_id as "adopterId", m.on_date as "on", m.result, m.note
    from library.model_audit m join library.adopter a on a.id = m.adopter_id join library.document d on d.id = a.document_id
    where d.slug = ${slug} and d.kind = 'model' order by m.on_date desc, m.id`);

export const findEntity = (
  ctx: Ctx,
  id: string,
): Promise<{ id: string | null; countyCode: string | null } | null> =>
  ctx.tx.maybe<{ id: string | null; countyCode: string | null }>(
    sql`select id, county_code as "countyCode" from directory.api_entity where id = ${id}`,
  );

export const insertAdopter = (
  ctx: Ctx,
  id: string,
  documentId: string,
  a: { countyCode: string; since: LocalDate; state: string; franchise: boolean },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.adopter (id, document_id, county_code, since, state, franchise, created_at, created_by)
    values (${id}, ${documentId}, ${a.countyCode}, ${a.since}, ${a.state}, ${a.franchise}, kernel.instant(), ${authorOf(ctx)})`);

export const insertAdopterEntity = (
  ctx: Ctx,
  adopterId: string,
  entityId: string,
  named: boolean,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.adopter_entity (adopter_id, entity_id, named) values (${adopterId}, ${entityId}, ${named})`);

export const setState = (ctx: Ctx, slug: string, id: string, state: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.adopter a set state = ${state}, row_version = a.row_version + 1
    from library.document d where d.id = a.document_id and d.slug = ${slug} and a.id = ${id}`);

export const deleteAdopter = (ctx: Ctx, slug: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    delete from library.adopter a using library.document d where d.id = a.document_id and d.slug = ${slug} and a.id = ${id}`);

export const insertAudit = (
  ctx: Ctx,
  a: { id: string; adopterId: string; on: LocalDate; result: string; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.model_audit (id, adopter_id, on_date, result, note, created_at, created_by)
    values (${a.id}, ${a.adopterId}, ${a.on}, ${a.result}, ${a.note}, kernel.instant(), ${authorOf(ctx)})`);

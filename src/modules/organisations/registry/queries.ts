import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { GminaRow } from '../queries.ts';
import type { EntityForm } from './schema.ts';

export interface RegistryRow {
  id: string;
  type: string;
  name: string;
  entity: string;
  county: string | null;
  active_to: string | null;
  orphan: boolean | null;
  total: number | null;
}
export const findAll = (
  ctx: Ctx,
  f: { q: string | null; type: string | null; limit: number; offset: number; today: string },
): Promise<RegistryRow[]> =>
  ctx.tx.many<RegistryRow>(sql`
    select i.id, i.type, i.name, e.name as entity, (select g.county_name from territory.api_gmina g where g.county_code = i.county_code limit 1) as county,
      i.active_to, not exists (select from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
        where f.institution_id = i.id and f.function in ('head', 'institution_admin') and (f.valid_to is null or f.valid_to >= ${f.today}::date)
          and (w.employed_to is null or w.employed_to >= ${f.today}::date)) as orphan,
      count(*) over ()::int as total
    from organisations.institution i join organisations.legal_entity e on e.id = i.legal_entity_id
    where (${f.q}::text is null or i.search like '%' || kernel.plain(${f.q}) || '%' or e.nip = ${f.q})
      and (${f.type}::text is null or i.type = ${f.type})
    order by i.name, i.id limit ${f.limit} offset ${f.offset}`);

export const findEntities = (
  ctx: Ctx,
): Promise<{ id: string; name: string; nip: string | null; krs: string | null }[]> =>
  ctx.tx.many<{ id: string; name: string; nip: string | null; krs: string | null }>(sql`
    select id, name, nip, krs from organisations.legal_entity order by name, id limit 2000`);

/** Another legal person with one of these numbers. */
export const findSameEntity = (
  ctx: Ctx,
  except: string,
  nip: string | null,
  krs: string | null,
): Promise<{ name: string; same_nip: boolean | null }[]> =>
  ctx.tx.many<{ name: string; same_nip: boolean | null }>(sql`
    select name, nip = ${nip} as same_nip from organisations.legal_entity where id <> ${except} and (nip = ${nip} or krs = ${krs}) limit 1`);

export const findCounties = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.tx.many<{ id: string; name: string }>(sql`
    select distinct county_code as id, county_name as name from territory.api_gmina where valid_to is null order by 2, 1`);

export const findGminas = (ctx: Ctx, county: string): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(sql`
    select id, name, kind from territory.api_gmina where county_code = ${county} and valid_to is null order by name, id`);

export interface NewUnit {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly shortName: string;
  readonly county: string | null;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly activeFrom: string;
  readonly activeTo: string | null;
}
export const insertEntity = (ctx: Ctx, id: string, e: EntityForm): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.legal_entity (id, name, legal_form, nip, regon, krs)
    values (${id}, ${e.entityName}, ${e.legalForm}, ${e.nip || null}, ${e.regon || null}, ${e.krs || null})`);

export const updateEntity = (ctx: Ctx, id: string, e: EntityForm): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.legal_entity set name = ${e.entityName}, legal_form = ${e.legalForm}, nip = ${e.nip || null},
      regon = ${e.regon || null}, krs = ${e.krs || null}, row_version = row_version + 1 where id = ${id}`);

export const insertUnit = (ctx: Ctx, entityId: string, u: NewUnit): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, address, phone, email, active_from)
    values (${u.id}, ${entityId}, ${u.type}, ${u.name}, ${u.shortName}, ${u.county}, ${u.address}, ${u.phone}, ${u.email}, ${u.activeFrom})`);

export const updateUnit = (ctx: Ctx, u: NewUnit): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.institution set type = ${u.type}, name = ${u.name}, short_name = ${u.shortName}, county_code = ${u.county},
      address = ${u.address}, phone = ${u.phone}, email = ${u.email}, active_from = ${u.activeFrom}, active_to = ${u.activeTo},
      row_version = row_version + 1
    where id = ${u.id}`);

export const addGmina = (ctx: Ctx, id: string, gmina: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.institution_area (institution_id, gmina_id) values (${id}, ${gmina}) on conflict do nothing`);

export const dropGmina = (ctx: Ctx, id: string, gmina: string): Promise<number> =>
  ctx.tx.run(
    sql`delete from organisations.institution_area where institution_id = ${id} and gmina_id = ${gmina}`,
  );

export const isOrphan = (ctx: Ctx, id: string, today: string): Promise<{ orphan: boolean | null }> =>
  ctx.tx.one<{ orphan: boolean | null }>(sql`
    select not exists (select from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
      where f.institution_id = ${id} and f.function in ('head', 'institution_admin') and (f.valid_to is null or f.valid_to >= ${today}::date)
        and (w.employed_to is null or w.employed_to >= ${today}::date)) as orphan`);

export const appointFirst = (
  ctx: Ctx,
  a: {
    institutionId: string;
    workerId: string;
    functionId: string;
    given: string;
    family: string;
    email: string;
    from: string;
  },
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`
    select organisations.api_appoint_first(${a.institutionId}::uuid, ${a.workerId}::uuid, ${a.functionId}::uuid, ${a.given}, ${a.family}, ${a.email}, ${a.from}::date) as done`);

export const noteInvitation = (ctx: Ctx, invitationId: string, workerId: string): Promise<number> =>
  ctx.tx.run(sql`select organisations.api_note_invitation(${invitationId}::uuid, ${workerId}::uuid)`);

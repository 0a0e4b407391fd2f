import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ActingRow {
  worker_id: string | null;
  institution_id: string | null;
  institution_name: string | null;
  institution_type: string | null;
  name: string | null;
  functions: string[] | null;
  scope: string[] | null;
}

/** The institutions an account may act for today. Asked before there is an actor. */
export const findActing = (ctx: Ctx, accountId: string, today: string): Promise<ActingRow[]> =>
  ctx.tx.many<{
    worker_id: string | null;
    institution_id: string | null;
    institution_name: string | null;
    institution_type: string | null;
    name: string | null;
    functions: string[] | null;
    scope: string[] | null;
  }>(sql`select worker_id, institution_id, institution_name, institution_type, name, functions, scope
    from organisations.api_acting(${accountId}::uuid, ${today}::date)`);

export interface InstitutionRow {
  id: string;
  legal_entity_id: string;
  type: string;
  name: string;
  short_name: string;
  county_code: string | null;
  gmina_id: string | null;
  address: string;
  phone: string;
  email: string;
  active_from: string;
  active_to: string | null;
  row_version: number;
  entity_name: string;
  legal_form: string;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  entity_version: number;
}
export const findInstitution = (ctx: Ctx, id: string): Promise<InstitutionRow | null> =>
  ctx.tx.maybe<InstitutionRow>(sql`
    select i.id, i.legal_entity_id, i.type, i.name, i.short_name, i.county_code, i.gmina_id, i.address, i.phone, i.email,
      i.active_from, i.active_to, i.row_version, e.name as entity_name, e.legal_form, e.nip, e.regon, e.krs,
      e.row_version as entity_version
    from organisations.institution i join organisations.legal_entity e on e.id = i.legal_entity_id where i.id = ${id}`);

/** Holds the institution, so that who runs it does not change meanwhile. */
export const lockInstitution = (ctx: Ctx, id: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from organisations.institution where id = ${id} for update`);

export const findUnits = (
  ctx: Ctx,
  entityId: string,
  except: string,
): Promise<{ id: string; name: string; type: string }[]> =>
  ctx.tx.many<{ id: string; name: string; type: string }>(sql`
    select id, name, type from organisations.institution where legal_entity_id = ${entityId} and id <> ${except} order by name`);

export interface GminaRow {
  id: string;
  /** null: the territory does not know the gmina. */
  name: string | null;
  kind: string | null;
}
export const findArea = (ctx: Ctx, id: string): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(sql`
    select a.gmina_id as id, g.name, g.kind from organisations.institution_area a left join territory.api_gmina g on g.id = a.gmina_id
    where a.institution_id = ${id} order by g.name, a.gmina_id`);

export interface WorkerRow {
  id: string;
  given_name: string;
  family_name: string;
  email: string;
  phone: string;
  account_id: string | null;
  employed_from: string;
  employed_to: string | null;
  row_version: number;
  functions: string[] | null;
  authorised_from: string | null;
  authorised_to: string | null;
  authorised_scope: string[] | null;
  absent_to: string | null;
  stand_in: string | null;
  invited_at: Date | null;
}
/** The workers of an institution, or the one named: with functions, authorisation and absence as of the day. */
export const findWorkers = (
  ctx: Ctx,
  institutionId: string,
  today: string,
  only: string | null = null,
): Promise<WorkerRow[]> =>
  ctx.tx.many<WorkerRow>(sql`
    select w.id, w.given_name, w.family_name, w.email, w.phone, w.account_id, w.employed_from, w.employed_to, w.row_version,
      array(select f.function from organisations.worker_function f where f.worker_id = w.id and f.valid_from <= ${today}::date
        and (f.valid_to is null or f.valid_to >= ${today}::date) order by 1) as functions,
      a.valid_from as authorised_from, a.valid_to as authorised_to, a.scope as authorised_scope,
      b.to_on as absent_to, b.stand_in, v.sent_at as invited_at
    from organisations.worker w
    left join lateral (select valid_from, valid_to, scope from organisations.authorisation
      where worker_id = w.id and valid_to >= ${today}::date and (revoked_on is null or revoked_on > ${today}::date)
      order by valid_from limit 1) a on true
    left join lateral (select o.to_on, s.given_name || ' ' || s.family_name as stand_in from organisations.absence o
      join organisations.worker s on s.id = o.stand_in_id
      where o.worker_id = w.id and o.from_on <= ${today}::date and o.to_on >= ${today}::date and o.cancelled_at is null limit 1) b on true
    left join lateral (select sent_at from organisations.invitation where worker_id = w.id order by sent_at desc limit 1) v on true
    where w.institution_id = ${institutionId} and (${only}::uuid is null or w.id = ${only})
    order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu", w.id`);

export const findDemo = (ctx: Ctx): Promise<{ found: boolean | null }> =>
  ctx.tx.one<{ found: boolean | null }>(
    sql`select exists (select from organisations.institution where is_demo) as found`,
  );

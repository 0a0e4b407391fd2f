import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CriterionForm, SelectionForm, SelectionState } from './schema.ts';

export interface SelectionRow {
  id: string;
  version: number;
  state: string;
  who: string;
  basis: string;
  choosing: string;
  order_words: string;
  appeal: string;
  change_note: string;
  valid_from: string | null;
  valid_to: string | null;
  row_version: number;
}
export const findSelections = (ctx: Ctx, partnershipId: string): Promise<SelectionRow[]> =>
  ctx.tx.many<SelectionRow>(sql`
    select id, version, state, who, basis, choosing, order_words, appeal, change_note, valid_from, valid_to, row_version
    from partnerships.selection where partnership_id = ${partnershipId} order by version desc limit 100`);

export const lockSelection = (ctx: Ctx, id: string): Promise<{ row_version: number } | null> =>
  ctx.tx.maybe<{ row_version: number }>(
    sql`select row_version from partnerships.selection where id = ${id} for update`,
  );

export const findCriteria = (ctx: Ctx, selectionId: string) =>
  ctx.tx.many<{
    id: string;
    kind: string;
    position: number;
    name: string;
    basis: string;
    checking: string;
    row_version: number;
  }>(sql`
    select id, kind, position, name, basis, checking, row_version from partnerships.selection_criterion
    where selection_id = ${selectionId} order by kind, position, id`);

export const findConsents = (ctx: Ctx, selectionId: string) =>
  ctx.tx.many<{ institution_id: string; institution: string; worker: string; agreed_on: string }>(sql`
    select a.institution_id, i.name as institution, w.name as worker, a.agreed_on
    from partnerships.selection_agreement a join organisations.api_institution i on i.id = a.institution_id
    join organisations.api_worker w on w.id = a.worker_id
    where a.selection_id = ${selectionId} and not a.void order by a.agreed_on, i.name`);

/** Members of today who have not agreed. */
export const findMissing = (ctx: Ctx, selectionId: string) =>
  ctx.tx.many<{ id: string; name: string }>(sql`
    select i.id, i.name from partnerships.not_agreed(${selectionId}::uuid) n join organisations.api_institution i on i.id = n.institution_id
    order by i.name`);

export const insertSelection = (
  ctx: Ctx,
  s: { id: string; partnershipId: string; version: number } & SelectionForm,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.selection (id, partnership_id, version, who, basis, choosing, order_words, appeal, change_note, created_by, created_at)
    values (${s.id}, ${s.partnershipId}, ${s.version}, ${s.who}, ${s.basis}, ${s.choosing}, ${s.orderWords}, ${s.appeal}, ${s.changeNote},
      ${ctx.actor.subjectId}, ${ctx.now})`);

export const updateSelection = (ctx: Ctx, id: string, s: SelectionForm): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.selection set who = ${s.who}, basis = ${s.basis}, choosing = ${s.choosing}, order_words = ${s.orderWords},
      appeal = ${s.appeal}, change_note = ${s.changeNote}, row_version = row_version + 1
    where id = ${id}`);

export const setState = (ctx: Ctx, id: string, state: SelectionState): Promise<number> =>
  ctx.tx.run(
    sql`update partnerships.selection set state = ${state}, row_version = row_version + 1 where id = ${id}`,
  );

export const putInForce = (ctx: Ctx, id: string, from: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.selection set state = 'in_force', valid_from = ${from}, row_version = row_version + 1 where id = ${id}`);

/** The version before ends on the day before. */
export const supersede = (ctx: Ctx, id: string, from: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.selection set state = 'superseded', valid_to = greatest(valid_from, ${from}::date - 1), row_version = row_version + 1
    where id = ${id}`);

interface At {
  readonly id: string;
  readonly selectionId: string;
  readonly partnershipId: string;
}
type Content = Omit<CriterionForm, '_version' | 'position'> & { readonly position: number };
export const insertCriterion = (ctx: Ctx, c: At & Content): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.selection_criterion (id, selection_id, partnership_id, kind, position, name, basis, checking)
    values (${c.id}, ${c.selectionId}, ${c.partnershipId}, ${c.kind}, ${c.position}, ${c.name}, ${c.basis}, ${c.checking})`);

export const updateCriterion = (ctx: Ctx, id: string, c: Content): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.selection_criterion set kind = ${c.kind}, position = ${c.position}, name = ${c.name}, basis = ${c.basis},
      checking = ${c.checking}, row_version = row_version + 1
    where id = ${id}`);

export const dropCriterion = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.selection_criterion where id = ${id}`);

export const insertConsent = (ctx: Ctx, c: At & { readonly on: LocalDate }): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.selection_agreement (id, selection_id, partnership_id, institution_id, worker_id, agreed_on)
    values (${c.id}, ${c.selectionId}, ${c.partnershipId}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${c.on})`);

export const findServices = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.many<{
    id: string;
    institution_id: string;
    institution: string;
    name: string;
    description: string;
    places: number;
    free: number;
    free_on: string;
    valid_to: string | null;
    row_version: number;
  }>(sql`
    select s.id, s.institution_id, i.short_name as institution, s.name, s.description, s.places, s.free, s.free_on, s.valid_to, s.row_version
    from partnerships.service s join organisations.api_institution i on i.id = s.institution_id
    where s.partnership_id = ${partnershipId} order by s.valid_to is not null, s.name, s.id limit 200`);

export interface ServiceContent {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly places: number;
  readonly free: number;
  readonly on: LocalDate;
  readonly validTo: LocalDate | null;
}
export const insertService = (ctx: Ctx, partnershipId: string, s: ServiceContent): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.service (id, partnership_id, institution_id, name, description, places, free, free_on, valid_from)
    values (${s.id}, ${partnershipId}, ${ctx.actor.institutionId}, ${s.name}, ${s.description}, ${s.places}, ${s.free}, ${s.on}, ${s.on})`);

export const updateService = (ctx: Ctx, s: ServiceContent): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.service set name = ${s.name}, description = ${s.description}, places = ${s.places}, free = ${s.free}, free_on = ${s.on},
      valid_to = ${s.validTo}::date, row_version = row_version + 1
    where id = ${s.id}`);

/** Proposed criteria that wait for the acting institution. */
export const findToAgree = (ctx: Ctx) =>
  ctx.tx.many<{ id: string; partnership_id: string; version: number; created_on: string | null }>(sql`
    select s.id, s.partnership_id, s.version, (s.created_at at time zone 'Europe/Warsaw')::date as created_on from partnerships.selection s
    where s.partnership_id = any (partnerships.mine()) and s.state = 'proposed'
      and not exists (select from partnerships.selection_agreement a where a.selection_id = s.id and not a.void
        and a.institution_id = ${ctx.actor.institutionId})
    order by s.created_at limit 20`);

/** Services of the acting institution whose number of free places nobody has said since a day. */
export const findOldPlaces = (ctx: Ctx, since: string) =>
  ctx.tx.many<{ id: string; partnership_id: string; name: string; free_on: string }>(sql`
    select id, partnership_id, name, free_on from partnerships.service
    where institution_id = ${ctx.actor.institutionId} and valid_to is null and free_on < ${since}::date order by free_on, id limit 20`);

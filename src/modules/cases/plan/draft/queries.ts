import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const lastVersion = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ last: number | null }>(
    sql`select coalesce(max(version), 0) as last from cases.plan where case_id = ${caseId}`,
  );

export const insertPlan = (ctx: Ctx, id: string, caseId: string, version: number): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.plan (id, case_id, version, created_at) values (${id}, ${caseId}, ${version}, ${ctx.now})`);

/** Copies what stands in a version into a new one: same lineages, new rows. */
export async function copyPlan(ctx: Ctx, fromId: string, toId: string): Promise<void> {
  await ctx.tx.run(sql`
    update cases.plan t set contact_every_days = f.contact_every_days, contact_form = f.contact_form,
      own_obligation = f.own_obligation
    from cases.plan f where t.id = ${toId} and f.id = ${fromId}`);
  await ctx.tx.run(sql`
    insert into cases.goal (id, plan_id, case_id, lineage_id, position, title, measure, due_on)
    select gen_random_uuid(), ${toId}, case_id, lineage_id, position, title, measure, due_on
    from cases.goal where plan_id = ${fromId}`);
  await ctx.tx.run(sql`
    insert into cases.plan_item (id, plan_id, goal_id, case_id, lineage_id, position, service_code, description,
      institution_id, worker_id, starts_on, due_on, financing_code, place, hours)
    select gen_random_uuid(), ${toId}, n.id, i.case_id, i.lineage_id, i.position, i.service_code, i.description,
      i.institution_id, i.worker_id, i.starts_on, i.due_on, i.financing_code, i.place, i.hours
    from cases.plan_item i join cases.goal o on o.id = i.goal_id
    join cases.goal n on n.plan_id = ${toId} and n.lineage_id = o.lineage_id
    where i.plan_id = ${fromId}`);
}

export const setPlanState = (ctx: Ctx, id: string, state: string): Promise<number> =>
  ctx.tx.run(sql`update cases.plan set state = ${state}, row_version = row_version + 1 where id = ${id}`);

export interface GoalFields {
  readonly title: string;
  readonly measure: string;
  readonly dueOn: LocalDate;
}
export const insertGoal = (
  ctx: Ctx,
  g: GoalFields & { id: string; planId: string; caseId: string; lineageId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.goal (id, plan_id, case_id, lineage_id, position, title, measure, due_on)
    values (${g.id}, ${g.planId}, ${g.caseId}, ${g.lineageId},
      (select coalesce(max(position), 0) + 1 from cases.goal where plan_id = ${g.planId}), ${g.title}, ${g.measure}, ${g.dueOn})`);

export const updateGoal = (ctx: Ctx, id: string, version: number, g: GoalFields): Promise<number> =>
  ctx.tx.run(sql`
    update cases.goal set title = ${g.title}, measure = ${g.measure}, due_on = ${g.dueOn}, row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

export const deleteGoal = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from cases.goal where id = ${id}`);

export interface ItemFields {
  readonly serviceCode: string;
  readonly description: string;
  readonly institutionId: string;
  readonly workerId: string;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly financingCode: string;
  readonly place: string;
  readonly hours: number | null;
}
export const insertItem = (
  ctx: Ctx,
  i: ItemFields & { id: string; planId: string; goalId: string; caseId: string; lineageId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.plan_item (id, plan_id, goal_id, case_id, lineage_id, position, service_code, description,
      institution_id, worker_id, starts_on, due_on, financing_code, place, hours)
    values (${i.id}, ${i.planId}, ${i.goalId}, ${i.caseId}, ${i.lineageId},
      (select coalesce(max(position), 0) + 1 from cases.plan_item where plan_id = ${i.planId}), ${i.serviceCode},
      ${i.description}, ${i.institutionId}, ${i.workerId}, ${i.startsOn}, ${i.dueOn}, ${i.financingCode}, ${i.place}, ${i.hours})`);

export const updateItem = (ctx: Ctx, id: string, version: number, i: ItemFields): Promise<number> =>
  ctx.tx.run(sql`
    update cases.plan_item set service_code = ${i.serviceCode}, description = ${i.description},
      institution_id = ${i.institutionId}, worker_id = ${i.workerId}, starts_on = ${i.startsOn}, due_on = ${i.dueOn},
      financing_code = ${i.financingCode}, place = ${i.place}, hours = ${i.hours}, row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

export const deleteItem = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from cases.plan_item where id = ${id}`);

export const updateArrangements = (
  ctx: Ctx,
  id: string,
  version: number,
  a: { own: string; reviewOn: LocalDate | null; everyDays: number | null; form: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.plan set own_obligation = ${a.own}, next_review_on = ${a.reviewOn}, contact_every_days = ${a.everyDays},
      contact_form = ${a.form}, row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

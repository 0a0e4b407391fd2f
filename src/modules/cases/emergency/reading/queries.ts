import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Steps into the read-only role of emergency access; what follows sees an open emergency of the actor and nothing else. */
export const stepIn = (ctx: Ctx) => ctx.tx.run(sql`select set_config('role', 'splot_emergency', true)`);
export const stepOut = (ctx: Ctx) => ctx.tx.run(sql`select set_config('role', 'splot_worker', true)`);

export const findState = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ state: string; person_id: string }>(
    sql`select state, person_id from cases.shared_case where id = ${caseId}`,
  );

export const findPerson = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{
    given_name: string;
    family_name: string;
    unidentified_label: string | null;
    birth_date: string | null;
    locality: string;
    postal_code: string;
    street: string;
    phone: string;
    email: string;
  }>(sql`
    select given_name, family_name, unidentified_label, birth_date, locality, postal_code, street, phone, email
    from cases.person where id = ${id}`);

export const findIdentifiers = (ctx: Ctx, personId: string) =>
  ctx.tx.many<{ value: string }>(
    sql`select value from cases.person_identifier where person_id = ${personId} order by kind desc`,
  );

export const findDiagnosis = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ id: string; own_view: string; strengths: string; conclusion: string }>(sql`
    select id, own_view, strengths, conclusion from cases.diagnosis where case_id = ${caseId} order by number desc limit 1`);

export const findParts = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ domain: string; institution_name: string; note: string }>(sql`
    select p.domain, i.short_name as institution_name, p.note
    from cases.diagnosis_part p join organisations.api_institution i on i.id = p.institution_id
    where p.diagnosis_id = (select d.id from cases.diagnosis d where d.case_id = ${caseId} order by d.number desc limit 1)
      and p.filled_at is not null order by p.data_class, p.domain`);

export const findForWork = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{ body: string }>(
    sql`select body from cases.functional_conclusion where diagnosis_id = ${diagnosisId} order by domain`,
  );

/** The plan everybody signed, or the one that is being signed. */
export const findPlan = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ id: string; own_obligation: string }>(sql`
    select id, own_obligation from cases.plan where case_id = ${caseId} and state in ('signed', 'signing')
    order by state = 'signed' desc limit 1`);

export const findItems = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    goal: string;
    service_code: string;
    description: string;
    institution_name: string;
    starts_on: string;
    due_on: string;
  }>(sql`
    select g.title as goal, i.service_code, i.description, n.short_name as institution_name, i.starts_on, i.due_on
    from cases.plan_item i join cases.goal g on g.id = i.goal_id join organisations.api_institution n on n.id = i.institution_id
    where i.plan_id = ${planId} order by g.position, i.position`);

export const findNotes = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ at: Date; body: string; institution_name: string }>(sql`
    select n.at, n.body, i.short_name as institution_name
    from cases.note n join organisations.api_institution i on i.id = n.institution_id
    where n.case_id = ${caseId} order by n.at desc limit 20`);

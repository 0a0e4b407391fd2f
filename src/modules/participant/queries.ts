import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Cases of the person who asks: open ones first, then the newest. */
export const findOwnCases = (ctx: Ctx) =>
  ctx.tx.many<{
    id: string | null;
    person_id: string | null;
    state: string | null;
    lead_institution_id: string | null;
    given_name: string | null;
    family_name: string | null;
    birth_date: string | null;
    postal_code: string | null;
    locality: string | null;
    street: string | null;
    phone: string | null;
    email: string | null;
  }>(sql`
    select c.id, c.person_id, c.state, c.lead_institution_id, p.given_name, p.family_name, p.birth_date, p.postal_code,
      p.locality, p.street, p.phone, p.email
    from cases.api_case c join cases.api_person p on p.id = c.person_id
    where c.person_id = ${ctx.actor.subjectId}
    order by c.state in ('archived', 'rejected', 'withdrawn'), c.opened_at desc limit 20`);

export const findCoordinator = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{
    name: string | null;
    stand_in: string | null;
    email: string | null;
    institution_name: string | null;
    institution_phone: string | null;
  }>(sql`
    select name, stand_in, email, institution_name, institution_phone from participant.api_coordinator(${caseId}::uuid)`);

export const findActors = (ctx: Ctx, accountId: string) =>
  ctx.tx.many<{ person_id: string | null; name: string | null }>(
    sql`select person_id, name from participant.api_actors(${accountId}::uuid)`,
  );

export const joinInvited = (ctx: Ctx, invitationId: string, accountId: string, accessId: string) =>
  ctx.tx.one<{ person_id: string | null }>(sql`
    select participant.api_join_invited(${invitationId}::uuid, ${accountId}::uuid, ${accessId}::uuid) as person_id`);

export interface ClauseRow {
  id: string | null;
  version: string | null;
  lang: string | null;
  given_on: string | null;
  form: string | null;
  institution_name: string | null;
  confirmed_at: Date | null;
}
export const findClauses = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<ClauseRow>(sql`
    select g.id, g.version, g.lang, g.given_on, g.form, i.short_name as institution_name, c.at as confirmed_at
    from cases.api_clause_given g
    left join organisations.api_institution i on i.id = g.institution_id
    left join participant.confirmation c
      on c.case_id = g.case_id and c.object_type = 'clause' and c.object_id = g.id and c.by = 'participant'
    where g.case_id = ${caseId} order by g.given_on desc, g.id desc`);

/** The text of a clause in every language it has. */
export const findClauseTexts = (ctx: Ctx, version: string) =>
  ctx.tx.many<{ lang: string | null; title: string | null; body: string | null }>(
    sql`select lang, title, body from cases.api_clause where version = ${version}`,
  );

export const insertConfirmation = (
  ctx: Ctx,
  caseId: string,
  type: 'message' | 'clause',
  id: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into participant.confirmation (case_id, object_type, object_id, by, at)
    values (${caseId}, ${type}, ${id}, 'participant', ${ctx.now}) on conflict do nothing`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const withdraw = (
  ctx: Ctx,
  w: { caseId: string; reason: string; saidOn: LocalDate; way: string; note: string },
) =>
  ctx.tx.one<{ done: boolean | null }>(sql`
    select cases.api_withdraw_case(${w.caseId}::uuid, ${w.reason}, ${w.saidOn}::date, ${w.way}, ${w.note}) as done`);

export const reopenUntil = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ until: string | null }>(sql`select cases.reopen_until(${caseId}::uuid) as until`);

export const hasOpenCase = (ctx: Ctx, partnershipId: string, personId: string) =>
  ctx.tx.one<{ has: boolean | null }>(
    sql`select cases.has_open_case(${partnershipId}::uuid, ${personId}::uuid) as has`,
  );

export const nextNumber = (ctx: Ctx, partnershipId: string, year: number) =>
  ctx.tx.one<{ number: string | null }>(
    sql`select cases.next_number(${partnershipId}::uuid, ${year}) as number`,
  );

export interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly partnershipId: string;
  readonly personId: string;
  readonly previousCaseId: string;
  readonly coordinatorId: string;
}
export const insertCase = (ctx: Ctx, c: NewCase) =>
  ctx.tx.run(sql`
    insert into cases.shared_case (id, number, partnership_id, person_id, state, state_since, opened_at,
      created_by_institution_id, lead_institution_id, coordinator_id, waits_for, previous_case_id, updated_at)
    values (${c.id}, ${c.number}, ${c.partnershipId}, ${c.personId}, 'draft', ${ctx.now}, ${ctx.now},
      ${ctx.actor.institutionId}, ${ctx.actor.institutionId}, ${c.coordinatorId}, 'send_referral', ${c.previousCaseId}, ${ctx.now})`);

/** Grants of the earlier case, ended ones too: on what each institution stood. */
export const findGrants = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    institution_id: string | null;
    data_class: string | null;
    basis_code: string | null;
    origin: string | null;
  }>(sql`
    select institution_id, data_class, basis_code, origin from cases.api_grants(${caseId}::uuid)
    where consent_id is null order by valid_from desc`);

export const openArchive = (ctx: Ctx, caseId: string, reason: string, note: string) =>
  ctx.tx.one<{ until: Date | null }>(
    sql`select cases.api_open_archive(${caseId}::uuid, ${reason}, ${note}) as until`,
  );

export const hold = (ctx: Ctx, caseId: string, reason: string | null) =>
  ctx.tx.one<{ done: boolean | null }>(sql`select cases.api_hold(${caseId}::uuid, ${reason}) as done`);

export const findArchive = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ retain_until: string | null; hold_reason: string | null }>(
    sql`select retain_until, hold_reason from cases.shared_case where id = ${caseId}`,
  );

/** Whether an own class other than the existence of the case is open now. */
export const findReading = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ until: Date }>(sql`
    select until from cases.archive_reading where case_id = ${caseId} and institution_id = ${ctx.actor.institutionId}
      and until > ${ctx.now} order by until desc limit 1`);

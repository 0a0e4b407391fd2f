import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Packet } from '../packet/schema.ts';

export const insertCase = (
  ctx: Ctx,
  c: {
    id: string;
    number: string;
    partnershipId: string;
    personId: string;
    officeSign: string;
    previousCaseId: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.shared_case (id, number, partnership_id, person_id, state, state_since, opened_at,
      created_by_institution_id, lead_institution_id, office_sign, waits_for, waits_institution_id, waits_worker_id,
      previous_case_id, updated_at)
    values (${c.id}, ${c.number}, ${c.partnershipId}, ${c.personId}, 'draft', ${ctx.now}, ${ctx.now},
      ${ctx.actor.institutionId}, ${ctx.actor.institutionId}, ${c.officeSign}, 'send_referral', ${ctx.actor.institutionId},
      ${ctx.actor.subjectId}, ${c.previousCaseId}, ${ctx.now})`);

export const nextNumber = (
  ctx: Ctx,
  partnershipId: string,
  year: number,
): Promise<{ number: string | null }> =>
  ctx.tx.one<{ number: string | null }>(
    sql`select cases.next_number(${partnershipId}::uuid, ${year}::int) as number`,
  );

export const hasOpenCase = (
  ctx: Ctx,
  partnershipId: string,
  personId: string,
): Promise<{ open: boolean | null }> =>
  ctx.tx.one<{ open: boolean | null }>(
    sql`select cases.has_open_case(${partnershipId}::uuid, ${personId}::uuid) as open`,
  );

/** The draft case of this person that the actor's institution took back, if there is one to send again. */
export const findDraftCase = (
  ctx: Ctx,
  partnershipId: string,
  personId: string,
): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from cases.shared_case
    where partnership_id = ${partnershipId} and person_id = ${personId} and state = 'draft'
      and created_by_institution_id = ${ctx.actor.institutionId}
    order by opened_at desc limit 1`);

/** The last case of this person that ended, to link a new one with. */
export const findPreviousCase = (
  ctx: Ctx,
  partnershipId: string,
  personId: string,
): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from cases.shared_case
    where partnership_id = ${partnershipId} and person_id = ${personId} and state in ('rejected', 'withdrawn', 'follow_up', 'archived')
    order by opened_at desc limit 1`);

export interface NewReferral {
  readonly id: string;
  readonly caseId: string;
  readonly partnershipId: string;
  readonly kind: 'opening' | 'service';
  readonly recipientId: string;
  readonly needs: readonly string[];
  readonly urgent: boolean;
  readonly reason: string;
  readonly informedOn: LocalDate | null;
  readonly informedForm: string;
  readonly packet: Packet;
  readonly packetHash: string;
  readonly dueOn: LocalDate;
  readonly previousId: string | null;
}
export const insertReferral = (ctx: Ctx, r: NewReferral): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id,
      recipient_institution_id, state, needs, urgent, reason, informed_on, informed_form, discloses_identity, packet,
      packet_hash, sent_at, due_on, previous_id)
    values (${r.id}, ${r.caseId}, ${r.partnershipId}, ${r.kind}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId},
      ${r.recipientId}, 'sent', ${r.needs}, ${r.urgent}, ${r.reason}, ${r.informedOn}::date, ${r.informedForm},
      ${r.packet.person.disclosed}, ${JSON.stringify(r.packet)}::jsonb, ${r.packetHash}, ${ctx.now}, ${r.dueOn}::date,
      ${r.previousId})`);

export const setOfficeSign = (ctx: Ctx, caseId: string, sign: string): Promise<number> =>
  ctx.tx.run(sql`update cases.shared_case set office_sign = ${sign} where id = ${caseId}`);

export const findOwnContact = (ctx: Ctx): Promise<{ phone: string | null; email: string | null } | null> =>
  ctx.tx.maybe<{ phone: string | null; email: string | null }>(
    sql`select phone, email from organisations.api_worker where id = ${ctx.actor.subjectId}`,
  );

/** Institutions of the case, and those already asked: nobody is asked twice at once. */
export const findInvolved = (ctx: Ctx, caseId: string): Promise<{ institution_id: string | null }[]> =>
  ctx.tx.many<{ institution_id: string | null }>(sql`
    select institution_id from cases.api_team(${caseId}::uuid)
    union select recipient_institution_id from cases.referral where case_id = ${caseId} and state in ('sent', 'seen', 'needs_info')`);

/** Until the end of the transaction nobody else sends this draft. */
export const holdDraft = (ctx: Ctx, draftId: string): Promise<number> =>
  ctx.tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${draftId}, 0))`);

/** The needs named in the referral that opened the case. */
export const findFirstNeeds = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ needs: string[] }>(sql`
    select needs from cases.referral where case_id = ${caseId} order by sent_at limit 1`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface NewInvitation {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly partnershipId: string;
  readonly email: string;
  readonly lang: string;
}
export const insertInvitation = (ctx: Ctx, i: NewInvitation): Promise<number> =>
  ctx.tx.run(sql`
    insert into participant.invitation (id, case_id, person_id, partnership_id, invited_by, email, lang, sent_at)
    values (${i.id}, ${i.caseId}, ${i.personId}, ${i.partnershipId}, ${ctx.actor.subjectId}, ${i.email}, ${i.lang}, ${ctx.now})`);

/** The last invitation that was not taken back. */
export const findInvitation = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ id: string; email: string; sent_at: Date; accepted_at: Date | null }>(sql`
    select id, email, sent_at, accepted_at from participant.invitation
    where case_id = ${caseId} and withdrawn_at is null order by sent_at desc, id desc limit 1`);

export const withdrawOpen = (ctx: Ctx, caseId: string): Promise<number> =>
  ctx.tx.run(sql`
    update participant.invitation set withdrawn_at = ${ctx.now}
    where case_id = ${caseId} and accepted_at is null and withdrawn_at is null`);

export const findOpen = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string }>(sql`
    select id from participant.invitation where case_id = ${caseId} and accepted_at is null and withdrawn_at is null`);

export const findAccess = (ctx: Ctx, personId: string) =>
  ctx.tx.maybe<{ account_id: string; joined_at: Date; lang: string }>(sql`
    select account_id, joined_at, lang from participant.access where person_id = ${personId} and ended_at is null`);

export const endAccess = (ctx: Ctx, personId: string): Promise<number> =>
  ctx.tx.run(
    sql`update participant.access set ended_at = ${ctx.now} where person_id = ${personId} and ended_at is null`,
  );

export const findContact = (ctx: Ctx, personId: string) =>
  ctx.tx.maybe<{
    given_name: string | null;
    family_name: string | null;
    unidentified_label: string | null;
    email: string | null;
    preferred_lang: string | null;
  }>(sql`
    select given_name, family_name, unidentified_label, email, preferred_lang from cases.api_person where id = ${personId}`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface InvitationRow {
  id: string;
  institution_id: string;
  institution: string;
  invited_by: string;
  word: string;
  sent_on: string;
  state: string;
  on_paper: boolean;
  answer: string;
  answered_on: string | null;
  silent: boolean | null;
}
/** Invitations of a partnership, those that wait first; `silent` where nobody could answer in the system. */
export const findInvitations = (ctx: Ctx, partnershipId: string, today: string): Promise<InvitationRow[]> =>
  ctx.tx.many<InvitationRow>(sql`
    select v.id, v.institution_id, i.name as institution, w.name as invited_by, v.word, v.sent_on, v.state, v.on_paper, v.answer, v.answered_on,
      not exists (select from organisations.api_function f join organisations.api_worker o on o.id = f.worker_id
        where f.institution_id = v.institution_id and f.function in ('partnership_coordinator', 'head') and f.valid_from <= ${today}::date
          and (f.valid_to is null or f.valid_to >= ${today}::date) and o.account_id is not null
          and (o.employed_to is null or o.employed_to >= ${today}::date)) as silent
    from partnerships.invitation v join organisations.api_institution i on i.id = v.institution_id
      join organisations.api_worker w on w.id = v.invited_by
    where v.partnership_id = ${partnershipId} order by v.state <> 'sent', v.sent_on desc, i.name limit 200`);

/** Institutions of the county, and those of a region, that are neither members nor invited. */
export const findInvitable = (
  ctx: Ctx,
  partnershipId: string,
  county: string,
  today: string,
): Promise<{ id: string; name: string; type: string }[]> =>
  ctx.tx.many<{ id: string; name: string; type: string }>(sql`
    select i.id, i.name, i.type from organisations.api_institution i
    where (i.county_code = ${county} or i.county_code is null) and (i.active_to is null or i.active_to >= ${today}::date)
      and not exists (select from partnerships.member m where m.partnership_id = ${partnershipId} and m.institution_id = i.id
        and (m.left_on is null or m.left_on >= ${today}::date))
      and not exists (select from partnerships.invitation v where v.partnership_id = ${partnershipId} and v.institution_id = i.id and v.state = 'sent')
    order by i.type, i.name, i.id limit 500`);

export const insertInvitation = (
  ctx: Ctx,
  v: { id: string; partnershipId: string; institutionId: string; word: string; today: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.invitation (id, partnership_id, institution_id, invited_by, word, sent_on)
    values (${v.id}, ${v.partnershipId}, ${v.institutionId}, ${ctx.actor.subjectId}, ${v.word}, ${v.today})`);

/** Nothing when it no longer waits. */
export const answerInvitation = (
  ctx: Ctx,
  v: { id: string; state: string; onPaper: boolean; answer: string; today: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.invitation set state = ${v.state}, on_paper = ${v.onPaper}, answer = ${v.answer},
      answered_by = ${ctx.actor.subjectId}, answered_on = ${v.today}
    where id = ${v.id} and state = 'sent'`);

/** Addresses of those who may answer for an institution; else that of the institution itself. */
export const findAddressees = (
  ctx: Ctx,
  institutionId: string,
  today: string,
): Promise<{ email: string }[]> =>
  ctx.tx.many<{ email: string }>(sql`
    with people as (
      select distinct w.email from organisations.api_function f join organisations.api_worker w on w.id = f.worker_id
      where f.institution_id = ${institutionId} and f.function in ('partnership_coordinator', 'head') and f.valid_from <= ${today}::date
        and (f.valid_to is null or f.valid_to >= ${today}::date) and (w.employed_to is null or w.employed_to >= ${today}::date))
    select email from people where email <> ''
    union select i.email from organisations.api_institution i where i.id = ${institutionId} and i.email <> '' and not exists (select from people)
    limit 10`);

export interface WaitingRow {
  id: string;
  partnership_id: string;
  partnership: string;
  sent_on: string;
}
/** Invitations that wait for the actor's institution. */
export const findWaiting = (ctx: Ctx): Promise<WaitingRow[]> =>
  ctx.tx.many<WaitingRow>(sql`
    select v.id, v.partnership_id, p.name as partnership, v.sent_on
    from partnerships.invitation v join partnerships.partnership p on p.id = v.partnership_id
    where v.institution_id = ${ctx.actor.institutionId} and v.state = 'sent' and p.state <> 'ended' order by v.sent_on limit 50`);

/** Partnerships that do not operate yet and that the actor may coordinate. */
export const findFounding = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select p.id from partnerships.partnership p
    where p.id = any(partnerships.mine()) and p.state in ('initiative', 'negotiation', 'agreement_signed') and partnerships.may_coordinate(p.id)
    order by p.name, p.id limit 5`);

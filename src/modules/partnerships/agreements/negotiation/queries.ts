import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface RemarkRow {
  id: string;
  clause_id: string;
  kind: string;
  institution: string;
  worker_id: string;
  worker: string;
  body: string;
  old_text: string | null;
  new_text: string | null;
  made_at: Date;
  state: string;
  answer: string;
  answered_by: string | null;
  answered_at: Date | null;
}
/** Remarks to a version, or to one of its clauses; those that wait first. */
export const findRemarks = (ctx: Ctx, agreementId: string, clauseId: string | null): Promise<RemarkRow[]> =>
  ctx.tx.many<RemarkRow>(sql`
    select r.id, r.clause_id, r.kind, i.name as institution, r.worker_id, w.name as worker, r.body, r.old_text, r.new_text,
      r.made_at, r.state, r.answer, (select b.name from organisations.api_worker b where b.id = r.answered_by) as answered_by, r.answered_at
    from partnerships.agreement_remark r join organisations.api_institution i on i.id = r.institution_id
      join organisations.api_worker w on w.id = r.worker_id
    where r.agreement_id = ${agreementId} and (${clauseId}::uuid is null or r.clause_id = ${clauseId}::uuid)
    order by r.state <> 'open', r.made_at desc, r.id limit 500`);

/** How many wait for an answer, by clause. */
export const countOpen = (
  ctx: Ctx,
  agreementId: string,
): Promise<{ clause_id: string; remarks: number | null; proposals: number | null }[]> =>
  ctx.tx.many<{ clause_id: string; remarks: number | null; proposals: number | null }>(sql`
    select r.clause_id, count(*) filter (where r.kind = 'remark')::int as remarks, count(*) filter (where r.kind = 'proposal')::int as proposals
    from partnerships.agreement_remark r join partnerships.agreement_clause c on c.id = r.clause_id
    where r.agreement_id = ${agreementId} and r.state = 'open' and not c.left_out group by r.clause_id`);

export const insertRemark = (
  ctx: Ctx,
  r: {
    id: string;
    partnershipId: string;
    agreementId: string;
    clauseId: string;
    kind: string;
    body: string;
    oldText: string | null;
    newText: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.agreement_remark (id, partnership_id, agreement_id, clause_id, kind, institution_id, worker_id, body, old_text, new_text, made_at)
    values (${r.id}, ${r.partnershipId}, ${r.agreementId}, ${r.clauseId}, ${r.kind}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId},
      ${r.body}, ${r.oldText}, ${r.newText}, ${ctx.now})`);

/** Nothing when it no longer waits. */
export const answerRemark = (ctx: Ctx, id: string, state: string, answer: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.agreement_remark set state = ${state}, answer = ${answer}, answered_by = ${ctx.actor.subjectId}, answered_at = ${ctx.now}
    where id = ${id} and state = 'open'`);

export interface DueRow {
  partnership_id: string;
  partnership: string;
  version: number;
  open: number | null;
  since: Date | null;
}
/** Drafts of the actor's partnerships in which something waits for an answer. */
export const findWaiting = (ctx: Ctx): Promise<DueRow[]> =>
  ctx.tx.many<DueRow>(sql`
    select p.id as partnership_id, p.name as partnership, a.version, count(*)::int as open, min(r.made_at) as since
    from partnerships.agreement_remark r join partnerships.agreement a on a.id = r.agreement_id and a.state = 'draft'
      join partnerships.agreement_clause c on c.id = r.clause_id and not c.left_out
      join partnerships.partnership p on p.id = a.partnership_id
    where r.state = 'open' group by p.id, p.name, a.version order by min(r.made_at) limit 50`);

/** Versions open for signing that the actor's institution, a member, has not signed. */
export const findUnsigned = (
  ctx: Ctx,
): Promise<{ partnership_id: string; partnership: string; version: number }[]> =>
  ctx.tx.many<{ partnership_id: string; partnership: string; version: number }>(sql`
    select p.id as partnership_id, p.name as partnership, a.version
    from partnerships.agreement a join partnerships.partnership p on p.id = a.partnership_id
      join partnerships.member m on m.partnership_id = p.id and m.institution_id = ${ctx.actor.institutionId} and m.left_on is null
    where a.state = 'signing' and p.state <> 'ended' and not exists (select from partnerships.signature s
      where s.agreement_id = a.id and s.institution_id = ${ctx.actor.institutionId})
    order by p.name limit 50`);

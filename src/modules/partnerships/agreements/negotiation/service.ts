import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { difference } from '#modules/library/editing/difference/api.ts';
import { mayCoordinate, mayNegotiate } from '../../policy.ts';
import { contactsOf, holdToCoordinate, note, standingOf } from '../../service.ts';
import { updateClause } from '../clauses/queries.ts';
import type { ChosenClause } from '../clauses/schema.ts';
import { clausesOf } from '../clauses/service.ts';
import type { AgreementView } from '../schema.ts';
import { agreementForMembers } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { Remark, RemarkState } from './schema.ts';

/** Whether the actor speaks for a member in the negotiation: manages there, or is its contact person. */
export async function negotiates(ctx: Ctx, partnershipId: string): Promise<boolean> {
  const contacts = await contactsOf(ctx, partnershipId);
  const named = contacts.some((c) => c.workerId === ctx.actor.subjectId);
  return mayNegotiate(ctx.actor, await standingOf(ctx, partnershipId), named).allowed;
}

/** What was said to a version, or to one of its clauses; what waits first. */
export const remarksOf = async (
  ctx: Ctx,
  agreement: AgreementView,
  clauseId: string | null,
): Promise<Remark[]> =>
  (await queries.findRemarks(ctx, agreement.id, clauseId)).map((row) => ({
    id: row.id,
    clauseId: row.clause_id,
    kind: row.kind === 'proposal' ? 'proposal' : 'remark',
    institution: row.institution,
    worker: row.worker,
    own: row.worker_id === ctx.actor.subjectId,
    body: row.body,
    change: row.new_text === null ? null : difference(row.old_text ?? '', row.new_text),
    madeAt: row.made_at,
    state: row.state as RemarkState,
    answer: row.answer,
    answeredBy: row.answered_by ?? '',
    answeredAt: row.answered_at,
  }));

/** How many remarks and proposals wait, by clause. */
export async function openRemarks(
  ctx: Ctx,
  agreement: AgreementView,
): Promise<{ remarks: number; proposals: number; byClause: ReadonlyMap<string, number> }> {
  const rows = await queries.countOpen(ctx, agreement.id);
  const sum = (of: 'remarks' | 'proposals') => rows.reduce((all, row) => all + (row[of] ?? 0), 0);
  return {
    remarks: sum('remarks'),
    proposals: sum('proposals'),
    byClause: new Map(rows.map((row) => [row.clause_id, (row.remarks ?? 0) + (row.proposals ?? 0)])),
  };
}

interface At {
  readonly id: string;
  readonly version: number;
  readonly clause: string;
}
/** Not held: a contact person may not lock the partnership. What was opened meanwhile the database refuses. */
async function openClause(ctx: Ctx, at: At): Promise<{ draft: AgreementView; clause: ChosenClause }> {
  const { agreement: draft } = await agreementForMembers(ctx, at.id, at.version);
  if (draft.state !== 'draft') throw new AppError('conflict', { reason: 'agreement_not_draft' });
  const clause = (await clausesOf(ctx, draft)).find((c) => c.id === at.clause);
  if (!clause) throw notFound();
  return { draft, clause };
}

/** A member's remark to a clause, or with `newText` a proposal of another text. */
export async function say(ctx: Ctx, at: At, form: { body: string; newText: string | null }): Promise<void> {
  if (!(await negotiates(ctx, at.id))) throw notFound();
  const { draft, clause } = await openClause(ctx, at);
  if (form.newText !== null && form.newText === clause.body)
    throw invalid({ field: 'newText', message: text[ctx.lang].negotiation.nothingChanged });
  const kind = form.newText === null ? 'remark' : 'proposal';
  await queries.insertRemark(ctx, {
    id: newId(),
    partnershipId: at.id,
    agreementId: draft.id,
    clauseId: clause.id,
    kind,
    body: form.body,
    oldText: form.newText === null ? null : clause.body,
    newText: form.newText,
  });
  await note(ctx, `agreement.${kind}`, at.id, { version: at.version, clause: clause.code ?? clause.title });
}

/**
 * The coordinator answers: an accepted proposal becomes the text of the clause, whatever is declined has a reason. A
 * proposal to a text that changed meanwhile is not accepted as it stands.
 */
export async function answer(
  ctx: Ctx,
  at: At & { remark: string },
  form: { decision: 'accepted' | 'declined'; reason: string },
): Promise<void> {
  await holdToCoordinate(ctx, at.id);
  const { draft, clause } = await openClause(ctx, at);
  const row = (await queries.findRemarks(ctx, draft.id, clause.id)).find((r) => r.id === at.remark);
  if (!row) throw notFound();
  if (form.decision === 'declined' && form.reason === '')
    throw invalid({ field: 'reason', message: 'required' });
  if (form.decision === 'accepted' && row.new_text !== null) {
    if (row.old_text !== clause.body)
      throw invalid({ field: 'decision', message: text[ctx.lang].negotiation.textMoved });
    const { id, title, variant } = clause;
    await updateClause(ctx, { id, title, variant, body: row.new_text });
  }
  if ((await queries.answerRemark(ctx, row.id, form.decision, form.reason)) === 0)
    throw new AppError('conflict', { reason: 'remark_answered' });
  await note(ctx, 'agreement.answer', at.id, { version: at.version, decision: form.decision });
}

/** Takes back what one said oneself, while it waits. */
export async function withdrawRemark(ctx: Ctx, at: At & { remark: string }): Promise<void> {
  const { draft, clause } = await openClause(ctx, at);
  const row = (await queries.findRemarks(ctx, draft.id, clause.id)).find((r) => r.id === at.remark);
  if (!row || row.worker_id !== ctx.actor.subjectId) throw notFound();
  if ((await queries.answerRemark(ctx, row.id, 'withdrawn', '')) === 0)
    throw new AppError('conflict', { reason: 'remark_answered' });
}

export interface DueLine {
  readonly href: string;
  readonly what: string;
  readonly until: null;
  readonly late: boolean;
}

/** What waits for the actor in agreements: remarks to answer in drafts one coordinates, versions to sign as the head. */
export async function dueAgreements(ctx: Ctx): Promise<DueLine[]> {
  const t = text[ctx.lang].due;
  const { permissions } = ctx.actor;
  const lines: DueLine[] = [];
  const add = (href: string, what: string) => lines.push({ href, what, until: null, late: false });
  if (permissions.has('partnership.manage'))
    for (const row of await queries.findWaiting(ctx))
      if (mayCoordinate(ctx.actor, await standingOf(ctx, row.partnership_id)).allowed)
        add(
          `/partnerships/${row.partnership_id}/agreements/${row.version}/edit`,
          t.remarks(row.open ?? 0, row.partnership),
        );
  if (permissions.has('partnership.sign'))
    for (const row of await queries.findUnsigned(ctx))
      add(`/partnerships/${row.partnership_id}/agreements/${row.version}`, t.sign(row.partnership));
  return lines;
}

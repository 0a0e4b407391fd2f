import type { Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { enqueue } from '#kernel/jobs.ts';
import { startOfDay } from '#kernel/time.ts';
import { addWorkingDays, workingDaysBetween } from '#kernel/working-days.ts';
import { refreshBasisWaits } from '../../basis/waits/api.ts';
import { loadPerson } from '../../person/api.ts';
import { setCoordinator } from '../../queries.ts';
import type { SharedCase } from '../../schema.ts';
import {
  admitInstitution,
  assignWorker,
  deadline,
  grantAccess,
  holdCase,
  loadCase,
  moveCase,
  recordChange,
  setWaits,
  terms,
  today,
} from '../../service.ts';
import {
  acceptanceGrants,
  basisChoices,
  mayAccept,
  mayAnswerQuestion,
  mayAsk,
  mayDecline,
  mayTake,
  mayWithdraw,
  missingFromTeam,
  OWN_BASIS,
} from '../policy.ts';
import * as referrals from '../queries.ts';
import type { Referral } from '../schema.ts';
import { inviteInstitution } from '../send/api.ts';
import { ceilingOf, holdReferral, members, viewReferral } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type AcceptInput, type DeclineInput, TAKE_BACK, type WithdrawInput } from './schema.ts';

/** Fewer than this many working days are never left to answer after a question was answered. */
const LEAST_DAYS = 2;

/** Who may not act sees no referral; who acts too late learns that it has been answered. */
function check(decision: Decision): void {
  if (decision.allowed) return;
  if (decision.reason === 'already_answered') throw new AppError('conflict', { reason: decision.reason });
  throw notFound();
}

/** The referral for a page of its own, recorded as seen, if this answer is still the actor's to give. */
export async function openFor(ctx: Ctx, id: string, what: 'decline' | 'ask' | 'withdraw'): Promise<Referral> {
  const r = await viewReferral(ctx, id);
  const may = { decline: mayDecline, ask: mayAsk, withdraw: mayWithdraw }[what];
  check(may(ctx.actor, r));
  return r;
}

const tell = (ctx: Ctx, r: Referral, what: string): Promise<void> =>
  enqueue(ctx, 'cases.referral_mail', { referral: r.id, what });

async function note(ctx: Ctx, r: Referral, action: string): Promise<void> {
  const { person_id } = await referrals.findSubject(ctx, r.id);
  await record(ctx, {
    action,
    objectType: 'referral',
    objectId: r.id,
    subjectId: person_id ?? undefined,
    fileId: r.caseId,
  });
}

/** The recipient takes the referral to consider: from now on the sender knows that somebody is on it, and who. */
export async function takeReferral(ctx: Ctx, id: string, version?: number): Promise<void> {
  const r = await holdReferral(ctx, id, version);
  check(mayTake(ctx.actor, r));
  await queries.setTaken(ctx, id);
  await queries.noteByRecipient(ctx, id, 'referral.seen');
  await note(ctx, r, 'referral.seen');
}

/** The recipient asks back. The time to answer stands still; the sender has its own. Throws `invalid` without a question. */
export async function askBack(ctx: Ctx, id: string, question: string, version?: number): Promise<void> {
  const r = await holdReferral(ctx, id, version);
  check(mayAsk(ctx.actor, r));
  if (question.trim().length < 5) throw invalid({ field: 'question', message: 'required' });
  const due = r.dueOn ?? today(ctx);
  const left = Math.max(LEAST_DAYS, workingDaysBetween(today(ctx), due));
  await queries.setAsked(ctx, id, question.trim(), await deadline(ctx, 'answer_question'), left);
  await queries.noteByRecipient(ctx, id, 'referral.question');
  await note(ctx, r, 'referral.question');
  await tell(ctx, r, 'question');
}

/** The sender answers the question; the time of the recipient runs on from today. */
export async function answerQuestion(ctx: Ctx, id: string, answer: string, version?: number): Promise<void> {
  const r = await holdReferral(ctx, id, version);
  check(mayAnswerQuestion(ctx.actor, r));
  if (answer.trim().length < 2) throw invalid({ field: 'answer', message: 'required' });
  const dueOn = addWorkingDays(today(ctx), r.daysLeft ?? LEAST_DAYS);
  await queries.setAnswered(ctx, id, answer.trim(), dueOn);
  const c = await holdCase(ctx, r.caseId);
  await recordChange(ctx, c, 'referral.answered', 'referral', id, { referral: id, due: dueOn });
  if (r.kind === 'opening' && c.state === 'referred')
    await setWaits(ctx, c, {
      for: 'answer_referral',
      institutionId: r.recipient.institutionId,
      workerId: r.recipient.workerId,
      until: dueOn,
    });
  await tell(ctx, r, 'answered');
}

export interface Coordinator {
  readonly workerId: string;
  readonly institutionId: string;
  readonly name: string;
}
/** Who may lead the case: workers of the recipient whose function coordinates, and the worker who referred. */
export async function coordinatorsFor(ctx: Ctx, r: Referral): Promise<Coordinator[]> {
  const option = (row: queries.CoordinatorRow, institutionId: string): Coordinator => ({
    workerId: row.worker_id ?? '',
    institutionId,
    name: row.name ?? '',
  });
  const own = await queries.findOwnCoordinators(ctx);
  const sender = await queries.findSenderCoordinator(ctx, r.sender.workerId ?? '', today(ctx));
  return [
    ...own.map((row) => option(row, ctx.actor.institutionId)),
    ...(sender ? [option(sender, r.sender.institutionId)] : []),
  ];
}

/**
 * The recipient accepts (transition 3). It joins the case with the access its basis and the agreement allow; an opening
 * referral also names the coordinator and moves the case to intake. Welfare or the labour office, when nobody of the
 * team is one, is invited in the same step. Returns the id of the case.
 */
export async function acceptReferral(ctx: Ctx, input: AcceptInput): Promise<string> {
  const { actor } = ctx;
  const r = await holdReferral(ctx, input.referralId, input.version);
  check(mayAccept(actor, r));
  const basisCode = OWN_BASIS[actor.institutionType] ?? input.basisCode ?? '';
  if (!OWN_BASIS[actor.institutionType] && !basisChoices(actor.institutionType).includes(basisCode))
    throw invalid({ field: 'basis', message: 'choice' });
  const coordinator =
    r.kind === 'opening'
      ? (await coordinatorsFor(ctx, r)).find((w) => w.workerId === input.coordinatorId)
      : undefined;
  if (r.kind === 'opening' && !coordinator) throw invalid({ field: 'coordinator', message: 'choice' });
  // The order matters: row-level security lets each step stand on the one before it.
  await queries.setAccepted(ctx, r.id);
  await join(ctx, r, basisCode, coordinator);
  const c = await holdCase(ctx, r.caseId);
  await recordChange(ctx, c, 'referral.accepted', 'referral', r.id, { referral: r.id, kind: r.kind });
  if (coordinator && c.state === 'referred') {
    await setCoordinator(ctx, c.id, coordinator.workerId, coordinator.institutionId, today(ctx));
    await moveCase(ctx, c, 'intake', {
      for: 'basis',
      institutionId: coordinator.institutionId,
      workerId: coordinator.workerId,
      until: await deadline(ctx, 'first_meeting'),
    });
    await inviteMissing(ctx, await loadCase(ctx, c.id), r);
  }
  await refreshBasisWaits(ctx, c.id);
  await tell(ctx, r, 'accepted');
  return c.id;
}

async function join(ctx: Ctx, r: Referral, basisCode: string, coordinator?: Coordinator): Promise<void> {
  const { actor } = ctx;
  const own = actor.institutionId;
  const leads = coordinator?.institutionId === own;
  await assignWorker(
    ctx,
    r.caseId,
    own,
    actor.subjectId,
    coordinator?.workerId === actor.subjectId ? 'coordinator' : 'caseworker',
  );
  const partner = ['OPS', 'CUS', 'PUP'].includes(actor.institutionType) ? 'co_lead' : 'provider';
  await admitInstitution(ctx, r.caseId, own, leads ? 'lead' : r.kind === 'opening' ? 'co_lead' : partner);
  const ceiling = await ceilingOf(ctx, r.partnershipId, actor.institutionType);
  for (const plan of acceptanceGrants(actor.institutionType, basisCode, ceiling)) {
    const { temporary, ...grant } = plan;
    const validTo = temporary ? startOfDay(await deadline(ctx, 'first_meeting')) : undefined;
    await grantAccess(ctx, { caseId: r.caseId, institutionId: own, ...grant, validTo });
  }
  if (!coordinator || coordinator.workerId === actor.subjectId) return;
  await assignWorker(ctx, r.caseId, coordinator.institutionId, coordinator.workerId, 'coordinator');
  if (!leads) await admitInstitution(ctx, r.caseId, coordinator.institutionId, 'lead');
}

/** The guard of transition 3: welfare and the labour office both belong to the team; who is missing is asked to join. */
async function inviteMissing(ctx: Ctx, c: SharedCase, r: Referral): Promise<void> {
  const team = (await queries.findTeamTypes(ctx, c.id)).map((t) => t.institution_type ?? '');
  const asked = (await queries.findAskedTypes(ctx, c.id)).map((t) => t.type ?? '');
  const missing = missingFromTeam([...team, ...asked]);
  if (missing.length === 0 || !r.packet) return;
  const { gminaId } = await loadPerson(ctx, c.personId);
  const all = await members(ctx, c.partnershipId, gminaId);
  for (const what of missing) {
    const fits = all.filter((m) => (what === 'labour' ? m.type === 'PUP' : ['OPS', 'CUS'].includes(m.type)));
    const chosen = fits.find((m) => m.competent) ?? fits[0];
    if (!chosen) continue;
    await inviteInstitution(ctx, {
      caseId: c.id,
      recipientId: chosen.id,
      needs: r.needs,
      urgent: r.urgent,
      reason: r.packet.reason,
      informedOn: r.packet.informed.on,
      informedForm: r.packet.informed.form,
      previousId: null,
    });
  }
}

/**
 * The recipient declines, with a reason of the list. From here on it sees nothing of the referral. A need for which
 * there was no place is noted without the person. Throws `invalid` on an unknown reason or a missing note.
 */
export async function declineReferral(ctx: Ctx, input: DeclineInput): Promise<void> {
  const r = await holdReferral(ctx, input.referralId, input.version);
  check(mayDecline(ctx.actor, r));
  const reason = (await terms(ctx, 'decline')).find((term) => term.code === input.code);
  if (!reason) throw invalid({ field: 'code', message: 'choice' });
  if (reason.meta.note_required === true && input.note.trim().length < 3)
    throw invalid({ field: 'note', message: text[ctx.lang].noteRequired });
  await note(ctx, r, 'referral.declined');
  const { recorded } = await queries.decline(ctx, r.id, r.rowVersion, reason.code, input.note.trim());
  if (!recorded) throw new AppError('conflict', { reason: 'already_answered' });
  if (reason.meta.unmet === true) {
    for (const need of r.needs)
      await queries.insertUnmetNeed(ctx, {
        partnershipId: r.partnershipId,
        gminaId: r.packet?.gmina ?? '',
        need,
        reason: reason.code,
        on: today(ctx),
      });
  }
  await tell(ctx, r, 'declined');
}

/**
 * The sender takes an unanswered referral back: `back` to send it again or elsewhere (the case is a draft again), or
 * for a reason of the list, and then the case ends as withdrawn.
 */
export async function withdrawReferral(ctx: Ctx, input: WithdrawInput): Promise<void> {
  const r = await holdReferral(ctx, input.referralId, input.version);
  check(mayWithdraw(ctx.actor, r));
  const known = (await terms(ctx, 'withdrawal')).some((term) => term.code === input.code);
  if (input.code !== TAKE_BACK && !known) throw invalid({ field: 'code', message: 'choice' });
  await queries.setWithdrawn(ctx, r.id, input.code);
  const c = await holdCase(ctx, r.caseId);
  await recordChange(ctx, c, 'referral.withdrawn', 'referral', r.id, { referral: r.id, code: input.code });
  if (r.kind === 'opening' && c.state === 'referred') {
    if (input.code === TAKE_BACK)
      await moveCase(ctx, c, 'draft', {
        for: 'send_referral',
        institutionId: ctx.actor.institutionId,
        workerId: ctx.actor.subjectId,
      });
    else await moveCase(ctx, c, 'withdrawn', { for: 'nothing' });
  }
  await tell(ctx, r, 'withdrawn');
}

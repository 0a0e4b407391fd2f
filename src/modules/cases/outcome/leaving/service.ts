import { all, allow, DATA_CLASSES, type DataClass, type Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { setCoordinator, setState } from '../../queries.ts';
import { directing } from '../../review/api.ts';
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
  team,
  terms,
  today,
} from '../../service.ts';
import { must, noteSessionsEnded } from '../service.ts';
import { mayHold, mayOpenArchive, mayReopen, mayWithdraw } from './policy.ts';
import * as queries from './queries.ts';
import { type ArchiveState, HOLDS, type Withdrawal } from './schema.ts';

const noted = (c: SharedCase, action: string, detail: Record<string, string>) => ({
  action,
  objectType: 'case',
  objectId: c.id,
  subjectId: c.personId,
  fileId: c.id,
  detail,
});

/** The person may always; a worker who directs the case, on the person's statement. */
export const withdrawDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(ctx.actor.kind === 'participant' ? allow : await directing(ctx, c), mayWithdraw(c.state));

/**
 * Transition 6: by the person, or by whoever directs the case on the person's statement. Partners lose access at once
 * and are told; what waits for an answer is withdrawn; what remains is only read, until it is erased.
 */
export async function withdrawCase(ctx: Ctx, caseId: string, w: Withdrawal): Promise<void> {
  const c = await loadCase(ctx, caseId);
  must(ctx, await withdrawDecision(ctx, c));
  const errors: FieldError[] = [];
  const day = today(ctx);
  const reason = (await terms(ctx, 'withdrawal')).find((t) => t.code === w.reason);
  if (!reason) errors.push({ field: 'reason', message: 'choice' });
  const note = w.note?.trim() ?? '';
  if (reason?.meta.note_required === true && note === '') errors.push({ field: 'note', message: 'required' });
  const saidOn = parseDate(w.saidOn, { today: day, yearless: 'past' });
  if (!saidOn) errors.push({ field: 'said_on', message: 'date.invalid' });
  else if (saidOn > day) errors.push({ field: 'said_on', message: 'date.future' });
  if (errors.length > 0 || !saidOn) throw invalid(...errors);
  // The record and the notice first: afterwards the actor may write nothing more.
  await noteSessionsEnded(ctx, c);
  await record(ctx, noted(c, 'case.withdrawn', { reason: w.reason }));
  await enqueue(ctx, 'cases.withdrawn', { case: caseId });
  const { done } = await queries.withdraw(ctx, { caseId, reason: w.reason, saidOn, way: w.way, note });
  if (!done) throw stale({ state: c.state });
}

/** Whether the case may be opened again by the reader; the page and its sending ask alike. */
export async function reopening(ctx: Ctx, c: SharedCase): Promise<Decision> {
  const { until } = await queries.reopenUntil(ctx, c.id);
  const { has } = await queries.hasOpenCase(ctx, c.partnershipId, c.personId);
  return all(
    await directing(ctx, c),
    mayReopen(c.state, { until, today: today(ctx), hasOpenCase: has ?? false }),
  );
}

/**
 * Transition 17: a new case of the same person, taken in at once, linked with the earlier one. Who led and co-led is in
 * the team again and knows who it is about; everything else needs a new basis. Returns the id of the new case.
 */
export async function reopenCase(ctx: Ctx, caseId: string): Promise<string> {
  const c = await loadCase(ctx, caseId);
  must(ctx, await reopening(ctx, c));
  const { actor } = ctx;
  const id = newId();
  const { number } = await queries.nextNumber(ctx, c.partnershipId, Number(today(ctx).slice(0, 4)));
  const coordinatorId = c.coordinatorId ?? actor.subjectId;
  await queries.insertCase(ctx, {
    id,
    number: number ?? '',
    partnershipId: c.partnershipId,
    personId: c.personId,
    previousCaseId: c.id,
    coordinatorId,
  });
  await assignWorker(ctx, id, actor.institutionId, coordinatorId, 'coordinator');
  if (coordinatorId !== actor.subjectId && !actor.wide)
    await assignWorker(ctx, id, actor.institutionId, actor.subjectId, 'caseworker');
  await admitInstitution(ctx, id, actor.institutionId, 'lead');
  await admitAgain(ctx, c, id);
  await setState(ctx, id, 'referred', { for: 'answer_referral', institutionId: actor.institutionId });
  await setCoordinator(ctx, id, coordinatorId, actor.institutionId, today(ctx));
  const opened = await holdCase(ctx, id);
  await recordChange(ctx, opened, 'case.reopened', 'case', id, { previous: c.id });
  await moveCase(ctx, opened, 'intake', {
    for: 'basis',
    institutionId: actor.institutionId,
    workerId: coordinatorId,
    until: await deadline(ctx, 'first_meeting'),
  });
  return id;
}

/** Own classes of the leading institution; of those that co-led, the existence and the identity. */
async function admitAgain(ctx: Ctx, old: SharedCase, id: string): Promise<void> {
  const grants = await queries.findGrants(ctx, old.id);
  const own = ctx.actor.institutionId;
  const members = (await team(ctx, old.id)).filter(
    (m) => m.institution_id === own || m.participation === 'lead' || m.participation === 'co_lead',
  );
  for (const institutionId of new Set([own, ...members.map((m) => m.institution_id ?? own)])) {
    if (institutionId !== own) {
      await admitInstitution(ctx, id, institutionId, 'co_lead');
      for (const m of members)
        if (m.institution_id === institutionId && m.worker_id && m.role !== 'stand_in')
          await assignWorker(ctx, id, institutionId, m.worker_id, 'caseworker');
    }
    const given = new Set<DataClass>();
    for (const g of grants.filter((x) => x.institution_id === institutionId)) {
      const dataClass = DATA_CLASSES.find((d) => d === g.data_class);
      const again = dataClass === 'D1' || dataClass === 'D2' || (institutionId === own && g.origin === 'own');
      if (!dataClass || !again || given.has(dataClass)) continue;
      given.add(dataClass);
      await grantAccess(ctx, {
        caseId: id,
        institutionId,
        classes: [dataClass],
        writes: [dataClass],
        basisCode: g.basis_code ?? '',
        origin: institutionId === own ? 'own' : 'agreement',
      });
    }
  }
}

const leads = (ctx: Ctx, c: SharedCase) => c.leadInstitutionId === ctx.actor.institutionId;

export async function archiveOf(ctx: Ctx, caseId: string): Promise<ArchiveState> {
  const row = await queries.findArchive(ctx, caseId);
  return {
    retainUntil: row?.retain_until ?? null,
    holdReason: HOLDS.find((h) => h === row?.hold_reason) ?? null,
  };
}

export const archiveDecision = (ctx: Ctx, c: SharedCase): Decision => mayOpenArchive(c.state, leads(ctx, c));
export const holdDecision = (ctx: Ctx, c: SharedCase): Decision => mayHold(c.state, leads(ctx, c));

/** Until when the archive is open for reading, or null: then the pages of the case ask for the reason first. */
export const archiveReading = async (ctx: Ctx, caseId: string): Promise<Date | null> =>
  (await queries.findReading(ctx, caseId))?.until ?? null;

/** Opens an archived case for reading, for one day; the reason stands in the access record and in the register. */
export async function openArchive(
  ctx: Ctx,
  caseId: string,
  why: { reason: string; note?: string },
): Promise<Date> {
  const c = await loadCase(ctx, caseId);
  must(ctx, archiveDecision(ctx, c));
  const reason = (await terms(ctx, 'archive_reason')).find((t) => t.code === why.reason);
  const note = why.note?.trim() ?? '';
  if (!reason) throw invalid({ field: 'reason', message: 'choice' });
  if (reason.meta.note_required === true && note === '')
    throw invalid({ field: 'note', message: 'required' });
  await record(ctx, noted(c, 'archive.open', { reason: why.reason }));
  const { until } = await queries.openArchive(ctx, caseId, why.reason, note);
  if (!until) throw stale({ state: c.state });
  return until;
}

/** A dispute or control stops erasure; null ends the hold. */
export async function holdErasure(
  ctx: Ctx,
  caseId: string,
  why: (typeof HOLDS)[number] | null,
): Promise<void> {
  const c = await loadCase(ctx, caseId);
  must(ctx, holdDecision(ctx, c));
  await record(ctx, noted(c, why ? 'hold.started' : 'hold.ended', why ? { reason: why } : {}));
  const { done } = await queries.hold(ctx, caseId, why);
  if (!done) throw stale({ state: c.state });
}

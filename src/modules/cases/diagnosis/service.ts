import { DATA_CLASSES } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { grantInForce, grantsOf, partnersOf } from '../grants/api.ts';
import type { SharedCase } from '../schema.ts';
import { deadline, holdCase, moveCase, recordChange, setWaits, terms } from '../service.ts';
import {
  approves,
  mayApprove,
  mayStart,
  mayWrite,
  missingForApproval,
  type Owner,
  partsFor,
  stillToApprove,
  waitsOf,
} from './policy.ts';
import * as queries from './queries.ts';
import {
  type Content,
  type Diagnosis,
  type May,
  type Part,
  type PartContent,
  SCALE,
  WORK,
} from './schema.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

async function contentsOf(ctx: Ctx, diagnosisId: string): Promise<Map<string, PartContent>> {
  const rows =
    ctx.actor.kind === 'worker'
      ? await queries.findContents(ctx, diagnosisId)
      : (await queries.findOwnContents(ctx, diagnosisId)).map((r) => ({ ...r, filled_by: null }));
  return new Map(
    rows.map((r) => [
      r.id,
      {
        scale: SCALE.find((s) => s === r.scale) ?? null,
        note: r.note,
        filledBy: r.filled_by,
        filledAt: r.filled_at,
        rowVersion: r.row_version,
      },
    ]),
  );
}

async function partsOf(ctx: Ctx, diagnosisId: string): Promise<Part[]> {
  const domains = await terms(ctx, 'domain');
  const order = new Map(domains.map((t, i) => [t.code, i]));
  const contents = await contentsOf(ctx, diagnosisId);
  const parts = (await queries.findParts(ctx, diagnosisId)).flatMap((row) => {
    const dataClass = DATA_CLASSES.find((c) => c === row.data_class);
    if (!row.id || !row.domain || !row.institution_id || !dataClass) return [];
    return {
      id: row.id,
      domain: row.domain,
      label: capital(domains.find((t) => t.code === row.domain)?.label ?? row.domain),
      dataClass,
      institutionId: row.institution_id,
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      required: row.required ?? false,
      filled: row.filled,
      content: contents.get(row.id) ?? null,
    };
  });
  return parts.sort((a, b) => (order.get(a.domain) ?? 99) - (order.get(b.domain) ?? 99));
}

/**
 * A diagnosis of the case with everything the actor may read of it: by number, or the newest. Null when there is none
 * or its class (D5) is closed to the actor.
 */
export async function loadDiagnosis(ctx: Ctx, caseId: string, number?: number): Promise<Diagnosis | null> {
  const row = await queries.findDiagnosis(ctx, caseId, number ?? null);
  if (!row) return null;
  const work = await queries.findWork(ctx, row.id, WORK);
  const given = await queries.findApprovals(ctx, row.id);
  const names =
    ctx.actor.kind === 'worker'
      ? await queries.findNames(
          ctx,
          given.map((a) => a.worker_id),
        )
      : [];
  const content: Content = {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    state: row.state === 'approved' ? 'approved' : 'draft',
    ownView: row.own_view,
    strengths: row.strengths,
    conclusion: row.conclusion,
    meetingOn: row.meeting_on,
    present: row.present,
    approvedAt: row.approved_at,
    createdAt: row.created_at,
    rowVersion: row.row_version,
    contentVersion: row.content_version,
    work: work && { body: work.body, rowVersion: work.row_version },
    parts: await partsOf(ctx, row.id),
    approvals: given.map((a) => ({
      institutionId: a.institution_id,
      institutionName: a.institution_name ?? '',
      institutionType: a.institution_type ?? '',
      workerName: names.find((n) => n.id === a.worker_id)?.name ?? '',
      at: a.at,
      counts: approves(a.institution_type ?? ''),
      current: a.content_version === row.content_version,
    })),
  };
  return { ...content, missing: missingForApproval(content), still: stillToApprove(content) };
}

/** What the reader may do in the diagnosis of the case. */
export const mayOf = (ctx: Ctx, c: SharedCase, d: Diagnosis | null): May => ({
  write: d !== null && mayWrite(ctx.actor, c, d).allowed,
  approve: d !== null && mayApprove(ctx.actor, c, d).allowed,
  start: mayStart(ctx.actor, c).allowed,
});

export const versionsOf = queries.findVersions;

/** The partners as owners of domains: which classes each may write in this case today. */
export async function ownersOf(ctx: Ctx, c: SharedCase): Promise<Owner[]> {
  const grants = (await grantsOf(ctx, c.id)).filter((g) => g.canWrite && grantInForce(g, ctx.now));
  return (await partnersOf(ctx, c)).map((p) => ({
    institutionId: p.institutionId,
    type: p.type,
    lead: p.institutionId === c.leadInstitutionId,
    writes: grants.filter((g) => g.institutionId === p.institutionId).map((g) => g.dataClass),
  }));
}

/** Says anew what the case waits for. The first diagnosis is due from intake, a later one from its own start. */
export async function refreshWaits(ctx: Ctx, c: SharedCase): Promise<void> {
  const d = await loadDiagnosis(ctx, c.id);
  if (d?.state !== 'draft') return;
  const since = d.number === 1 && c.intakeOn ? c.intakeOn : warsawDate(d.createdAt);
  const until = await deadline(ctx, 'diagnosis', since);
  await setWaits(ctx, c, { ...waitsOf(d, await ownersOf(ctx, c)), until });
}

/**
 * Begins a diagnosis: the first when the case enters diagnosis, a later one (re-diagnosis) with the content of the last
 * as its start. From planning or from an active plan the case goes back to diagnosis. An open draft stays what it is.
 * Returns the id of the draft.
 */
export async function startDiagnosis(ctx: Ctx, caseId: string): Promise<string> {
  const c = await holdCase(ctx, caseId);
  const last = await loadDiagnosis(ctx, caseId);
  if (last?.state === 'draft') return last.id;
  if (!mayStart(ctx.actor, c).allowed) throw notFound();
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  if (c.state !== 'diagnosis')
    await moveCase(ctx, c, 'diagnosis', { for: 'diagnosis_parts', institutionId: c.leadInstitutionId });
  await queries.insertDiagnosis(ctx, {
    id,
    caseId,
    number,
    ownView: last?.ownView ?? '',
    strengths: last?.strengths ?? '',
  });
  const parts = partsFor(await terms(ctx, 'domain'), await ownersOf(ctx, c));
  await queries.openParts(
    ctx,
    id,
    parts.map((p) => ({
      id: newId(),
      domain: p.domain,
      data_class: p.dataClass,
      institution_id: p.institutionId,
      required: p.required,
    })),
  );
  if (last?.work) await queries.insertWork(ctx, newId(), id, caseId, WORK, last.work.body);
  await recordChange(ctx, c, 'diagnosis.started', 'diagnosis', id, { number });
  await refreshWaits(ctx, c);
  return id;
}

/**
 * Approves the common conclusion for one's institution; when OPS or CUS and PUP have both approved this very text, the
 * diagnosis becomes immutable and the case goes to planning. `contentVersion` is what the approver read: throws `stale`
 * when the text has changed since, `conflict` when something is missing.
 */
export async function approveDiagnosis(
  ctx: Ctx,
  caseId: string,
  contentVersion: number,
): Promise<'approved' | 'waits'> {
  const c = await holdCase(ctx, caseId);
  const draft = await loadDiagnosis(ctx, caseId);
  if (!draft || !mayApprove(ctx.actor, c, draft).allowed) throw notFound();
  if (draft.missing.length > 0) throw new AppError('conflict', { reason: 'diagnosis_incomplete' });
  if (draft.contentVersion !== contentVersion) throw stale({ version: draft.contentVersion });
  await queries.upsertApproval(ctx, draft.id, caseId, contentVersion);
  await recordChange(ctx, c, 'diagnosis.approved_by', 'diagnosis', draft.id, {
    number: draft.number,
    institution: ctx.actor.institutionId,
  });
  const d = await loadDiagnosis(ctx, caseId);
  if (!d || d.still.welfare || d.still.labour) {
    await refreshWaits(ctx, c);
    return 'waits';
  }
  if ((await queries.markApproved(ctx, d.id)) === 0) throw notFound();
  await recordChange(ctx, c, 'diagnosis.approved', 'diagnosis', d.id, { number: d.number });
  await moveCase(ctx, c, 'planning', {
    for: 'plan_draft',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: await deadline(ctx, 'plan_signed'),
  });
  return 'approved';
}

/** The newest diagnosis; with `approved`, the newest that was approved. Null when there is none to be seen. */
export async function latestDiagnosis(ctx: Ctx, caseId: string, approved = false): Promise<Diagnosis | null> {
  const versions = await queries.findVersions(ctx, caseId);
  const wanted = versions.find((v) => !approved || v.state === 'approved');
  return wanted ? loadDiagnosis(ctx, caseId, wanted.number) : null;
}

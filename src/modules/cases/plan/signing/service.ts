import type { Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { sendMail } from '#kernel/mail.ts';
import { formatDate, type LocalDate, warsawDate } from '#kernel/time.ts';
import { loadPerson } from '../../person/api.ts';
import type { SharedCase } from '../../schema.ts';
import { deadline, holdCase, loadCase, recordChange, setWaits, team, terms, today } from '../../service.ts';
import { mayDirect } from '../policy.ts';
import { findStatus } from '../queries.ts';
import type { Plan } from '../schema.ts';
import { begin, must, openPlan } from '../service.ts';
import { text } from '../text.pl.ts';
import { contentHash } from '../versions/policy.ts';
import type { Warning } from '../warnings/policy.ts';
import { warnings } from '../warnings/service.ts';
import {
  type Missing,
  mayConfirm,
  mayRecordPaper,
  readyToSign,
  type SigningFact,
  signsFor,
} from './policy.ts';
import * as queries from './queries.ts';

export interface Readiness {
  readonly plan: Plan;
  readonly warnings: readonly Warning[];
  readonly missing: readonly Missing[];
}

/** The open version with its warnings and with what is missing before it can be signed. */
export async function readiness(ctx: Ctx, caseId: string): Promise<Readiness> {
  const plan = await openPlan(ctx, caseId);
  if (!plan) throw notFound();
  const [found, people, services, reviewBy] = await Promise.all([
    warnings(ctx, plan),
    team(ctx, caseId),
    terms(ctx, 'service'),
    deadline(ctx, 'review'),
  ]);
  const missing = readyToSign({
    plan,
    warnings: found,
    team: people,
    collective: new Set(services.filter((s) => s.meta.collective === true).map((s) => s.code)),
    today: today(ctx),
    reviewBy,
  });
  return { plan, warnings: found, missing };
}

/** Confirms one warning by its key, for whoever it names. Confirming twice changes nothing. */
export async function confirmWarning(ctx: Ctx, caseId: string, key: string): Promise<void> {
  const c = await holdCase(ctx, caseId);
  const { plan, warnings: found } = await readiness(ctx, caseId);
  if (plan.state !== 'draft') throw new AppError('conflict', { reason: 'plan_not_draft' });
  const warning = found.find((w) => w.key === key);
  if (!warning) throw stale();
  must(mayConfirm(ctx.actor, c, await team(ctx, caseId), warning));
  if (warning.confirmed) return;
  await queries.addConfirmed(ctx, plan.id, key);
  await recordChange(ctx, c, 'plan.warning_confirmed', 'plan', plan.id, { code: warning.code });
}

/** Keys of the warnings that the actor may confirm now. */
export const confirmable = (
  { actor }: Ctx,
  c: SharedCase,
  people: Awaited<ReturnType<typeof team>>,
  found: readonly Warning[],
): string[] => found.filter((w) => !w.confirmed && mayConfirm(actor, c, people, w).allowed).map((w) => w.key);

/**
 * Opens the signing: fixes the text with its hash, tells whom the law says must know, and lets the case wait for the
 * signatures. Throws `invalid` with one sentence for everything that is missing, `stale` when the draft was changed.
 */
export async function startSigning(ctx: Ctx, caseId: string, version?: number): Promise<string> {
  const c = await holdCase(ctx, caseId);
  must(mayDirect(ctx.actor, c, await team(ctx, caseId)));
  const { plan, missing, warnings: found } = await readiness(ctx, caseId);
  if (plan.state !== 'draft') throw new AppError('conflict', { reason: 'plan_not_draft' });
  const t = text[ctx.lang].missing;
  if (missing.length > 0) throw invalid(...missing.map((m) => ({ field: '', message: t[m.what](m.name) })));
  const locked = await queries.lockText(ctx, plan.id, contentHash(plan), version ?? plan.rowVersion);
  if (locked === 0) throw stale();
  await setWaits(ctx, c, {
    for: 'plan_signatures',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: await deadline(ctx, 'plan_signed'),
  });
  await recordChange(ctx, c, 'plan.signing_started', 'plan', plan.id, { version: plan.version });
  for (const w of found) if (w.notify) await notify(ctx, c, w.code, w.notify);
  await queries.settle(ctx, plan.id);
  return plan.id;
}

/** A notice on the timeline and a message without content to the workers of that type of institution in the team. */
async function notify(ctx: Ctx, c: SharedCase, code: string, type: string): Promise<void> {
  await recordChange(ctx, c, 'plan.status_notice', 'case', c.id, { code, to: type });
  const workers = (await team(ctx, c.id))
    .filter((w) => w.institution_type === type && w.worker_id !== null)
    .map((w) => w.worker_id ?? '');
  const t = text.pl.mail;
  for (const { email } of await queries.findAddresses(ctx, workers))
    if (email) await sendMail(ctx, { to: email, subject: t.noticeSubject(c.number), body: t.noticeBody });
}

/** The open signing, also for whoever sees only their own items. */
async function signing(ctx: Ctx, caseId: string, planId?: string) {
  const open = (await findStatus(ctx, caseId)).find((s) => s.state === 'signing');
  if (!open?.plan_id || !open.content_hash || (planId !== undefined && open.plan_id !== planId))
    throw new AppError('conflict', { reason: 'plan_not_signing' });
  return {
    planId: open.plan_id,
    hash: open.content_hash,
    since: open.signing_since,
    missing: await missingSignatures(ctx, open.plan_id),
  };
}

export interface MissingSignature {
  readonly signer: 'coordinator' | 'institution' | 'person';
  readonly institutionId: string | null;
  readonly institutionName: string | null;
}

/** Whose signatures a version lacks, in the order in which the case waits for them. */
export async function missingSignatures(ctx: Ctx, planId: string): Promise<MissingSignature[]> {
  return (await queries.findMissing(ctx, planId)).map((m) => ({
    signer: m.signer as MissingSignature['signer'],
    institutionId: m.institution_id,
    institutionName: m.institution_name,
  }));
}

/**
 * Signs the version for every part the worker holds: as coordinator, for the own institution, or both. The last
 * signature makes the plan signed and the case agreed (active at once when its first day has come).
 */
export async function signPlan(ctx: Ctx, caseId: string, planId?: string): Promise<'waiting' | 'agreed'> {
  const c = await loadCase(ctx, caseId);
  const open = await signing(ctx, caseId, planId);
  const fact: SigningFact = { state: 'signing', missing: open.missing };
  const parts = signsFor(ctx.actor, c, await team(ctx, caseId), fact);
  if (parts.length === 0) throw new AppError('conflict', { reason: 'nothing_to_sign' });
  for (const signer of parts) {
    const added = await queries.insertSignature(ctx, {
      planId: open.planId,
      caseId,
      signer,
      institutionId: ctx.actor.institutionId,
      workerId: ctx.actor.subjectId,
      name: ctx.actor.name,
      way: 'electronic',
      contentHash: open.hash,
    });
    if (added === 0) continue;
    await recordChange(ctx, c, 'plan.signed_by', 'plan', open.planId, { signer });
  }
  return settled(ctx, c, open.planId);
}

/** Whether the reader may take down a signature on paper now. */
export async function paperDecision(ctx: Ctx, c: SharedCase): Promise<Decision> {
  const open = (await findStatus(ctx, c.id)).find((s) => s.state === 'signing');
  const missing = open?.plan_id ? await missingSignatures(ctx, open.plan_id) : [];
  return mayRecordPaper(ctx.actor, c, await team(ctx, c.id), { state: open?.state ?? '', missing });
}

/** The name the form starts with; empty for a person whose identity is not known. */
export async function personToSign(ctx: Ctx, c: SharedCase): Promise<string> {
  const { givenName, familyName } = await loadPerson(ctx, c.personId);
  return `${givenName} ${familyName}`.trim();
}

/** The day on the paper: the text was fixed when the signing opened, so nobody has signed it before. */
function paperDay(ctx: Ctx, typed: string | undefined, since: Date | null): LocalDate {
  const day = typed === undefined ? today(ctx) : parseDate(typed, { today: today(ctx), yearless: 'past' });
  const first = since && warsawDate(since);
  if (!day) throw invalid({ field: 'signed_on', message: 'date.invalid' });
  if (day > today(ctx)) throw invalid({ field: 'signed_on', message: 'date.future' });
  if (first && day < first)
    throw invalid({
      field: 'signed_on',
      message: text[ctx.lang].paperTooEarly(formatDate(first, ctx.lang)),
    });
  return day;
}

/** Takes down that the person (or the guardian) signed on paper, on the day that stands there. */
export async function recordPaperSignature(
  ctx: Ctx,
  caseId: string,
  paper: { signer: 'person' | 'guardian'; name: string /** Today when not said. */; signedOn?: string },
): Promise<'waiting' | 'agreed'> {
  const c = await loadCase(ctx, caseId);
  const open = await signing(ctx, caseId);
  must(mayRecordPaper(ctx.actor, c, await team(ctx, caseId), { state: 'signing', missing: open.missing }));
  if (paper.name.trim() === '') throw invalid({ field: 'name', message: 'required' });
  const signedOn = paperDay(ctx, paper.signedOn, open.since);
  await queries.insertSignature(ctx, {
    planId: open.planId,
    caseId,
    signer: paper.signer,
    institutionId: null,
    workerId: ctx.actor.subjectId,
    name: paper.name.trim(),
    way: 'paper',
    contentHash: open.hash,
    signedOn,
  });
  await recordChange(ctx, c, 'plan.signed_by', 'plan', open.planId, { signer: paper.signer, way: 'paper' });
  return settled(ctx, c, open.planId);
}

/** The participant signs in their own window. */
export async function signAsPerson(ctx: Ctx, caseId: string, planId: string): Promise<'waiting' | 'agreed'> {
  const c = await loadCase(ctx, caseId);
  if (ctx.actor.kind !== 'participant' || ctx.actor.subjectId !== c.personId) throw notFound();
  const open = await signing(ctx, caseId, planId);
  if (!open.missing.some((m) => m.signer === 'person'))
    throw new AppError('conflict', { reason: 'already_signed' });
  await queries.insertSignature(ctx, {
    planId,
    caseId,
    signer: 'person',
    institutionId: null,
    workerId: null,
    name: ctx.actor.name,
    way: 'electronic',
    contentHash: open.hash,
  });
  await recordChange(ctx, c, 'plan.signed_by', 'plan', planId, { signer: 'person' });
  return settled(ctx, c, planId);
}

async function settled(ctx: Ctx, c: SharedCase, planId: string): Promise<'waiting' | 'agreed'> {
  const { outcome } = await queries.settle(ctx, planId);
  if (outcome !== 'agreed') return 'waiting';
  await recordChange(ctx, c, 'plan.signed', 'plan', planId);
  await recordChange(ctx, c, 'state.agreed', 'case', c.id, { from: 'planning', to: 'agreed' });
  await begin(ctx, c.id);
  return 'agreed';
}

/** Back to draft before everybody has signed: the signatures given no longer count, and the timeline says so. */
export async function withdrawSigning(ctx: Ctx, caseId: string): Promise<void> {
  const c = await holdCase(ctx, caseId);
  must(mayDirect(ctx.actor, c, await team(ctx, caseId)));
  const plan = await openPlan(ctx, caseId);
  if (plan?.state !== 'signing') throw new AppError('conflict', { reason: 'plan_not_signing' });
  const dropped = await queries.voidSignatures(ctx, plan.id);
  await queries.unlockText(ctx, plan.id);
  await recordChange(ctx, c, 'plan.signing_withdrawn', 'plan', plan.id, { dropped });
  await setWaits(ctx, c, {
    for: 'plan_draft',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: await deadline(ctx, 'plan_signed'),
  });
}

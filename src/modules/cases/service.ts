import { allow, type DataClass, type Decision, deny, type Purpose } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound, stale } from '#kernel/errors.ts';
import { addDays, addMonths, type LocalDate, warsawDate } from '#kernel/time.ts';
import { addWorkingDays } from '#kernel/working-days.ts';
import * as queries from './queries.ts';
import {
  type CaseHead,
  type CaseState,
  mayMove,
  type ParticipationRole,
  type SharedCase,
  type Term,
  type WaitCode,
  type Waits,
} from './schema.ts';

/** Today in Warsaw, at the clock of the request. */
export const today = (ctx: Ctx): LocalDate => warsawDate(ctx.now);

function fromRow(row: queries.CaseRow): SharedCase {
  return {
    id: row.id,
    number: row.number,
    partnershipId: row.partnership_id,
    personId: row.person_id,
    state: row.state as CaseState,
    stateSince: row.state_since,
    openedAt: row.opened_at,
    leadInstitutionId: row.lead_institution_id,
    createdByInstitutionId: row.created_by_institution_id,
    coordinatorId: row.coordinator_id,
    officeSign: row.office_sign,
    intakeOn: row.intake_on,
    leftOn: row.left_on,
    outcomeCode: row.outcome_code,
    waits: {
      for: row.waits_for as WaitCode,
      institutionId: row.waits_institution_id,
      workerId: row.waits_worker_id,
      until: row.waits_until,
    },
    previousCaseId: row.previous_case_id,
    rowVersion: row.row_version,
  };
}

/** The case, if the actor may see it; otherwise `not_found`, as for one that does not exist. */
export async function loadCase(ctx: Ctx, id: string): Promise<SharedCase> {
  const row = await queries.findCase(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** The case, held until the end of the transaction. With `version`: throws `stale` when the form is older. */
export async function holdCase(ctx: Ctx, id: string, version?: number): Promise<SharedCase> {
  const row = await queries.lockCase(ctx, id);
  if (!row) throw notFound();
  if (version !== undefined && row.row_version !== version) throw stale({ state: row.state });
  return fromRow(row);
}

/**
 * Whether the institution may still write this class in the case: what the database will ask of the form. A page asks
 * before it shows the form.
 */
export async function mayWriteClass(ctx: Ctx, caseId: string, dataClass: DataClass): Promise<Decision> {
  if (!ctx.actor.scope.includes(dataClass)) return deny('read_only');
  const { writable } = await queries.findWritable(ctx, caseId, dataClass);
  return writable ? allow : deny('read_only');
}

/** Writes that data of the case were seen: once a screen, with the classes shown. */
export function recordView(
  ctx: Ctx,
  c: SharedCase,
  objectType: string,
  classes: readonly DataClass[],
  objectId: string = c.id,
): Promise<void> {
  return record(ctx, { action: 'view', objectType, objectId, subjectId: c.personId, fileId: c.id, classes });
}

/** Writes that something of the case was changed, and puts it on the case's timeline. `data`: codes, ids and dates only. */
export async function recordChange(
  ctx: Ctx,
  c: Pick<SharedCase, 'id' | 'personId'>,
  action: string,
  objectType: string,
  objectId: string,
  data: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  const by = ctx.actor.kind === 'worker' ? ctx.actor : null;
  await Promise.all([
    record(ctx, { action, objectType, objectId, subjectId: c.personId, fileId: c.id, detail: data }),
    queries.addEvent(ctx, c.id, action, data, by?.subjectId ?? null, by?.institutionId ?? null),
  ]);
}

/**
 * Moves the case along the table of transitions and says what it waits for next. The guard of the transition is the
 * caller's: each operation checks its own. Throws `conflict` for a move the table does not know.
 */
export async function moveCase(ctx: Ctx, c: SharedCase, to: CaseState, waits: Waits): Promise<void> {
  if (!mayMove(c.state, to))
    throw new AppError('conflict', { reason: 'case_transition', detail: { from: c.state, to } });
  await queries.setState(ctx, c.id, to, waits);
  await recordChange(ctx, c, `state.${to}`, 'case', c.id, { from: c.state, to });
}

/** Changes what the case waits for, within its state. */
export async function setWaits(ctx: Ctx, c: Pick<SharedCase, 'id'>, waits: Waits): Promise<void> {
  await queries.setWaits(ctx, c.id, waits);
}

/** The date a deadline falls on, by the configuration valid on `from`. Throws when the timer is not configured. */
export async function deadline(ctx: Ctx, timer: string, from: LocalDate = today(ctx)): Promise<LocalDate> {
  const row = await queries.findTimer(ctx, timer, from);
  if (!row) throw new Error(`timer ${timer} is not configured`);
  if (row.unit === 'working_days') return addWorkingDays(from, row.amount);
  return row.unit === 'months' ? addMonths(from, row.amount) : addDays(from, row.amount);
}

/** A dictionary in the language of the request; Ukrainian falls back to Polish. */
export async function terms(ctx: Ctx, list: string): Promise<Term[]> {
  const rows = await queries.findTerms(ctx, list, today(ctx));
  return rows.map((row) => ({
    code: row.code,
    label: (ctx.lang === 'uk' ? row.uk : ctx.lang === 'en' ? row.en : null) ?? row.pl,
    meta: row.meta as Record<string, unknown>,
  }));
}

export const team = queries.findTeam;

export interface Admission {
  readonly caseId: string;
  readonly institutionId: string;
  readonly classes: readonly DataClass[];
  /** Classes that the institution may also write; a subset of `classes`. */
  readonly writes?: readonly DataClass[];
  readonly basisCode: string;
  readonly consentId?: string;
  readonly origin: 'own' | 'referral' | 'acceptance' | 'consent' | 'agreement' | 'handover';
  readonly validTo?: Date;
  readonly purposes?: readonly Purpose[];
}

/** Gives grants, one a class. They are the access rule itself: the database shows nothing without one. */
export async function grantAccess(ctx: Ctx, a: Admission): Promise<void> {
  if (a.classes.length === 0) return;
  await queries.insertGrants(ctx, {
    caseId: a.caseId,
    institutionId: a.institutionId,
    classes: a.classes,
    writes: a.writes ?? [],
    purposes: a.purposes ?? ['P1', 'P2', 'P3', 'P4', 'P5'],
    basisCode: a.basisCode,
    consentId: a.consentId ?? null,
    origin: a.origin,
    validTo: a.validTo ?? null,
  });
}

export const admitInstitution = (
  ctx: Ctx,
  caseId: string,
  institutionId: string,
  role: ParticipationRole,
): Promise<number> => queries.insertParticipation(ctx, caseId, institutionId, role);

export const assignWorker = (
  ctx: Ctx,
  caseId: string,
  institutionId: string,
  workerId: string,
  role: 'coordinator' | 'caseworker' | 'stand_in',
): Promise<number> => queries.insertAssignment(ctx, caseId, institutionId, workerId, role);

/** How many cases wait for the actor. */
export const countWaiting = async (ctx: Ctx): Promise<number> =>
  (await queries.countWaiting(ctx)).waiting ?? 0;

/** "Jan W.": enough to know whom one works with, on a screen that others may see. */
export function shortName(
  given: string | null,
  family: string | null,
  unidentified: string | null,
): string | null {
  if (unidentified) return unidentified;
  return given && family ? `${given} ${family.slice(0, 1)}.` : null;
}

/** Institutions that must act side by side; the row of the case names only the first of them. */
function severalAwaited(ctx: Ctx, c: SharedCase): Promise<{ id: string | null; name: string | null }[]> {
  if (c.waits.for === 'closing_confirmations') return queries.findUnconfirmed(ctx, c.id);
  if (c.waits.for === 'diagnosis_parts') return queries.findOwingParts(ctx, c.id);
  return Promise.resolve([]);
}

/** What stands above every part of the case. */
export async function caseHead(ctx: Ctx, c: SharedCase): Promise<CaseHead> {
  const [row, several] = await Promise.all([queries.findHead(ctx, c.id), severalAwaited(ctx, c)]);
  const { actor } = ctx;
  return {
    case: c,
    person: shortName(row.given_name, row.family_name, row.unidentified_label),
    coordinator: row.coordinator,
    leadInstitution: row.lead,
    waitsInstitution: row.waits_institution,
    waitsWorker: row.waits_worker,
    waitsSeveral: several.length > 1 ? several.map((i) => i.name ?? '') : [],
    waitsForMe:
      c.waits.workerId === actor.subjectId ||
      several.some((i) => i.id === actor.institutionId) ||
      (c.waits.institutionId === actor.institutionId && (c.waits.workerId === null || actor.wide)),
  };
}

/** Cases not yet over of a partnership, or of one institution in it; a count for those who see no case. */
export const openCases = async (
  ctx: Ctx,
  partnershipId: string,
  institutionId: string | null,
): Promise<number> => (await queries.countOpen(ctx, partnershipId, institutionId)).total ?? 0;

/** Ids of the institution's cases with this number, for the search of the access record. */
export const filesNumbered = async (ctx: Ctx, number: string): Promise<string[]> =>
  (await queries.findNumbered(ctx, number)).flatMap(({ id }) => id ?? []);

/** Ends what an agreement newly in force no longer permits. */
export async function ceilingChanged(ctx: Ctx, partnershipId: string): Promise<void> {
  await queries.narrowToCeiling(ctx, partnershipId);
}

import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate, startOfDay } from '#kernel/time.ts';
import { consentInForce, consentsOf } from '../consents/api.ts';
import { startDiagnosis } from '../diagnosis/api.ts';
import {
  asClasses,
  basesFor,
  basisDecision,
  classesFor,
  closeGrants,
  type GrantLine,
  grantInForce,
  grantsOf,
  type LegalBasis,
  legalBases,
  needsDocument,
  openClasses,
  type Partner,
  partnersOf,
  plainBases,
  proposed,
} from '../grants/api.ts';
import type { SharedCase } from '../schema.ts';
import { holdCase, moveCase, recordChange, today } from '../service.ts';
import { type Missing, mayComplete, missingForDiagnosis } from './policy.ts';
import * as queries from './queries.ts';
import type { BasisBody, BasisChoice, ClauseBody, ClauseGiven, OwnScope, RecordedBasis } from './schema.ts';
import { refreshBasisWaits } from './waits/api.ts';

export const clauseVersions = (ctx: Ctx) => queries.findClauseVersions(ctx, today(ctx));

/** Bases recorded and in force, in the language of the request. */
async function recordedOf(ctx: Ctx, caseId: string): Promise<RecordedBasis[]> {
  return (await queries.findRecorded(ctx, caseId)).map((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    basisCode: row.basis_code,
    article: row.article,
    label: ctx.lang === 'en' ? row.en : row.pl,
    classes: asClasses(row.classes),
    document: row.document,
    validTo: row.valid_to,
  }));
}

/** Own data in force, by the article they are collected on. */
function ownScopes(grants: readonly GrantLine[], institutionId: string): OwnScope[] {
  const own = grants.filter((g) => g.institutionId === institutionId && g.origin === 'own');
  return [...new Set(own.map((g) => g.article))].map((article) => ({
    article,
    classes: DATA_CLASSES.filter((k) => own.some((g) => g.article === article && g.dataClass === k)),
  }));
}

export interface BasisOverview {
  readonly clauses: readonly ClauseGiven[];
  readonly partners: readonly (Partner & {
    readonly bases: readonly RecordedBasis[];
    readonly consentInForce: boolean;
    /** What it collects itself, in its own tasks: nobody shares this with it, so no form opens or closes it. */
    readonly own: readonly OwnScope[];
    /** Bases of its type that are not consents. */
    readonly choices: readonly BasisChoice[];
  })[];
  readonly missing: readonly Missing[];
}

/** Everything transition 5 stands on: clause, bases and consents of each partner, and what is missing. */
export async function basisOf(ctx: Ctx, c: SharedCase): Promise<BasisOverview> {
  const day = today(ctx);
  const bases = await legalBases(ctx);
  const recorded = await recordedOf(ctx, c.id);
  const grants = (await grantsOf(ctx, c.id)).filter((g) => grantInForce(g, ctx.now));
  const consents = (await consentsOf(ctx, c.id)).filter((x) => consentInForce(x, day));
  const clauses = (await queries.findClausesGiven(ctx, c.id)).map((row) => ({
    version: row.version,
    lang: row.lang,
    givenOn: row.given_on,
    form: row.form,
  }));
  const partners = (await partnersOf(ctx, c)).map((p) => ({
    ...p,
    bases: recorded.filter((r) => r.institutionId === p.institutionId),
    consentInForce: consents.some((x) => x.institutionId === p.institutionId),
    own: ownScopes(grants, p.institutionId),
    choices: basesFor(bases, p.type).map((b) => ({
      ...b,
      offered: classesFor(b, p),
      needsDocument: needsDocument(b),
    })),
  }));
  const missing = missingForDiagnosis({
    clauseGiven: clauses.length > 0,
    partners: partners.map((p) => ({
      institutionId: p.institutionId,
      type: p.type,
      hasBasis: p.bases.length > 0 || p.consentInForce,
    })),
  });
  return { clauses, partners, missing };
}

/** Whether the reader may lead the case to diagnosis. */
export const canComplete = (ctx: Ctx, c: SharedCase): boolean => mayComplete(ctx.actor, c).allowed;

async function holdToRecord(ctx: Ctx, caseId: string): Promise<SharedCase> {
  const c = await holdCase(ctx, caseId);
  if (!(await basisDecision(ctx, c)).allowed) throw notFound();
  return c;
}

/** Takes down that the person received the information clause (GDPR art. 13, 14). `body.clause` is version|language. */
export async function giveClause(ctx: Ctx, caseId: string, body: ClauseBody): Promise<void> {
  const c = await holdToRecord(ctx, caseId);
  const [version = '', lang = ''] = body.clause.split('|');
  const day = today(ctx);
  const givenOn = parseDate(body.given_on, { today: day, yearless: 'past' });
  const errors: FieldError[] = [];
  const known = (await clauseVersions(ctx)).find((v) => v.version === version && v.lang === lang);
  if (!known) errors.push({ field: 'clause', message: 'choice' });
  if (!givenOn) errors.push({ field: 'given_on', message: 'date.invalid' });
  else if (givenOn > day) errors.push({ field: 'given_on', message: 'date.future' });
  else if (known && givenOn < known.valid_from) errors.push({ field: 'given_on', message: 'date.before' });
  if (errors.length > 0 || !givenOn) throw invalid(...errors);
  const id = newId();
  await queries.insertClause(ctx, { id, caseId, version, lang, givenOn, form: body.form });
  await recordChange(ctx, c, 'clause.given', 'clause', id, { version, lang, on: givenOn, form: body.form });
  await refreshBasisWaits(ctx, caseId);
}

async function setBasis(
  ctx: Ctx,
  c: SharedCase,
  partner: Partner,
  basis: LegalBasis,
  with_: { classes: readonly DataClass[]; document: string; validTo: LocalDate | null },
): Promise<void> {
  const id = newId();
  const { classes, document, validTo } = with_;
  const { institutionId } = partner;
  await queries.endRecorded(ctx, c.id, institutionId, basis.code);
  await queries.insertRecorded(ctx, {
    id,
    caseId: c.id,
    institutionId,
    basisCode: basis.code,
    classes,
    document,
    validTo,
  });
  const until = validTo ? startOfDay(addDays(validTo, 1)) : undefined;
  await openClasses(ctx, c.id, partner, basis, classes, { validTo: until });
  // Narrowing acts at once; so does a new end of the period.
  await closeGrants(
    ctx,
    c.id,
    'narrowed',
    (g) =>
      g.institutionId === institutionId &&
      g.basisCode === basis.code &&
      g.consentId === null &&
      g.origin !== 'own' &&
      (!classes.includes(g.dataClass) || g.validTo?.getTime() !== until?.getTime()),
  );
  await recordChange(ctx, c, 'basis.recorded', 'basis', id, {
    institution: institutionId,
    basis: basis.code,
  });
}

/**
 * Records on what basis an institution receives which classes, and opens them at once. The same basis again replaces
 * what was recorded: what is no longer ticked closes at once. Throws `invalid` with the fields to correct.
 */
export async function recordBasis(
  ctx: Ctx,
  caseId: string,
  institutionId: string,
  body: BasisBody,
): Promise<void> {
  const c = await holdToRecord(ctx, caseId);
  const partner = (await partnersOf(ctx, c)).find((p) => p.institutionId === institutionId);
  if (!partner) throw notFound();
  const basis = basesFor(await legalBases(ctx), partner.type).find((b) => b.code === body.basis);
  if (!basis) throw invalid({ field: 'basis', message: 'choice' });
  const errors: FieldError[] = [];
  const may = classesFor(basis, partner);
  if (body.classes.length === 0) errors.push({ field: 'classes', message: 'choices' });
  if (body.classes.some((k) => !may.includes(k))) errors.push({ field: 'classes', message: 'basis.beyond' });
  if (needsDocument(basis) && body.document === '') errors.push({ field: 'document', message: 'required' });
  const validTo =
    body.valid_to === '' ? null : parseDate(body.valid_to, { today: today(ctx), yearless: 'future' });
  if (body.valid_to !== '' && !validTo) errors.push({ field: 'valid_to', message: 'date.invalid' });
  if (validTo && validTo < today(ctx)) errors.push({ field: 'valid_to', message: 'date.past' });
  if (errors.length > 0) throw invalid(...errors);
  await setBasis(ctx, c, partner, basis, { classes: body.classes, document: body.document, validTo });
  await refreshBasisWaits(ctx, caseId);
}

/**
 * Records the statutory bases of all public bodies that have none yet, with everything they open but special
 * categories: one step instead of five forms. Returns how many were recorded.
 */
export async function recordStatutory(ctx: Ctx, caseId: string): Promise<number> {
  const c = await holdToRecord(ctx, caseId);
  const overview = await basisOf(ctx, c);
  const bases = await legalBases(ctx);
  let done = 0;
  for (const partner of overview.partners) {
    if (partner.bases.length > 0) continue;
    for (const basis of plainBases(bases, partner.type)) {
      const classes = proposed(classesFor(basis, partner));
      if (classes.length === 0) continue;
      await setBasis(ctx, c, partner, basis, { classes, document: '', validTo: null });
      done += 1;
    }
  }
  await refreshBasisWaits(ctx, caseId);
  return done;
}

/**
 * Transition 5, from intake to diagnosis: throws `conflict` with what is missing when the guard does not hold. The
 * first diagnosis opens, due within the timer `diagnosis` counted from intake.
 */
export async function completeBasis(ctx: Ctx, caseId: string, version?: number): Promise<void> {
  const c = await holdCase(ctx, caseId, version);
  if (!mayComplete(ctx.actor, c).allowed) throw notFound();
  const { missing } = await basisOf(ctx, c);
  if (missing.length > 0) throw new AppError('conflict', { reason: 'basis_incomplete', detail: { missing } });
  await moveCase(ctx, c, 'diagnosis', { for: 'diagnosis_parts', institutionId: c.leadInstitutionId });
  await startDiagnosis(ctx, caseId);
}

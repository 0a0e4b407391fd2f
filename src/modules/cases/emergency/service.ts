import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { parsePesel } from '#kernel/identifiers.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { limitSearches, noteSearch } from '../person/api.ts';
import { deadline, terms, today } from '../service.ts';
import { mayOpen, mayRead, mayReview } from './policy.ts';
import * as queries from './queries.ts';
import { type Emergency, type Figures, MIN_WORDS, type OpenBody, VERDICTS, type Verdict } from './schema.ts';
import { text } from './text.pl.ts';

const CLASSES: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5'];
/** Of D1–D5, what the actor's authorisation covers: the database shows no more. */
export const classesShown = (ctx: Ctx): DataClass[] =>
  DATA_CLASSES.filter((c) => CLASSES.includes(c) && ctx.actor.scope.includes(c));

function fromRow(ctx: Ctx, row: queries.EmergencyRow): Emergency {
  const own = row.own ?? false;
  const from = row.valid_from ?? new Date(0);
  const to = row.valid_to ?? new Date(0);
  return {
    id: row.id ?? '',
    caseId: row.case_id ?? '',
    personId: row.person_id ?? '',
    caseNumber: row.number ?? '',
    workerName: row.worker_name ?? '',
    institutionName: row.institution_name ?? '',
    reason: row.reason ?? '',
    justification: row.justification ?? '',
    from,
    to,
    reviewDue: row.review_due ?? '',
    review: row.reviewed_at
      ? {
          at: row.reviewed_at,
          by: row.reviewer_name ?? '',
          verdict: VERDICTS.find((v) => v === row.verdict) ?? 'training',
          note: row.review_note ?? '',
        }
      : null,
    contact: {
      name: row.coordinator_name,
      institution: row.lead_name ?? '',
      phone: row.lead_phone ?? '',
    },
    own,
    coordinates: row.coordinates ?? false,
    open: mayRead({ own, from, to }, ctx.now).allowed,
    toReview: mayReview({ own, reviews: row.reviews ?? false, reviewed: row.reviewed_at !== null }).allowed,
  };
}

/** Whether the actor may open one. */
export const canOpen = (ctx: Ctx): boolean => mayOpen(ctx.actor).allowed;

/** Emergencies that concern the actor: opened by them, in cases they coordinate, or theirs to review. */
export const emergencies = async (ctx: Ctx): Promise<Emergency[]> =>
  (await queries.findEmergencies(ctx)).map((row) => fromRow(ctx, row));

/** How many of them the actor should know of now: theirs to review, or in a case they coordinate and not reviewed. */
export const countEmergencies = async (ctx: Ctx): Promise<number> =>
  (await emergencies(ctx)).filter((e) => e.toReview || (e.coordinates && !e.review)).length;

export async function loadEmergency(ctx: Ctx, id: string): Promise<Emergency> {
  const found = (await emergencies(ctx)).find((e) => e.id === id);
  if (!found) throw notFound();
  return found;
}

/** Writes that an emergency was opened, read or reviewed, on the record of the person. */
export const recordEmergency = (
  ctx: Ctx,
  e: Pick<Emergency, 'id' | 'caseId' | 'personId'>,
  action: string,
  classes: readonly DataClass[],
  detail: Record<string, string> = {},
): Promise<void> =>
  record(ctx, {
    action,
    objectType: 'emergency',
    objectId: e.id,
    subjectId: e.personId,
    fileId: e.caseId,
    basisId: e.id,
    classes,
    detail,
  });

function read(ctx: Ctx, body: OpenBody, reasons: readonly string[]) {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, message });
  const typed = body.identifier.toUpperCase().replace(/[\s/-]/g, '');
  const pesel = /^\d+$/.test(typed) ? parsePesel(typed) : null;
  if (pesel && !pesel.ok) wrong('identifier', `pesel.${pesel.code}`);
  const birthDate = body.birth_date === '' ? null : parseDate(body.birth_date, { today: today(ctx) });
  if (body.birth_date !== '' && birthDate === null) wrong('birth_date', 'date.invalid');
  if (typed === '') {
    if (body.family_name === '') wrong('family_name', 'required');
    if (body.given_name === '') wrong('given_name', 'required');
    if (body.birth_date === '') wrong('birth_date', 'required');
  }
  if (!reasons.includes(body.reason)) wrong('reason', 'choice');
  if (body.justification.length < MIN_WORDS) wrong('justification', text[ctx.lang].tooShort(MIN_WORDS));
  if (errors.length > 0) throw invalid(...errors);
  return { identifier: typed, birthDate };
}

/**
 * Opens an emergency for the person found by the exact identifier, or by the whole name and birth date; gives its id.
 * Whoever must know is told, and it counts among the searches of the hour. Throws `invalid` when nobody is found: the
 * same whether nobody is known, two people have that name and birth date, the case is closed, or the actor must keep
 * away or has asked for this case too often.
 */
export async function openEmergency(ctx: Ctx, body: OpenBody): Promise<string> {
  if (!canOpen(ctx)) throw notFound();
  await limitSearches(ctx);
  const reasons = await emergencyReasons(ctx);
  const { identifier, birthDate } = read(
    ctx,
    body,
    reasons.map((r) => r.code),
  );
  const found = await queries.openEmergency(ctx, {
    id: newId(),
    partnershipId: body.partnership,
    identifier,
    familyName: body.family_name,
    givenName: body.given_name,
    birthDate,
    reason: body.reason,
    justification: body.justification,
    reviewBy: await deadline(ctx, 'emergency_review'),
  });
  if (!found?.id || !found.case_id || !found.person_id)
    throw invalid({ field: '', message: text[ctx.lang].nobody });
  await noteSearch(ctx);
  const opened = { id: found.id, caseId: found.case_id, personId: found.person_id };
  await recordEmergency(ctx, opened, 'emergency.opened', [], { reason: body.reason });
  await enqueue(ctx, 'cases.emergency_opened', { emergency: opened.id });
  return opened.id;
}

/** That somebody tried and found nobody: written apart, since the refused form itself leaves nothing. */
export async function recordTry(ctx: Ctx, errors: readonly FieldError[]): Promise<void> {
  if (!errors.some((e) => e.message === text[ctx.lang].nobody)) return;
  await noteSearch(ctx);
  await record(ctx, { action: 'emergency.tried', objectType: 'person', classes: [] });
}

export const emergencyReasons = (ctx: Ctx) => terms(ctx, 'emergency_reason');

export async function endEmergency(ctx: Ctx, id: string): Promise<void> {
  const e = await loadEmergency(ctx, id);
  if (!e.own) throw notFound();
  if ((await queries.endEmergency(ctx, id)).done) await recordEmergency(ctx, e, 'emergency.ended', []);
}

export async function reviewEmergency(
  ctx: Ctx,
  id: string,
  found: { verdict: Verdict; note: string },
): Promise<void> {
  const e = await loadEmergency(ctx, id);
  if (!e.toReview) throw notFound();
  if (found.verdict !== 'justified' && found.note.length < MIN_WORDS)
    throw invalid({ field: 'note', message: text[ctx.lang].tooShort(MIN_WORDS) });
  if (!(await queries.reviewEmergency(ctx, id, found.verdict, found.note)).done) throw notFound();
  await recordEmergency(ctx, e, 'emergency.reviewed', [], { verdict: found.verdict });
}

/** How often emergencies happen and what the reviews found, year by year; for everybody. */
export const figures = async (ctx: Ctx): Promise<Figures[]> =>
  (await queries.findFigures(ctx)).map((row) => ({
    year: row.year ?? 0,
    opened: row.opened ?? 0,
    justified: row.justified ?? 0,
    unjustified: row.unjustified ?? 0,
    training: row.training ?? 0,
    waiting: row.waiting ?? 0,
    late: row.late ?? 0,
  }));

/** Addresses of those who must know of an emergency; for the job that writes to them. */
export const watchersOf = queries.findWatchers;
/** Addresses for reviews that are late, each emergency once. */
export const takeLate = queries.takeLate;

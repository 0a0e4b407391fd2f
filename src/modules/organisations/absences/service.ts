import type { DataClass } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { periodOf } from '../authorisations/schema.ts';
import { permissionsOf } from '../policy.ts';
import type { Absence, OrganisationsHost, WorkerFunction } from '../schema.ts';
import { ownWorker, today } from '../service.ts';
import * as workers from '../workers/queries.ts';
import type { Colleague } from '../workers/schema.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

const fromRow = (row: queries.AbsenceRow): Absence => ({
  id: row.id,
  workerId: row.worker_id,
  institutionId: row.institution_id,
  standInId: row.stand_in_id,
  from: row.from_on,
  to: row.to_on,
});

/** The absences that begin on the day, for the job that gives their cases to the stand-ins. */
export const absencesStarting = async (ctx: Ctx, day: LocalDate): Promise<Absence[]> =>
  (await queries.findStarting(ctx, day)).map(fromRow);

/** The absences that have begun and not ended by the day: what the job must find done when it missed a day. */
export const absencesOn = async (ctx: Ctx, day: LocalDate): Promise<Absence[]> =>
  (await queries.findRunning(ctx, day)).map(fromRow);

/** Who acts for the worker on the day; null when the worker is there. */
export const standInOf = async (ctx: Ctx, workerId: string, day: LocalDate): Promise<string | null> =>
  (await queries.findStandIn(ctx, workerId, day))?.stand_in_id ?? null;

export const absencesOf = async (ctx: Ctx, workerId: string) =>
  (await queries.findAbsences(ctx, workerId)).map((row) => ({ ...fromRow(row), standIn: row.stand_in }));

/** Colleagues who can open cases on the day, until `until` at least: the only ones who can take them over. */
export async function colleaguesWithAccess(
  ctx: Ctx,
  except: string,
  day: LocalDate,
  until: LocalDate = day,
): Promise<Colleague[]> {
  const rows = await queries.findColleagues(ctx, except, day);
  return rows
    .filter((row) => mayStandIn(row) && (row.until ?? '') >= until)
    .map(({ id, name }) => ({ id, name }));
}

const mayStandIn = (row: queries.CandidateRow): boolean =>
  permissionsOf((row.functions ?? []) as WorkerFunction[], (row.scope ?? []) as DataClass[]).has('case.read');

/**
 * Notes that a worker will be away and who acts for them. The stand-in must have access to cases for the whole time
 * and be there; whoever stands in for somebody cannot go at that time. Throws `invalid` beside the field.
 */
export async function planAbsence(
  ctx: Ctx,
  host: OrganisationsHost,
  workerId: string,
  form: { from: string; to: string; standIn: string },
): Promise<void> {
  // Both rows are held, in one order: two people who go away and stand in for each other meet here.
  const held = [workerId, form.standIn].sort();
  for (const id of held)
    if (!(await workers.lockWorker(ctx, id)))
      throw id === workerId ? notFound() : refusal('standIn', 'choice');
  const period = periodOf(form, today(ctx));
  const t = text[ctx.lang];
  const errors: FieldError[] = [];
  if (period.to < today(ctx)) errors.push({ field: 'to', message: 'date.past' });
  const { from, to } = period;
  if ((await queries.findOverlapping(ctx, workerId, from, to)).length > 0)
    errors.push({ field: 'from', message: t.overlap });
  const [acted] = await queries.findStandingIn(ctx, workerId, from, to);
  if (acted) errors.push({ field: 'from', message: t.actsFor(acted.name) });
  const day = today(ctx);
  const able = await colleaguesWithAccess(ctx, workerId, from < day && day <= to ? day : from, to);
  if (!able.some((c) => c.id === form.standIn)) errors.push({ field: 'standIn', message: t.noAccess });
  else if ((await queries.findOverlapping(ctx, form.standIn, from, to)).length > 0)
    errors.push({ field: 'standIn', message: t.standInAway });
  if (errors.length > 0) throw invalid(...errors);
  const absence: Absence = {
    id: newId(),
    workerId,
    institutionId: ctx.actor.institutionId,
    standInId: form.standIn,
    from,
    to,
  };
  await queries.insertAbsence(ctx, {
    id: absence.id,
    worker_id: workerId,
    institution_id: absence.institutionId,
    stand_in_id: absence.standInId,
    from_on: from,
    to_on: to,
  });
  await record(ctx, {
    action: 'absence.plan',
    objectType: 'absence',
    objectId: absence.id,
    detail: { worker: workerId, standIn: form.standIn, from, to },
  });
  // The daily job has passed for today already.
  if (from <= today(ctx)) await host.absenceBegins?.(ctx, absence);
}

const refusal = (field: string, message: string) => invalid({ field, message });

/** Ends an absence that runs (yesterday was its last day), or cancels one that has not yet lasted a day. */
export async function endAbsence(
  ctx: Ctx,
  host: OrganisationsHost,
  workerId: string,
  absenceId: string,
): Promise<void> {
  const worker = await ownWorker(ctx, workerId);
  const absence = (await queries.findAbsences(ctx, worker.id)).find((a) => a.id === absenceId);
  if (!absence) throw notFound();
  const yesterday = addDays(today(ctx), -1);
  if (absence.to_on <= yesterday) throw notFound();
  if (absence.from_on > yesterday) await queries.cancelAbsence(ctx, absenceId);
  else await queries.endAbsence(ctx, absenceId, yesterday);
  await record(ctx, {
    action: 'absence.end',
    objectType: 'absence',
    objectId: absenceId,
    detail: { worker: workerId },
  });
  await host.absenceEnds?.(ctx, workerId);
}

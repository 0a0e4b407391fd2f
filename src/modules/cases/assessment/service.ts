import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import {
  type Diagnosis,
  insertWork,
  loadDiagnosis,
  mayWrite,
  type Part,
  PROTECTED,
  refreshWaits,
  WORK,
} from '../diagnosis/api.ts';
import type { SharedCase } from '../schema.ts';
import { holdCase, recordChange, today } from '../service.ts';
import * as queries from './queries.ts';
import type { Conclusion, OwnView, PartEntry } from './schema.ts';

async function holdDraft(ctx: Ctx, caseId: string): Promise<{ c: SharedCase; d: Diagnosis }> {
  const c = await holdCase(ctx, caseId);
  const d = await loadDiagnosis(ctx, caseId);
  if (!d || !mayWrite(ctx.actor, c, d).allowed) throw notFound();
  return { c, d };
}

/** That a protected part was filled is itself protected: it stands in the access record, not on the timeline. */
const recordFilled = (ctx: Ctx, c: SharedCase, d: Diagnosis, part: Part): Promise<void> =>
  PROTECTED.includes(part.dataClass)
    ? record(ctx, {
        action: 'diagnosis.part_filled',
        objectType: 'diagnosis_part',
        objectId: part.id,
        subjectId: c.personId,
        fileId: c.id,
        classes: [part.dataClass],
      })
    : recordChange(ctx, c, 'diagnosis.part_filled', 'diagnosis_part', part.id, {
        number: d.number,
        domain: part.domain,
      });

/**
 * Fills parts of one's own institution; those that did not change stay untouched. With `work`: what follows for work,
 * beside the protected parts. Throws `stale` with what stands now, by domain, when somebody was faster.
 */
export async function fillParts(
  ctx: Ctx,
  caseId: string,
  entries: readonly PartEntry[],
  work?: { body: string; rowVersion: number },
): Promise<void> {
  const { c, d } = await holdDraft(ctx, caseId);
  const now: Record<string, unknown> = {};
  for (const entry of entries) {
    const part = d.parts.find((p) => p.domain === entry.domain);
    // Somebody else's domain and one that is closed answer alike.
    if (!part?.content || part.institutionId !== ctx.actor.institutionId) throw notFound();
    const { content } = part;
    const same = content.scale === entry.scale && content.note === entry.note;
    if (same && (content.filledAt !== null || entry.scale === null)) continue;
    const change = { id: part.id, scale: entry.scale, note: entry.note, version: entry.rowVersion };
    if (content.rowVersion !== entry.rowVersion) now[entry.domain] = content;
    else if ((await queries.updatePart(ctx, change)) === 0) throw notFound();
    else await recordFilled(ctx, c, d, part);
  }
  if (work && work.body !== (d.work?.body ?? '')) {
    if ((d.work?.rowVersion ?? 0) !== work.rowVersion) now[WORK] = d.work;
    else if (d.work) await queries.updateWork(ctx, d.id, WORK, work.body || '–', work.rowVersion);
    else await insertWork(ctx, newId(), d.id, c.id, WORK, work.body);
  }
  if (Object.keys(now).length > 0) throw stale(now);
  await refreshWaits(ctx, c);
}

/** Fills one part; see `fillParts`. */
export const fillPart = (ctx: Ctx, caseId: string, entry: PartEntry): Promise<void> =>
  fillParts(ctx, caseId, [entry]);

/** What the person says of their situation and strengths, in their words. Throws `stale` with what stands now. */
export async function setOwnView(ctx: Ctx, caseId: string, body: OwnView): Promise<void> {
  const { c, d } = await holdDraft(ctx, caseId);
  if (d.rowVersion !== body._version)
    throw stale({ own_view: d.ownView, strengths: d.strengths, _version: d.rowVersion });
  if ((await queries.updateOwnView(ctx, d.id, body.own_view, body.strengths)) === 0) throw notFound();
  await recordChange(ctx, c, 'diagnosis.own_view', 'diagnosis', d.id, { number: d.number });
  await refreshWaits(ctx, c);
}

/** The common conclusion with the meeting it was agreed at. Throws `stale` with what stands now. */
export async function setConclusion(ctx: Ctx, caseId: string, body: Conclusion): Promise<void> {
  const { c, d } = await holdDraft(ctx, caseId);
  if (d.rowVersion !== body._version)
    throw stale({
      conclusion: d.conclusion,
      meeting_on: d.meetingOn,
      present: d.present,
      _version: d.rowVersion,
    });
  const errors: FieldError[] = [];
  const day = today(ctx);
  const meetingOn =
    body.meeting_on === '' ? null : parseDate(body.meeting_on, { today: day, yearless: 'past' });
  if (body.meeting_on !== '' && !meetingOn) errors.push({ field: 'meeting_on', message: 'date.invalid' });
  if (meetingOn && meetingOn > day) errors.push({ field: 'meeting_on', message: 'date.future' });
  if (meetingOn && meetingOn < warsawDate(c.openedAt))
    errors.push({ field: 'meeting_on', message: 'date.before' });
  if (errors.length > 0) throw invalid(...errors);
  if ((await queries.updateConclusion(ctx, d.id, body.conclusion, meetingOn, body.present)) === 0)
    throw notFound();
  await recordChange(ctx, c, 'diagnosis.conclusion', 'diagnosis', d.id, { number: d.number });
  await refreshWaits(ctx, c);
}

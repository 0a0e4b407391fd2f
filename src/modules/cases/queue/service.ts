import { all, type Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { directing } from '../review/api.ts';
import type { SharedCase } from '../schema.ts';
import { loadCase, mayWriteClass, recordView, today } from '../service.ts';
import * as policy from './policy.ts';
import * as queries from './queries.ts';
import type {
  Condition,
  EndCode,
  Entry,
  EntryState,
  Ground,
  Offer,
  Rules,
  Step,
  StepKind,
} from './schema.ts';

export const fromRow = (row: queries.EntryRow, places: ReadonlyMap<string, number>): Entry => ({
  id: row.id,
  caseId: row.case_id,
  partnershipId: row.partnership_id,
  serviceId: row.service_id,
  service: row.service ?? '',
  institution: row.institution,
  free: row.free ?? 0,
  freeOn: row.free_on ?? row.since,
  selectionId: row.selection_id,
  since: row.since,
  groundId: row.ground_id,
  ground: row.ground,
  rank: row.ground_rank,
  shiftedRank: row.shifted_rank,
  shiftedFrom: row.shifted_from,
  shiftReason: row.shift_reason,
  state: row.state as EntryState,
  aheadReason: row.ahead_reason,
  offeredOn: row.offered_on,
  answerUntil: row.answer_until,
  endedOn: row.ended_on,
  endCode: row.end_code as EndCode,
  endNote: row.end_note,
  createdAt: row.created_at,
  rowVersion: row.row_version,
  place: places.get(row.id) ?? null,
});

/** Places of entries, asked once a service. */
export async function placesOf(
  ctx: Ctx,
  rows: readonly queries.EntryRow[],
): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const service of new Set(rows.filter((row) => row.state === 'waiting').map((row) => row.service_id)))
    for (const { entry_id, place } of await queries.findPlaces(ctx, service))
      if (entry_id !== null && place !== null) places.set(entry_id, place);
  return places;
}

export async function entriesOf(ctx: Ctx, caseId: string): Promise<Entry[]> {
  const rows = await queries.findEntries(ctx, caseId);
  const places = await placesOf(ctx, rows);
  return rows.map((row) => fromRow(row, places));
}

/** Writing in the queue is for whoever directs the case and may write its plan. */
export const writing = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(await directing(ctx, c), await mayWriteClass(ctx, c.id, 'D5'), policy.mayWait(c.state));

async function rulesOf(ctx: Ctx, partnershipId: string): Promise<Rules | null> {
  const row = await queries.findRules(ctx, partnershipId);
  return row?.id
    ? { id: row.id, version: row.version ?? 0, who: row.who ?? '', orderWords: row.order_words ?? '' }
    : null;
}

export async function criteriaOf(ctx: Ctx, selectionId: string, entryId: string | null) {
  const rows = await queries.findCriteria(ctx, selectionId);
  const facts = entryId === null ? [] : await queries.findFacts(ctx, entryId);
  const grounds: Ground[] = rows
    .filter((row) => row.kind === 'ground')
    .map((row) => ({ id: row.id ?? '', position: row.position ?? 0, name: row.name ?? '' }));
  const conditions: Condition[] = rows
    .filter((row) => row.kind === 'condition')
    .map((row) => {
      const fact = facts.find((f) => f.criterion_id === row.id);
      return {
        id: row.id ?? '',
        name: row.name ?? '',
        checking: row.checking ?? '',
        met: fact?.met ?? null,
        checkedOn: fact?.checked_on ?? null,
        checkedBy: fact?.checked_by ?? null,
      };
    });
  return { grounds, conditions };
}

/** What a case waits for, and whether the reader may add to it. Recorded as seen. */
export async function queueOf(ctx: Ctx, caseId: string) {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'queue', ['D1', 'D5']);
  return {
    c,
    entries: await entriesOf(ctx, caseId),
    rules: await rulesOf(ctx, c.partnershipId),
    writes: (await writing(ctx, c)).allowed,
  };
}

/** The form to join: services, conditions and grounds of the criteria in force. */
export async function joinView(ctx: Ctx, caseId: string) {
  const { c, entries, rules, writes } = await queueOf(ctx, caseId);
  if (!writes || !rules) throw notFound();
  const taken = entries.filter((e) => e.endedOn === null).map((e) => e.serviceId);
  const services: Offer[] = (await queries.findServices(ctx, c.partnershipId, today(ctx)))
    .map((row) => ({ id: row.id ?? '', name: row.name ?? '', institution: row.institution }))
    .filter((s) => !taken.includes(s.id));
  return { c, rules, services, ...(await criteriaOf(ctx, rules.id, null)) };
}

/** One entry with everything about it. */
export async function entryView(ctx: Ctx, caseId: string, entryId: string) {
  const { c, entries, rules, writes } = await queueOf(ctx, caseId);
  const entry = entries.find((e) => e.id === entryId);
  if (!entry) throw notFound();
  const { conditions, grounds } = await criteriaOf(ctx, entry.selectionId, entryId);
  const steps: Step[] = (await queries.findSteps(ctx, entryId)).map((row) => ({
    ...row,
    kind: row.kind as StepKind,
  }));
  return { c, entry, rules, conditions, grounds, steps, writes };
}

import { record as audit } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { refreshListings } from '../../listing/api.ts';
import { readRecord, saveRecord, tell } from '../../record/api.ts';
import type { RecordInput } from '../../schema.ts';
import { handOver } from '../service.ts';
import * as queries from './queries.ts';
import type { Candidate, MergeView } from './schema.ts';
import { text } from './text.pl.ts';

/** Both records side by side. Throws `not_found` when one is none. */
export async function mergeView(ctx: Ctx, oldId: string, intoId: string): Promise<MergeView> {
  const [old, into] = [await readRecord(ctx, oldId), await readRecord(ctx, intoId)];
  if (!old || !into || oldId === intoId) throw notFound();
  return { old, into, version: `${old.rowVersion}-${into.rowVersion}` };
}

/** Records it may be the same as. */
export async function candidates(
  ctx: Ctx,
  id: string,
  q: string | undefined,
): Promise<{ name: string; shortName: string; found: Candidate[] }> {
  const record = await readRecord(ctx, id);
  if (!record) throw notFound();
  const rows = await queries.findCandidates(ctx, id, q || record.name);
  return {
    name: record.name,
    shortName: record.shortName,
    found: rows.map((r) => ({ ...r, locality: r.locality ?? '' })),
  };
}

const KEPT = [
  'nip',
  'krs',
  'regon',
  'registerNumber',
  'descriptionPl',
  'descriptionEn',
  'foundedOn',
  'sizeBand',
  'contactRole',
  'phone',
  'email',
  'website',
  'legalForm',
] as const;

/** What the surviving record does not say and the other one does. */
const gained = (old: RecordInput, into: RecordInput): Partial<RecordInput> =>
  Object.fromEntries(KEPT.filter((f) => !into[f] && old[f]).map((f) => [f, old[f]]));

/**
 * Makes one record of two: places, offers, support, photos, statuses and units of `oldId` move to the other one with
 * their ids, what it lacks is filled in, and the old address leads there. The old row stays, deregistered, with its
 * history. Throws `stale` when one of them changed since it was shown, `invalid` when one runs the other.
 */
export async function merge(
  ctx: Ctx,
  oldId: string,
  intoId: string,
  version: string | undefined,
): Promise<void> {
  if ((await queries.lockBoth(ctx, [oldId, intoId])).length !== 2) throw notFound();
  const { old, into, version: now } = await mergeView(ctx, oldId, intoId);
  if (version !== undefined && version !== now) throw stale({});
  if (into.parentId === oldId || old.parentId === intoId)
    throw invalid({ field: '', message: text[ctx.lang].related });
  const today = warsawDate(ctx.now);
  await queries.moveParts(ctx, oldId, intoId);
  await queries.retire(ctx, oldId, today);
  await queries.insertMerged(ctx, oldId, intoId);
  await queries.closePair(ctx, oldId, intoId);
  const moved = await readRecord(ctx, intoId);
  if (!moved) throw notFound();
  await saveRecord(
    ctx,
    intoId,
    { ...moved, ...gained(old, moved) },
    { source: moved.sourceCode, sourceOn: moved.sourceOn, by: 'editor', confirmed: null },
  );
  if (into.institutionId === null && old.institutionId !== null) await handOver(ctx, into, old.institutionId);
  const parts = [...old.places, ...old.offers, ...old.supports].map((p) => p.name).filter(Boolean);
  const entry = { by: 'editor', source: 'editor', isNew: false } as const;
  await tell(ctx, [
    { ...entry, id: oldId, fields: [{ field: 'merged', before: old.name, after: into.name }] },
    {
      ...entry,
      id: intoId,
      fields: [{ field: 'merged', before: '', after: [old.name, ...parts].join('\n') }],
    },
  ]);
  await refreshListings(ctx, [oldId, intoId]);
  await audit(ctx, {
    action: 'directory.merge',
    objectType: 'entity',
    objectId: intoId,
    detail: { old: oldId },
  });
}

/** Where the record went, when it was merged into another one. */
export const mergedInto = async (ctx: Ctx, id: string): Promise<string | null> =>
  (await queries.findMerged(ctx, id))?.id ?? null;

import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { acceptOf } from '#kernel/files/kinds.ts';
import { warsawDate } from '#kernel/time.ts';
import { counties as allCounties } from '#modules/territory/api.ts';
import { mayEdit, mayKeep } from '../../policy.ts';
import type { EntityState, Provenance, RecordInput, Taxonomy } from '../../schema.ts';
import { ruleText } from '../facts/service.ts';
import { dictionary, namesOf } from '../names/service.ts';
import { lock } from '../save/queries.ts';
import { confirmRecord, saveRecord } from '../save/service.ts';
import type { RecordView, SupportView } from '../schema.ts';
import { readRecord } from '../service.ts';
import * as queries from './queries.ts';
import type { PartKind } from './schema.ts';

export const PHOTO_KINDS = ['jpeg', 'png', 'webp'] as const;
export const photoAccept = acceptOf(PHOTO_KINDS);

/** A record that the actor may change. Missing and forbidden are the same answer. */
export async function kept(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record || !mayKeep(ctx.actor, record).allowed) throw notFound();
  return record;
}

/** Whose hand it is: the entity's own institution, or an editor of the base. */
export function handOf(ctx: Ctx, record: Pick<RecordView, 'institutionId'> | null): 'entity' | 'editor' {
  return record !== null && record.institutionId === ctx.actor.institutionId ? 'entity' : 'editor';
}

const provenance = (ctx: Ctx, record: RecordView | null): Provenance => {
  const by = handOf(ctx, record);
  const on = warsawDate(ctx.now);
  // Whoever writes a record for the first time has just looked; a change of one field confirms nothing else.
  const confirmed = record === null ? ({ on, by } as const) : null;
  return { source: by === 'entity' ? 'self' : 'editor', sourceOn: on, by, confirmed };
};

/** Changes a record from a form. Throws `stale` when the form is older than the record, `not_found` when it is not theirs. */
export async function change(
  ctx: Ctx,
  id: string,
  version: number | undefined,
  next: (record: RecordView) => RecordInput | Promise<RecordInput>,
): Promise<void> {
  if ((await lock(ctx, [id])).length === 0) throw notFound();
  const record = await kept(ctx, id);
  if (version !== undefined && version !== record.rowVersion) throw stale({});
  await saveRecord(ctx, id, await next(record), provenance(ctx, record));
}

/** A new record, by an editor of the base. Gives its id. */
export function create(ctx: Ctx, input: RecordInput): Promise<string> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  return saveRecord(ctx, null, input, provenance(ctx, null));
}

/** The part with this id, or null for a new one. Throws `not_found` for an unknown id. */
export function partOf<K extends PartKind>(
  record: RecordView,
  kind: K,
  part: string,
): RecordView[K][number] | null {
  if (part === 'new') return null;
  const list: readonly RecordView[K][number][] = record[kind];
  const found = list.find((p) => p.id === part);
  if (!found) throw notFound();
  return found;
}

/** A list with one part replaced, or with a new one at its end. */
export const withPart = <T extends { id?: string }>(list: readonly T[], part: T): T[] =>
  part.id === undefined ? [...list, part] : list.map((p) => (p.id === part.id ? part : p));

export const removePart = (ctx: Ctx, id: string, kind: PartKind, part: string, version: number | undefined) =>
  change(ctx, id, version, (record) => {
    partOf(record, kind, part);
    const gone = record.places.findIndex((p) => p.id === part);
    return {
      ...record,
      places: record.places.filter((p) => p.id !== part),
      offers: record.offers.filter((o) => o.id !== part),
      // What was given at the place that is gone is bound to none; the others keep theirs at its new position.
      supports: record.supports
        .filter((s) => s.id !== part)
        .map((s) => {
          const at = s.placeIndex ?? -1;
          return gone < 0 ? s : { ...s, placeIndex: at === gone || at < 0 ? null : at > gone ? at - 1 : at };
        }),
    };
  });

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** The entries in force of a dictionary, for a select; those the record already has stay choosable. */
export async function choices(ctx: Ctx, taxonomy: Taxonomy, held: readonly string[] = []): Promise<Choice[]> {
  const today = warsawDate(ctx.now);
  return (await dictionary(ctx, taxonomy))
    .filter((t) => t.validTo === null || t.validTo >= today || held.includes(t.code))
    .map((t) => ({ value: t.code, label: t.name }));
}
export const countyChoices = async (ctx: Ctx): Promise<Choice[]> =>
  (await allCounties(ctx)).map((c) => ({ value: c.code, label: c.name }));

/** That the codes stand in the dictionary; what is wrong is said beside the field. */
export async function checkCodes(
  ctx: Ctx,
  field: string,
  taxonomy: Taxonomy,
  codes: readonly string[],
  message: (code: string) => string,
): Promise<void> {
  if (codes.length === 0) return;
  const known = new Set((await dictionary(ctx, taxonomy)).map((t) => t.code));
  const wrong = codes.find((code) => !known.has(code));
  if (wrong !== undefined) throw invalid({ field, message: message(wrong) });
}

export const ownRecords = async (ctx: Ctx) =>
  (await queries.findOwn(ctx, ctx.actor.institutionId)).map((r) => ({ ...r, state: r.state as EntityState }));

/** The record in which a number of a legal entity stands, for its units. */
export async function parentByNumber(ctx: Ctx, number: string): Promise<string> {
  const [found] = await queries.findByNumber(ctx, number.replace(/[\s-]/g, ''));
  if (!found) throw new AppError('not_found');
  return found.id;
}
export const numberOf = async (ctx: Ctx, parentId: string | null): Promise<string> =>
  (parentId === null ? null : await queries.findNumber(ctx, parentId))?.number ?? '';

/** Where a locality lies, when its county has only one of this name. */
export async function located(ctx: Ctx, county: string, locality: string) {
  const found = county === '' || locality === '' ? [] : await queries.findLocality(ctx, county, locality);
  const [one] = found;
  return found.length === 1 && one ? one : null;
}

/** Whether the actor edits the whole base. */
export const edits = (ctx: Ctx): boolean => mayEdit(ctx.actor).allowed;

/** One click: everything in the record is true as of today. */
export async function confirmAll(ctx: Ctx, id: string): Promise<void> {
  const record = await kept(ctx, id);
  await confirmRecord(ctx, id, handOf(ctx, record));
}

/** Counties and gminas that a service is bound to now, for boxes that keep or drop them. */
export async function areaChoices(ctx: Ctx, record: RecordView, part: SupportView | null): Promise<Choice[]> {
  const names = await namesOf(ctx, [record]);
  return (part?.eligibility ?? [])
    .filter((e) => e.rule === 'county' || e.rule === 'gmina')
    .map((e) => ({ value: `${e.rule}:${e.value}`, label: ruleText(ctx.lang, names, e) }));
}

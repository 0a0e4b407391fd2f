import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { refreshListings } from '../../listing/api.ts';
import { mayEdit, mayKeep } from '../../policy.ts';
import type { ChangedBy, Provenance, RecordInput } from '../../schema.ts';
import { changedFields } from '../facts/service.ts';
import { namesOf } from '../names/service.ts';
import type { ChangedField, RecordView, ToSave } from '../schema.ts';
import { readRecords } from '../service.ts';
import { text } from '../text.pl.ts';
import type { Step, Whole } from './parts/schema.ts';
import { partsDiffer, saveParts } from './parts/service.ts';
import * as queries from './queries.ts';

/**
 * Creates a record (`id` null) or changes it, with all its parts: lists replace, places, offers and support services
 * with a known id keep it. What changed goes into the history, the access record and the listing; when nothing did, the
 * row version stays. Gives the id. Throws `not_found` when the actor may not write it, `invalid` when another legal
 * entity has one of its numbers.
 */
export async function saveRecord(
  ctx: Ctx,
  id: string | null,
  input: RecordInput,
  from: Provenance,
): Promise<string> {
  const [saved] = await saveRecords(ctx, [{ id, input, from }]);
  if (saved === undefined) throw notFound();
  return saved;
}

interface Saving {
  readonly id: string;
  readonly from: Provenance;
  readonly view: RecordView | null;
  readonly step: Step;
}

/** As `saveRecord` for many at once, in as many statements as for one; an import saves some hundreds together. */
export async function saveRecords(ctx: Ctx, items: readonly ToSave[]): Promise<string[]> {
  const known = items.flatMap(({ id }) => (id === null ? [] : [id]));
  if ((await queries.lock(ctx, known)).length !== known.length) throw notFound();
  const views = new Map((await readRecords(ctx, known)).map((r) => [r.id, r]));
  const all = items.map((item): Saving => {
    const view = item.id === null ? null : (views.get(item.id) ?? null);
    const id = view?.id ?? newId();
    return { id, from: item.from, view, step: { before: view, after: whole(id, item.input, view) } };
  });
  for (const { view } of all) allowed(ctx, view);
  await checkNumbers(ctx, all);
  const names = await namesOf(
    ctx,
    all.flatMap(({ step }) => (step.before ? [step.before, step.after] : [step.after])),
    'pl',
  );
  const added = all.filter((s) => s.view === null);
  const changed = all.filter((s) => s.step.before !== null && differs(s.step.before, s.step.after));
  const touched = all.filter((s) => s.view !== null && (changed.includes(s) || isNews(s.view, s.from)));
  if (added.length > 0) await queries.insertEntities(ctx, JSON.stringify(added.map((s) => row(s, 1))));
  if (touched.length > 0)
    await queries.updateEntities(
      ctx,
      JSON.stringify(touched.map((s) => row(s, changed.includes(s) ? 1 : 0))),
    );
  const told = [...added, ...changed];
  await saveParts(
    ctx,
    told.map((s) => s.step),
  );
  await refreshListings(
    ctx,
    all.filter((s) => added.includes(s) || touched.includes(s)).map((s) => s.id),
  );
  await tell(
    ctx,
    told.map((s) => ({
      id: s.id,
      by: s.from.by,
      source: s.from.source,
      isNew: s.view === null,
      fields: s.step.before
        ? changedFields(names, s.step.before, s.step.after)
        : [{ field: 'record', before: '', after: s.step.after.name }],
    })),
  );
  return all.map((s) => s.id);
}

/** Whoever is no worker is the system at work: an import, the demonstration. */
function allowed(ctx: Ctx, view: RecordView | null): void {
  if (ctx.actor.kind === 'system') return;
  const decision = view ? mayKeep(ctx.actor, view) : mayEdit(ctx.actor);
  if (!decision.allowed) throw notFound();
}

/** Gives every place, offer and service its id: the known one, or a new one. A foreign id is no known one. */
function whole(id: string, input: RecordInput, before: RecordView | null): Whole {
  const own = (parts: readonly { id: string }[] | undefined) => {
    const free = new Set(parts?.map((p) => p.id));
    return <T extends { id?: string }>(part: T): T & { id: string } => ({
      ...part,
      id: part.id !== undefined && free.delete(part.id) ? part.id : newId(),
    });
  };
  const places = input.places.map(own(before?.places));
  const supports = input.supports.map(own(before?.supports)).map((s) => {
    const was = before?.supports.find((b) => b.id === s.id)?.placeId;
    // Who does not say where leaves it where it was.
    return s.placeIndex === undefined && was
      ? { ...s, placeIndex: places.findIndex((p) => p.id === was) }
      : s;
  });
  return { ...input, id, places, supports, offers: input.offers.map(own(before?.offers)) };
}

/** No two legal entities share a number; a unit may repeat those of the one that runs it. */
async function checkNumbers(ctx: Ctx, all: readonly Saving[]): Promise<void> {
  const numbered = all.filter(({ step: { before, after } }) => {
    const same =
      before !== null && (['parentId', 'nip', 'krs', 'regon'] as const).every((k) => before[k] === after[k]);
    return after.parentId === null && !same;
  });
  if (numbered.length === 0) return;
  const of = (field: 'nip' | 'krs' | 'regon') =>
    numbered.flatMap(({ step }) => (step.after[field] === null ? [] : [step.after[field]]));
  const found = await queries.findSame(
    ctx,
    all.map((s) => s.id),
    of('nip'),
    of('krs'),
    of('regon'),
  );
  for (const { step } of numbered)
    for (const field of ['nip', 'krs', 'regon'] as const) {
      const same = found.find((f) => f[field] !== null && f[field] === step.after[field]);
      if (same) throw invalid({ field, message: text[ctx.lang].sameNumber(same.name) });
    }
}

const entityRow = (r: RecordInput) => ({
  parent_id: r.parentId,
  type: r.type,
  legal_form: r.legalForm,
  name: r.name,
  short_name: r.shortName,
  krs: r.krs,
  nip: r.nip,
  regon: r.regon,
  register_number: r.registerNumber,
  description_pl: r.descriptionPl,
  description_en: r.descriptionEn,
  founded_on: r.foundedOn,
  size_band: r.sizeBand,
  contact_role: r.contactRole,
  phone: r.phone,
  email: r.email,
  website: r.website,
  state: r.state,
  state_since: r.stateSince,
});

const differs = (before: Whole, after: Whole): boolean =>
  JSON.stringify(entityRow(before)) !== JSON.stringify(entityRow(after)) || partsDiffer(before, after);

/** Where it comes from and how fresh it is, as it will stand. */
const provenance = (view: RecordView | null, from: Provenance) => ({
  source_code: from.source,
  source_on: from.sourceOn,
  confirmed_on: from.confirmed?.on ?? view?.confirmedOn ?? null,
  confirmed_by: from.confirmed?.by ?? view?.confirmedBy ?? null,
  institution_id: from.institutionId === undefined ? (view?.institutionId ?? null) : from.institutionId,
  is_demo: from.isDemo ?? view?.isDemo ?? false,
});

function isNews(view: RecordView, from: Provenance): boolean {
  const next = provenance(view, from);
  return (
    next.source_code !== view.sourceCode ||
    next.source_on !== view.sourceOn ||
    next.confirmed_on !== view.confirmedOn ||
    next.confirmed_by !== view.confirmedBy ||
    next.institution_id !== view.institutionId ||
    next.is_demo !== view.isDemo
  );
}

const row = ({ id, view, from, step }: Saving, version: 0 | 1) => ({
  id,
  ...entityRow(step.after),
  ...provenance(view, from),
  row_version: version,
});

interface Told {
  readonly id: string;
  readonly by: ChangedBy;
  readonly source: string | null;
  readonly isNew: boolean;
  readonly fields: readonly ChangedField[];
}

/** History for everybody, and the access record, which alone says who it was. */
export async function tell(ctx: Ctx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map((t) => ({
    id: newId(),
    entity_id: t.id,
    by_kind: t.by,
    source_code: t.source,
    fields: t.fields,
  }));
  await queries.insertChanges(ctx, JSON.stringify(rows));
  await Promise.all(
    told.map((t) =>
      record(ctx, {
        action: t.isNew ? 'directory.create' : 'directory.change',
        objectType: 'entity',
        objectId: t.id,
        detail: { by: t.by, fields: t.fields.map((f) => f.field).join(' ') },
      }),
    ),
  );
}

/** Somebody says today that the record is true. */
export async function confirmRecord(
  ctx: Ctx,
  id: string,
  by: 'entity' | 'editor' | 'register',
): Promise<void> {
  if ((await queries.confirm(ctx, id, warsawDate(ctx.now), by)) === 0) throw notFound();
  await refreshListings(ctx, [id]);
  await record(ctx, { action: 'directory.confirm', objectType: 'entity', objectId: id, detail: { by } });
}

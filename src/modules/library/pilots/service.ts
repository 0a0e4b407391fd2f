import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { allModels } from '../models/service.ts';
import { pathOf, type Shown } from '../schema.ts';
import { read } from '../service.ts';
import { mayArrangeTeam, mayLog } from './policy.ts';
import * as queries from './queries.ts';
import {
  ENTRY_KINDS,
  type Entry,
  type EntryForm,
  type PilotCard,
  type PilotFacts,
  type PilotsQuery,
  type Progress,
  pilotFacts,
  progressOf,
} from './schema.ts';

const asEntry = ({ documentId: _, ...row }: queries.EntryRow): Entry => ({
  ...row,
  kind: ENTRY_KINDS.find((kind) => kind === row.kind) ?? 'visit',
});

/** Every pilot with what it has come to by now, newest first. */
export async function allPilots(ctx: Ctx): Promise<readonly PilotCard[]> {
  const rows = await queries.findPilots(ctx);
  const noted = await queries.findEntries(
    ctx,
    rows.map(({ id }) => id),
  );
  const places = new Map((await counties(ctx)).map(({ code, name }) => [code, name]));
  const models = new Map((await allModels(ctx)).map(({ slug, title }) => [slug, title]));
  return rows.map(({ facts: stored, ...row }) => {
    const facts = pilotFacts.parse(stored);
    return {
      ...row,
      path: pathOf('pilot', row.slug, null),
      facts,
      progress: progressOf(facts, noted.filter(({ documentId }) => documentId === row.id).map(asEntry)),
      modelTitle: models.get(facts.model) ?? null,
      county: places.get(facts.place.county) ?? '',
    };
  });
}

export const siftPilots = (
  pilots: readonly PilotCard[],
  { model, state, county }: PilotsQuery,
): readonly PilotCard[] =>
  pilots.filter(
    ({ facts, progress }) =>
      (model === undefined || facts.model === model) &&
      (state === undefined || progress.state === state) &&
      (county === undefined || facts.place.county === county),
  );

export interface OpenPilot {
  readonly shown: Shown;
  readonly facts: PilotFacts;
  readonly entries: readonly Entry[];
  readonly progress: Progress;
  readonly county: string;
  readonly model: { readonly path: string; readonly title: string } | null;
  readonly team: readonly { readonly id: string; readonly name: string }[];
  /** The reader may write into the log. */
  readonly logs: boolean;
  readonly arranges: boolean;
}

/** A document of the kind pilot with its log. */
export async function pilotOf(ctx: Ctx, shown: Shown): Promise<OpenPilot> {
  if (shown.facts.kind !== 'pilot') throw notFound();
  const { kind: _, ...facts } = shown.facts;
  const entries = (await queries.findEntries(ctx, [shown.id])).map(asEntry);
  const team = (await queries.findTeam(ctx, shown.id)).map(({ id, name }) => ({ id, name: name ?? '' }));
  const model = (await allModels(ctx)).find(({ slug }) => slug === facts.model);
  const county = (await counties(ctx)).find(({ code }) => code === facts.place.county);
  return {
    shown,
    facts,
    entries,
    progress: progressOf(facts, entries),
    county: county?.name ?? '',
    model: model ? { path: model.path, title: model.title } : null,
    team,
    logs: mayLog(
      ctx.actor,
      team.map(({ id }) => id),
    ).allowed,
    arranges: mayArrangeTeam(ctx.actor).allowed,
  };
}

/** The pilot at an address. Throws `not_found`, also for one that has moved. */
export async function openPilot(ctx: Ctx, slug: string): Promise<OpenPilot> {
  const shown = await read(ctx, { section: 'pilots', slug });
  if ('movedTo' in shown) throw notFound();
  return pilotOf(ctx, shown);
}

/** A pilot whose log the actor keeps; missing and forbidden are the same. */
export async function keptPilot(ctx: Ctx, slug: string): Promise<OpenPilot> {
  const pilot = await openPilot(ctx, slug);
  if (!pilot.logs) throw notFound();
  return pilot;
}

/** Notes a milestone reached, a value measured or a visit paid. Throws `invalid`, and `not_found` to outsiders. */
export async function addEntry(ctx: Ctx, slug: string, form: EntryForm): Promise<void> {
  const pilot = await keptPilot(ctx, slug);
  const { kind, item, on, note } = form;
  if (on === null) throw invalid({ field: 'on', message: 'required' });
  if (on > warsawDate(ctx.now)) throw invalid({ field: 'on', message: 'date.future' });
  const known =
    kind === 'visit' ||
    (kind === 'milestone'
      ? pilot.facts.milestones.some(({ month }) => month === item)
      : item < pilot.facts.indicators.length);
  if (!known) throw invalid({ field: 'item', message: 'choice' });
  if (kind === 'visit' && note === '') throw invalid({ field: 'note', message: 'required' });
  const value = kind === 'value' ? form.value : null;
  if (kind === 'value' && value === null) throw invalid({ field: 'value', message: 'required' });
  await queries.insertEntry(ctx, newId(), pilot.shown.id, {
    kind,
    item: kind === 'visit' ? 0 : item,
    on,
    value,
    note,
  });
  await record(ctx, {
    action: 'pilot.note',
    objectType: 'document',
    objectId: pilot.shown.id,
    detail: { kind },
  });
}

/** Lets an institution keep the log, or no longer. */
export async function arrangeTeam(
  ctx: Ctx,
  slug: string,
  institutionId: string,
  take: boolean,
): Promise<void> {
  const pilot = await openPilot(ctx, slug);
  if (!pilot.arranges) throw notFound();
  if (take) await queries.deleteTeam(ctx, pilot.shown.id, institutionId);
  else {
    const known = await queries.findInstitutions(ctx);
    if (!known.some(({ id }) => id === institutionId))
      throw invalid({ field: 'institution', message: 'choice' });
    await queries.insertTeam(ctx, pilot.shown.id, institutionId);
  }
  await record(ctx, { action: 'pilot.team', objectType: 'document', objectId: pilot.shown.id });
}

export const institutions = async (ctx: Ctx) =>
  (await queries.findInstitutions(ctx)).map(({ id, name }) => ({ id, name: name ?? '' }));

import type { Ctx } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import * as queries from './queries.ts';
import { idOf, offers, places, type Row, type Step, said, supports, type Whole } from './schema.ts';

/** Lists that have no identity of their own: where one differs, the whole of it is written anew. */
const LISTS: readonly {
  readonly of: 'entity_id' | 'place_id' | 'offer_id' | 'support_id';
  readonly rows: (r: Whole) => Row[];
  readonly replace: (ctx: Ctx, of: readonly string[], rows: string) => Promise<void>;
}[] = [
  {
    of: 'entity_id',
    rows: (r) =>
      r.statuses.map((s) => ({
        id: idOf(s),
        entity_id: r.id,
        status: s.status,
        decision_number: s.decisionNumber,
        authority: s.authority,
        valid_from: s.validFrom,
        valid_to: s.validTo,
      })),
    replace: queries.replaceStatuses,
  },
  {
    of: 'entity_id',
    rows: (r) => r.founders.map((f) => ({ id: idOf(f), entity_id: r.id, kind: f.kind, name: f.name })),
    replace: queries.replaceFounders,
  },
  {
    of: 'entity_id',
    rows: (r) => [
      ...r.groups.map((code) => ({ entity_id: r.id, taxonomy: 'group', code, is_main: false })),
      ...r.pkd.map((p) => ({ entity_id: r.id, taxonomy: p.taxonomy, code: p.code, is_main: p.isMain })),
    ],
    replace: queries.replaceTerms,
  },
  {
    of: 'entity_id',
    rows: (r) => r.servedCounties.map((county_code) => ({ entity_id: r.id, county_code })),
    replace: queries.replaceCounties,
  },
  {
    of: 'place_id',
    rows: (r) =>
      r.places.flatMap((p) => p.access.map((a) => ({ place_id: p.id, code: a.code, note: a.note }))),
    replace: queries.replaceAccess,
  },
  {
    of: 'place_id',
    rows: (r) =>
      r.places.flatMap((p) =>
        p.opening.map((o) => ({
          id: idOf(o),
          place_id: p.id,
          weekday: o.weekday,
          on_day: o.onDay,
          opens: o.opens,
          closes: o.closes,
          valid_from: o.validFrom,
          valid_to: o.validTo,
          note: o.note,
        })),
      ),
    replace: queries.replaceOpening,
  },
  {
    of: 'offer_id',
    rows: (r) =>
      r.offers.flatMap((o) => o.codes.map((c) => ({ offer_id: o.id, taxonomy: c.taxonomy, code: c.code }))),
    replace: queries.replaceCodes,
  },
  {
    of: 'support_id',
    rows: (r) =>
      r.supports.flatMap((s) =>
        s.eligibility.map((e) => ({ support_id: s.id, rule: e.rule, value: e.value })),
      ),
    replace: queries.replaceEligibility,
  },
  {
    of: 'support_id',
    rows: (r) => r.supports.flatMap((s) => s.requiredPapers.map((name) => ({ support_id: s.id, name }))),
    replace: queries.replacePapers,
  },
];

/** Of rows that are kept by their id: those that are gone, and those that are new or say something else. */
function kept(steps: readonly Step[], rows: (r: Whole) => Row[]) {
  const was = new Map(steps.flatMap(({ before }) => (before ? rows(before) : [])).map((r) => [r.id, r]));
  const now = steps.flatMap(({ after }) => rows(after));
  const ids = new Set(now.map((r) => r.id));
  const old = [...was.values()];
  return {
    gone: old.flatMap((r) => (r.id === undefined || ids.has(r.id) ? [] : [r.id])),
    put: now.filter((r) => {
      const before = was.get(r.id);
      return before === undefined || said(before) !== said(r);
    }),
    was,
  };
}

/** Writes the parts that differ. A dozen statements at most, however many records there are. */
export async function saveParts(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  const place = kept(steps, places);
  const offer = kept(steps, offers);
  const support = kept(steps, supports);
  if (place.gone.length > 0) await queries.deletePlaces(ctx, place.gone);
  if (offer.gone.length > 0) await queries.deleteOffers(ctx, offer.gone);
  if (support.gone.length > 0) await queries.deleteSupports(ctx, support.gone);
  const demoted = place.put.flatMap((p) =>
    p.id !== undefined && p.is_main === false && place.was.get(p.id)?.is_main === true ? [p.id] : [],
  );
  if (demoted.length > 0) await queries.demotePlaces(ctx, demoted);
  if (place.put.length > 0) await queries.putPlaces(ctx, JSON.stringify(place.put));
  if (offer.put.length > 0) await queries.putOffers(ctx, JSON.stringify(offer.put));
  if (support.put.length > 0) await queries.putSupports(ctx, JSON.stringify(support.put));
  for (const list of LISTS) await saveList(ctx, steps, list);
}

function byParent(rows: readonly Row[], of: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = String(row[of]);
    const group = groups.get(parent);
    if (group) group.push(row);
    else groups.set(parent, [row]);
  }
  return groups;
}
const whole = (rows: readonly Row[] = []) => rows.map(said).sort().join();

async function saveList(ctx: Ctx, steps: readonly Step[], list: (typeof LISTS)[number]): Promise<void> {
  const was = byParent(
    steps.flatMap(({ before }) => (before ? list.rows(before) : [])),
    list.of,
  );
  const now = byParent(
    steps.flatMap(({ after }) => list.rows(after)),
    list.of,
  );
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter(
    (parent) => whole(was.get(parent)) !== whole(now.get(parent)),
  );
  if (changed.length === 0) return;
  const rows = changed.flatMap((parent) => {
    // What stays word for word keeps its id too.
    const ids = new Map((was.get(parent) ?? []).map((row) => [said(row), row.id]));
    return (now.get(parent) ?? []).map((row) => {
      const id = ids.get(said(row)) ?? newId();
      ids.delete(said(row));
      return { ...row, id };
    });
  });
  await list.replace(
    ctx,
    changed.filter((parent) => was.has(parent)),
    JSON.stringify(rows),
  );
}

/** Whether anything of the parts differs. */
export const partsDiffer = (before: Whole, after: Whole): boolean =>
  [places, offers, supports].some((rows) => {
    const { gone, put } = kept([{ before, after }], rows);
    return gone.length + put.length > 0;
  }) || LISTS.some(({ rows }) => whole(rows(before)) !== whole(rows(after)));

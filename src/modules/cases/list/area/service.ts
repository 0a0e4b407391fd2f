import type { Ctx } from '#kernel/context.ts';
import { parsePesel } from '#kernel/identifiers.ts';
import { readDay, readPostalCode } from '#kernel/tabular/cell.ts';
import { comparable } from '#kernel/tabular/table.ts';
import { gminasById, localitiesOf } from '#modules/territory/api.ts';
import type { OwnPartnership } from '../../referral/api.ts';
import { terms } from '../../service.ts';
import { readSex } from '../cell/schema.ts';
import { findAreas, findGminaNames } from '../check/queries.ts';
import type { CellTests } from '../columns/schema.ts';
import { findPlace, type Gazetteer, gazetteer, gminaUnknown } from '../place/schema.ts';
import { type Need, needsIn } from '../reason/schema.ts';
import type { Mapping } from '../schema.ts';

export const columnOf = (cells: readonly (readonly string[])[], index: number | null): string[] =>
  index === null ? [] : cells.map((row) => row[index] ?? '');

/** The places of each partnership's area. */
export async function areasOf(
  ctx: Ctx,
  partnerships: readonly OwnPartnership[],
): Promise<Map<string, Gazetteer>> {
  const rows = await findAreas(
    ctx,
    partnerships.map(({ id }) => id),
  );
  const ids = [...new Set(rows.map((row) => row.gmina_id ?? ''))];
  const gminas = await gminasById(ctx, ids);
  const localities = await localitiesOf(ctx, ids);
  const before = new Map(
    (await terms(ctx, 'gmina_before')).map(({ code, meta }) => [
      code,
      Array.isArray(meta.before) ? meta.before.map(String) : [],
    ]),
  );
  return new Map(
    partnerships.map(({ id }) => {
      const mine = new Set(rows.filter((row) => row.partnership_id === id).map((row) => row.gmina_id));
      const own = gazetteer(
        localities.filter(({ gminaId }) => mine.has(gminaId)),
        gminas.filter((g) => mine.has(g.id)),
        before,
        new Set(),
      );
      return [id, own];
    }),
  );
}

/** The one asked for; otherwise the one in whose area most of the people live. */
export function choosePartnership(
  all: readonly OwnPartnership[],
  areas: ReadonlyMap<string, Gazetteer>,
  cells: readonly (readonly string[])[],
  mapping: Mapping,
  asked: string | null | undefined,
): OwnPartnership | null {
  if (asked) return all.find(({ id }) => id === asked) ?? null;
  if (all.length === 1) return all[0] ?? null;
  const text = (row: readonly string[], index: number | null) => (index === null ? '' : (row[index] ?? ''));
  const lives = (area: Gazetteer | undefined) =>
    area
      ? cells.filter(
          (row) => findPlace(text(row, mapping.locality), text(row, mapping.gmina), area).gminaId !== null,
        ).length
      : 0;
  const [best] = all.map((each) => ({ each, n: lives(areas.get(each.id)) })).sort((a, b) => b.n - a.n);
  return best?.each ?? null;
}

/** Gminas named in the list that lie in the country and not in the area. */
export async function elsewhere(
  ctx: Ctx,
  area: Gazetteer,
  cells: readonly (readonly string[])[],
  gmina: number | null,
): Promise<ReadonlySet<string>> {
  const names = new Set(columnOf(cells, gmina).flatMap((text) => gminaUnknown(text, area) ?? []));
  if (names.size === 0) return new Set();
  return new Set((await findGminaNames(ctx, [...names])).map(({ name }) => comparable(name ?? '')));
}

/** What the cells of a column must look like when its heading tells nothing; in the order in which they are looked for. */
export function contentTests(needs: readonly Need[], areas: readonly Gazetteer[]): CellTests {
  const isDay = (cell: string, row: readonly string[], born: boolean) => {
    const day = readDay(cell, { today: '2026-01-01', monthFirst: false }).value;
    const pesel = row.map((other) => parsePesel(other)).find(({ ok }) => ok);
    return day !== null && !/^\d+$/.test(cell) && (pesel?.ok === true && pesel.birthDate === day) === born;
  };
  const name = (cell: string) => /^\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}+)*$/u.test(cell.trim());
  return {
    pesel: (cell) => parsePesel(cell).ok || /^\d{10,11}$/.test(cell),
    birth: (cell, row) => isDay(cell, row, true),
    referred: (cell, row) => isDay(cell, row, false),
    postal: (cell) => /^\d{2}-\d{3}$/.test(cell) && readPostalCode(cell).value !== null,
    sex: (cell) => readSex(cell).value !== null,
    reason: (cell) => needsIn(cell, needs).length > 0,
    gmina: (cell) => areas.some((area) => area.gminas.has(comparable(cell))),
    locality: (cell) => areas.some((area) => area.localities.has(comparable(cell))),
    family: name,
    given: name,
  };
}

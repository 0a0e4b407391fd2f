import type { LocalDate } from '#kernel/time.ts';
import type { Register, RegisterGmina } from '../schema.ts';

/** A voivodeship or a county as it stands in the database. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  readonly asOf: LocalDate;
  readonly validTo: LocalDate | null;
}
export interface GminaUnit extends Omit<Unit, 'code'> {
  readonly id: string;
  readonly countyCode: string;
  readonly terc: string | null;
}

export interface Standing {
  readonly voivodeships: readonly Unit[];
  readonly counties: readonly Unit[];
  readonly gminas: readonly GminaUnit[];
}

/** A unit before and after; null is a unit that was not there, `after.validTo` one that is no more. */
export interface Change<U> {
  readonly before: U | null;
  readonly after: U;
}

/** Everything a register changes. Nothing is ever taken away: a vanished unit gets the day it was found gone. */
export interface Comparison {
  readonly voivodeships: readonly Change<Unit>[];
  readonly counties: readonly Change<Unit>[];
  readonly gminas: readonly Change<GminaUnit>[];
}

interface Found {
  readonly terc: string | null;
  readonly countyCode: string;
  readonly name: string;
  readonly kind: string;
  readonly validTo?: LocalDate | null;
}

/**
 * How a gmina is recognised, the surest way first: by its name and kind in the county (a code of ours may be wrong), by
 * its code, by its number (the kind may have changed), by its name alone, and in another county of the voivodeship.
 */
const WAYS: readonly ((unit: Found) => string | null)[] = [
  ({ countyCode, name, kind }) => `${countyCode}/${name}/${kind}`,
  ({ terc }) => terc,
  ({ terc }) => terc?.slice(0, 6) ?? null,
  ({ countyCode, name }) => `${countyCode}/${name}`,
  ({ countyCode, name, kind }) => `${countyCode.slice(0, 2)}/${name}/${kind}`,
];

/** Pairs what the file has with what the database has; only where exactly one fits exactly one. */
function pair(file: readonly RegisterGmina[], known: readonly GminaUnit[]): Map<RegisterGmina, GminaUnit> {
  const pairs = new Map<RegisterGmina, GminaUnit>();
  const taken = new Set<GminaUnit>();
  for (const way of WAYS) {
    const here = alone(
      file.filter((unit) => !pairs.has(unit)),
      way,
    );
    const there = alone(
      known.filter((unit) => !taken.has(unit)),
      way,
    );
    for (const [key, unit] of here) {
      const other = there.get(key);
      if (!other) continue;
      pairs.set(unit, other);
      taken.add(other);
    }
  }
  return pairs;
}

/** Units by key, without those that share their key; of those in force and those gone the former count first. */
function alone<U extends Found>(units: readonly U[], way: (unit: Found) => string | null) {
  const found = new Map<string, U>();
  const shared = new Set<string>();
  for (const unit of units) {
    const key = way(unit);
    if (key === null) continue;
    const other = found.get(key);
    if (other && !other.validTo === !unit.validTo) shared.add(key);
    if (!other || other.validTo) found.set(key, unit);
  }
  for (const key of shared) found.delete(key);
  return found;
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The key of a new gmina, as in the reference data: a town beside a gmina of its name ends in "-m". */
function newId({ countyCode, name, kind, terc }: RegisterGmina, used: ReadonlySet<string>): string {
  const stem = `${countyCode}-${slug(name)}`;
  const id = kind === 'urban' && used.has(stem) ? `${stem}-m` : stem;
  return used.has(id) ? `${stem}-${terc}` : id;
}

const same = <U extends object>(a: U, b: U): boolean =>
  (Object.keys(b) as (keyof U)[]).every((key) => a[key] === b[key]);

/** What has to be written: units that differ, that are new, and that the register no longer has. */
function differences<U extends { validTo: LocalDate | null }>(
  known: readonly U[],
  wanted: readonly Change<U>[],
  asOf: LocalDate,
): Change<U>[] {
  const met = new Set(wanted.map(({ before }) => before));
  const gone = known
    .filter((unit) => !met.has(unit) && unit.validTo === null)
    .map((before) => ({ before, after: { ...before, source: 'terc', asOf, validTo: asOf } }));
  return [...wanted.filter(({ before, after }) => !before || !same(before, after)), ...gone];
}

/** Compares a register with the database. Comparing the same register again finds nothing. */
export function compare(register: Register, standing: Standing): Comparison {
  const { asOf } = register;
  const proof = { source: 'terc', asOf, validTo: null };
  const coded = (units: readonly { code: string; name: string; kind?: string }[], known: readonly Unit[]) => {
    const byCode = new Map(known.map((unit) => [unit.code, unit]));
    const wanted = units.map(({ code, name, kind = '' }) => ({
      before: byCode.get(code) ?? null,
      after: { code, name, kind, ...proof },
    }));
    return differences(known, wanted, asOf);
  };
  const pairs = pair(register.gminas, standing.gminas);
  const used = new Set(standing.gminas.map(({ id }) => id));
  const gminas = register.gminas.map((unit): Change<GminaUnit> => {
    const before = pairs.get(unit) ?? null;
    const id = before?.id ?? newId(unit, used);
    used.add(id);
    return { before, after: { id, ...unit, ...proof } };
  });
  return {
    voivodeships: coded(register.voivodeships, standing.voivodeships),
    counties: coded(register.counties, standing.counties),
    gminas: differences(standing.gminas, gminas, asOf),
  };
}

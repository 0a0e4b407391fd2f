/** Which column of a list holds what: by its heading, and where that says nothing by what stands in it. */
import { mappingOf, matchColumns, type Recognised, restoredHeading } from '#kernel/tabular/columns.ts';
import { HEADINGS, headingOf } from '../headings/schema.ts';
import { COLUMN_KEYS, type ColumnKey, type Mapping, type Reading } from '../schema.ts';

/** Without these a list can refer nobody; names and place may come in one of two ways. */
export const missingColumns = (m: Mapping): ColumnKey[] => {
  const whole = m.familyGiven !== null || m.givenFamily !== null;
  const missing: ColumnKey[] = [];
  if (!whole && m.family === null) missing.push('family');
  if (!whole && m.given === null) missing.push('given');
  if (m.pesel === null && m.document === null) missing.push('pesel');
  if (m.locality === null && m.gmina === null && m.street === null) missing.push('locality');
  if (m.referred === null) missing.push('referred');
  if (m.reason === null) missing.push('reason');
  return missing;
};

/** What a column must mostly hold to be taken for one whose heading says nothing. */
export type CellTests = Readonly<
  Partial<Record<ColumnKey, (cell: string, row: readonly string[]) => boolean>>
>;

const SPEC = COLUMN_KEYS.map((key) => ({ key, names: HEADINGS[key], required: false }));
const HEADING_NAMES = SPEC.flatMap(({ names }) => names);
const SAMPLE = 200;
/** Damage spoils some cells of every column; a third may be wrong. */
const ENOUGH = 0.66;

/**
 * Recognises the columns. `said` (an answer given before, or now) wins over everything; then headings; then contents, for
 * the columns that are still looked for.
 */
export function recogniseColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  tests: CellTests,
  said: Reading['columns'],
): Recognised<ColumnKey> {
  const width = Math.max(headers.length, ...rows.slice(0, SAMPLE).map((row) => row.length));
  if (said) {
    const mapping = mappingOf(COLUMN_KEYS, (key) => said[key] ?? null);
    return { mapping, guessed: [], missing: missingColumns(mapping) };
  }
  const byName = matchColumns(
    headers.map((header) => restoredHeading(header, HEADING_NAMES)),
    SPEC,
  );
  const found = new Map<ColumnKey, number>();
  for (const key of COLUMN_KEYS) {
    const index = byName.mapping[key];
    if (index !== null) found.set(key, index);
  }
  const guessed = new Set(byName.guessed);
  const free = new Set(
    Array.from({ length: width }, (_, i) => i).filter((i) => ![...found.values()].includes(i)),
  );
  for (const [key, test] of Object.entries(tests) as [ColumnKey, NonNullable<CellTests[ColumnKey]>][]) {
    const wanted =
      !found.has(key) &&
      !(found.has('familyGiven') || found.has('givenFamily') ? NAMES.includes(key) : false);
    if (!wanted) continue;
    const best = [...free].find((index) => mostly(rows, index, test));
    if (best === undefined) continue;
    found.set(key, best);
    free.delete(best);
    guessed.add(key);
  }
  const mapping = mappingOf(COLUMN_KEYS, (key) => found.get(key) ?? null);
  return {
    mapping,
    guessed: COLUMN_KEYS.filter((key) => guessed.has(key)),
    missing: missingColumns(mapping),
  };
}

const NAMES: readonly ColumnKey[] = ['family', 'given'];

function mostly(
  rows: readonly (readonly string[])[],
  index: number,
  test: (cell: string, row: readonly string[]) => boolean,
): boolean {
  const filled = rows.slice(0, SAMPLE).filter((row) => (row[index] ?? '') !== '');
  const fit = filled.filter((row) => test(row[index] ?? '', row)).length;
  return filled.length > 0 && fit >= filled.length * ENOUGH;
}

/** The heading under which a person finds the column in their file. */
export const fieldName = (headers: readonly string[], mapping: Mapping, key: ColumnKey): string => {
  const index = mapping[key] ?? (NAMES.includes(key) ? (mapping.familyGiven ?? mapping.givenFamily) : null);
  return (index === null ? '' : (headers[index] ?? '')) || headingOf(key);
};

import { mappingOf, matchColumns, type Recognised, restoredHeading } from '#kernel/tabular/columns.ts';
import { HEADINGS, headingOf, SPEC } from '../headings/schema.ts';
import { COLUMN_KEYS, type ColumnKey, type Mapping, type Reading, type Source } from '../schema.ts';

const NAMES = COLUMN_KEYS.flatMap((key) => HEADINGS[key]);

/** A file of nothing but names could match anything: it takes a number or a place beside. A unit may go without a name. */
function missingIn(mapping: Mapping, source: Source): ColumnKey[] {
  const has = (key: ColumnKey) => mapping[key] !== null;
  const unit = source === 'cis_register' || source === 'kis_register';
  const missing: ColumnKey[] = [];
  if (!has('name') && !(unit && has('founder'))) missing.push('name');
  if (!(['krs', 'nip', 'regon', 'address', 'locality'] as const).some(has)) missing.push('locality');
  return missing;
}

/** Recognises the columns; `said` (an answer given now or before) wins over the headings. */
export function recogniseColumns(
  headers: readonly string[],
  source: Source,
  said: Reading['columns'],
): Recognised<ColumnKey> {
  if (said) {
    const mapping = mappingOf(COLUMN_KEYS, (key) => said[key] ?? null);
    return { mapping, guessed: [], missing: missingIn(mapping, source) };
  }
  const { mapping, guessed } = matchColumns(
    headers.map((header) => restoredHeading(header, NAMES)),
    SPEC,
  );
  return { mapping, guessed, missing: missingIn(mapping, source) };
}

/** The heading under which a person finds the column in their file. */
export const fieldName = (headers: readonly string[], mapping: Mapping, key: ColumnKey): string => {
  const index = mapping[key];
  return (index === null ? '' : (headers[index] ?? '')) || headingOf(key);
};

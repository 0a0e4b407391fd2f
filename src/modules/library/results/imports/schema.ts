import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import {
  type Mapping,
  mappingOf,
  matchColumns,
  type Recognised,
  restoredHeading,
} from '#kernel/tabular/columns.ts';
import type { ImportState } from '#kernel/tabular/imports.ts';
import type { CellProblem as TableProblem } from '#kernel/tabular/problems.ts';
import { columnsBodyOf, readingOf, type Reading as TableReading } from '#kernel/tabular/reading.ts';

/** What a column of a spreadsheet of results may hold. */
export const COLUMN_KEYS = [
  'title',
  'lead',
  'body',
  'theme',
  'project',
  'number',
  'type',
  'partners',
  'conditions',
  'licence',
  'contact_role',
  'language',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Headings seen in bases of results, the usual one first. */
export const HEADINGS: Readonly<Record<ColumnKey, readonly string[]>> = {
  title: ['Nazwa rezultatu', 'Nazwa', 'Tytuł', 'Rezultat', 'Name of the result', 'Title', 'Name', 'Result'],
  lead: ['Krótki opis', 'Streszczenie', 'Short description', 'Summary'],
  body: ['Opis', 'Opis rezultatu', 'Opis projektu', 'Description'],
  theme: ['Temat', 'Nazwa tematu', 'Theme'],
  project: ['Projekt', 'Nazwa projektu', 'Tytuł projektu', 'Project', 'Project name'],
  number: ['Numer projektu', 'Nr projektu', 'Numer', 'Project number', 'Number'],
  type: ['Rodzaj', 'Rodzaj rezultatu', 'Typ', 'Typ rezultatu', 'Type'],
  partners: ['Partnerzy', 'Partnerstwo', 'Partners'],
  conditions: ['Warunki użycia', 'Warunki', 'Niezbędne warunki', 'Conditions of use', 'Conditions'],
  licence: ['Licencja', 'Licence', 'License'],
  contact_role: ['Kontakt', 'Osoba do kontaktu', 'Contact'],
  language: ['Język', 'Language'],
};
const SPEC = COLUMN_KEYS.map((key) => ({
  key,
  names: HEADINGS[key],
  required: key === 'title' || key === 'number',
}));
const NAMES = COLUMN_KEYS.flatMap((key) => HEADINGS[key]);

export const reading = readingOf(COLUMN_KEYS);
export type Reading = TableReading<ColumnKey>;
export const columnsBody = columnsBodyOf(COLUMN_KEYS);

/** Recognises the columns; an answer given now or before wins over the headings. */
export function recognise(headers: readonly string[], said: Reading['columns']): Recognised<ColumnKey> {
  const found = matchColumns(
    headers.map((header) => restoredHeading(header, NAMES)),
    SPEC,
  );
  if (!said) return found;
  const mapping: Mapping<ColumnKey> = mappingOf(COLUMN_KEYS, (key) => said[key] ?? null);
  const missing = SPEC.flatMap(({ key, required }) => (required && mapping[key] === null ? [key] : []));
  return { mapping, guessed: [], missing };
}

export type CellProblem = TableProblem<ColumnKey>;

/** What a row says; a column the file does not have, or an empty cell, says nothing and changes nothing. */
export type Said = Readonly<Partial<Record<ColumnKey, string>>>;

/** `held`: somebody else is writing the same result now, and is not overwritten. */
export const FATES = ['new', 'changed', 'unchanged', 'held', 'bad'] as const;
export type Fate = (typeof FATES)[number];
export interface CheckedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly errors: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
  readonly said: Said;
  readonly fate: Fate;
  /** The result it is, when it is there already. */
  readonly documentId: string | null;
  readonly changes: readonly { readonly key: ColumnKey; readonly before: string; readonly after: string }[];
}

const LONGEST: Readonly<Record<ColumnKey, number>> = {
  title: 200,
  lead: 1000,
  body: 100_000,
  theme: 300,
  project: 300,
  number: 300,
  type: 300,
  partners: 3000,
  conditions: 3000,
  licence: 300,
  contact_role: 300,
  language: 300,
};

/** Partners stand in one cell, parted by semicolons or lines. */
export const partnersIn = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const fits = (partners: readonly string[]): boolean =>
  partners.length <= 60 && partners.every((each) => each.length <= 500);

/** Reads a row: what it says, and what is wrong with it. */
export function readRow(
  cells: readonly string[],
  mapping: Mapping<ColumnKey>,
): { said: Said; errors: CellProblem[] } {
  const said: Partial<Record<ColumnKey, string>> = {};
  const errors: CellProblem[] = [];
  for (const key of COLUMN_KEYS) {
    const index = mapping[key];
    const value = (index === null ? '' : (cells[index] ?? '')).trim();
    if (value === '' && (key === 'title' || key === 'number')) errors.push({ key, code: 'required', value });
    else if (value.length > LONGEST[key])
      errors.push({ key, code: 'longer', value: value.slice(0, 40), args: { most: String(LONGEST[key]) } });
    else if (key === 'partners' && !fits(partnersIn(value)))
      errors.push({ key, code: 'partners', value: value.slice(0, 40) });
    else if (/\d{11}/.test(value)) errors.push({ key, code: 'identifier', value: '' });
    else if (value !== '') said[key] = value;
  }
  return { said, errors };
}

export const MAX_ROWS = 2000;
export const IMPORT_TASK = 'library.result_import';
export const outcomeOf = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  held: z.number(),
  bad: z.number(),
});
export type Outcome = z.output<typeof outcomeOf>;

export interface ImportFile {
  readonly id: string;
  readonly lang: 'pl' | 'en';
  readonly workerName: string;
  readonly fileName: string;
  readonly reading: Reading;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly result: Outcome | null;
  readonly createdAt: Date;
  readonly kept: boolean;
}

export const idParams = z.object({ id: z.string().refine(isId) });
export const SHOWS = ['all', ...FATES] as const;
export const importQuery = z.object({
  show: z.enum(SHOWS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export const uploadBody = z.object({
  lang: z.enum(['pl', 'en'], 'choice'),
  file: z.instanceof(File, { message: 'file' }),
});
export const emptyBody = z.object({});

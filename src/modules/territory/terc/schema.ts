import { type ColumnSpec, matchColumns } from '#kernel/tabular/columns.ts';
import { restoreLeadingZeros } from '#kernel/tabular/damage.ts';
import type { Table, TableProblemCode } from '#kernel/tabular/table.ts';
import { isLocalDate, type LocalDate } from '#kernel/time.ts';
import type { GminaKind } from '../schema.ts';

/** What the register of Statistics Poland says of the territory on one day. */
export interface Register {
  readonly asOf: LocalDate;
  readonly voivodeships: readonly { code: string; name: string }[];
  readonly counties: readonly RegisterCounty[];
  readonly gminas: readonly RegisterGmina[];
}
export interface RegisterCounty {
  readonly code: string;
  readonly name: string;
  readonly kind: 'county' | 'city';
}
export interface RegisterGmina {
  readonly terc: string;
  readonly countyCode: string;
  readonly name: string;
  readonly kind: GminaKind;
}

export type TercProblemCode =
  | 'columns'
  | 'code'
  | 'unit_kind'
  | 'name'
  | 'day'
  | 'other_day'
  | 'twice'
  | 'no_county'
  | 'no_voivodeship'
  | 'county_empty'
  | 'voivodeships'
  | 'older'
  | 'incomplete';

/** Something to correct in the file; `line` is 0 when it is the file as a whole. */
export interface FileProblem {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly code: TercProblemCode | TableProblemCode;
}

type Key = 'WOJ' | 'POW' | 'GMI' | 'RODZ' | 'NAZWA' | 'NAZWA_DOD' | 'STAN_NA';
const COLUMNS: readonly ColumnSpec<Key>[] = [
  { key: 'WOJ', names: ['WOJ'], required: true },
  { key: 'POW', names: ['POW'], required: true },
  { key: 'GMI', names: ['GMI'], required: true },
  { key: 'RODZ', names: ['RODZ', 'RODZ_GMI'], required: true },
  { key: 'NAZWA', names: ['NAZWA'], required: true },
  { key: 'NAZWA_DOD', names: ['NAZWA_DOD', 'NAZDOD'], required: true },
  { key: 'STAN_NA', names: ['STAN_NA'], required: true },
];

/** Kinds 4, 5, 8 and 9 of the register are parts of gminas: a town, the country around it, districts. */
const KINDS: Readonly<Record<string, GminaKind | null>> = {
  1: 'urban',
  2: 'rural',
  3: 'urban-rural',
  4: null,
  5: null,
  8: null,
  9: null,
};
const VOIVODESHIPS = 16;
/** What in a damaged row would let wrong names into the database. */
const DAMAGE: readonly TableProblemCode[] = [
  'table.too_many_cells',
  'table.too_few_cells',
  'table.lost_letters',
  'table.mojibake',
  'table.stray_quote',
];

/** Reads a file of TERC; `register` is null as soon as anything in the file has to be corrected. */
export function readTerc(table: Table): { register: Register | null; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const tell = (line: number, field: string, value: string, code: FileProblem['code']) => {
    problems.push({ line, field, value, code });
  };
  for (const { severity, code, line = 0 } of table.problems)
    if (severity === 'error' || DAMAGE.includes(code)) tell(line, '', '', code);
  if (table.headers.length === 0) return { register: null, problems };
  const { mapping, missing } = matchColumns(table.headers, COLUMNS);
  for (const key of missing) tell(1, key, '', 'columns');
  if (missing.length > 0) return { register: null, problems };

  const voivodeships = new Map<string, Register['voivodeships'][number]>();
  const counties = new Map<string, RegisterCounty>();
  const gminas = new Map<string, RegisterGmina & { line: number }>();
  const [first] = table.rows;
  const asOf = first?.cells[mapping.STAN_NA ?? -1] ?? '';
  for (const { line, cells } of table.rows) {
    const cell = (key: Key) => cells[mapping[key] ?? -1] ?? '';
    const digits = (key: Key, length: number): string => {
      const code = restoreLeadingZeros(cell(key), length);
      if (!new RegExp(`^\\d{${length}}$`).test(code)) tell(line, key, cell(key), 'code');
      return code;
    };
    const once = <T>(units: Map<string, T>, code: string, unit: T) => {
      if (units.has(code)) tell(line, '', code, 'twice');
      units.set(code, unit);
    };
    const name = cell('NAZWA');
    if (!/^\p{L}/u.test(name)) tell(line, 'NAZWA', name, 'name');
    if (!isLocalDate(cell('STAN_NA'))) tell(line, 'STAN_NA', cell('STAN_NA'), 'day');
    else if (cell('STAN_NA') !== asOf) tell(line, 'STAN_NA', cell('STAN_NA'), 'other_day');
    const voivodeship = digits('WOJ', 2);
    if (!cell('POW')) {
      once(voivodeships, voivodeship, { code: voivodeship, name: name.toLocaleLowerCase('pl') });
      continue;
    }
    const countyCode = voivodeship + digits('POW', 2);
    if (!cell('GMI')) {
      once(counties, countyCode, {
        code: countyCode,
        name,
        kind: /^miasto/i.test(cell('NAZWA_DOD')) ? 'city' : 'county',
      });
      continue;
    }
    const kind = KINDS[cell('RODZ')];
    if (kind === undefined) tell(line, 'RODZ', cell('RODZ'), 'unit_kind');
    const terc = countyCode + digits('GMI', 2) + cell('RODZ');
    if (kind) once(gminas, terc, { terc, countyCode, name, kind, line });
  }

  // Only a file without other faults is asked whether it is whole: a bad code would be told twice.
  if (problems.length === 0) {
    if (voivodeships.size !== VOIVODESHIPS) tell(0, '', String(voivodeships.size), 'voivodeships');
    for (const { code } of counties.values())
      if (!voivodeships.has(code.slice(0, 2))) tell(0, '', code, 'no_voivodeship');
    for (const { line, terc, countyCode } of gminas.values())
      if (!counties.has(countyCode)) tell(line, '', terc, 'no_county');
    const inhabited = new Set([...gminas.values()].map(({ countyCode }) => countyCode));
    for (const { code } of counties.values()) if (!inhabited.has(code)) tell(0, '', code, 'county_empty');
  }
  const register = {
    asOf,
    voivodeships: [...voivodeships.values()],
    counties: [...counties.values()],
    gminas: [...gminas.values()].map(({ line: _, ...gmina }) => gmina),
  };
  return { register: problems.length > 0 ? null : register, problems };
}

/** The older form of the register, rows of `<col name="WOJ">`, as the table it stands for. */
export function xmlAsCsv(text: string): string | null {
  if (!/^\s*<[\s\S]*<row[\s>]/.test(text)) return null;
  const rows = [...text.matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)].map(
    ([, row = '']) =>
      new Map(
        [...row.matchAll(/<col name="([^"]+)"\s*(?:\/>|>([^<]*)<\/col>)/g)].map(
          ([, key = '', value = '']) => [key.toUpperCase(), value.trim().replaceAll('&amp;', '&')],
        ),
      ),
  );
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [keys, ...rows.map((row) => keys.map((key) => row.get(key) ?? ''))]
    .map((cells) => cells.join(';'))
    .join('\n');
}

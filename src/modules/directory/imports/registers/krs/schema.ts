/**
 * The open interface of the National Court Register: `/api/krs/OdpisAktualny/{krs}?rejestr=P|S&format=json`. Its shape is
 * read defensively: what is missing is empty, what is of another kind is passed over.
 */
import type { Table } from '#kernel/tabular/table.ts';
import { headingOf } from '../../headings/schema.ts';
import type { ColumnKey } from '../../schema.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path, or undefined. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (isObject(inner) ? inner[key] : Array.isArray(inner) ? at(inner[0], key) : undefined),
    value,
  );
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Whether the bytes are JSON at all; a table never begins so. */
export const isKrsAnswer = (bytes: Uint8Array): boolean =>
  /^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** One entity of an answer, in the columns of a register; null when it is no extract. */
function cellsOf(extract: unknown): Partial<Record<ColumnKey, string>> | null {
  const odpis = isObject(at(extract, 'odpis')) ? at(extract, 'odpis') : extract;
  const head = at(odpis, 'naglowekA') ?? at(odpis, 'naglowekP');
  const one = at(odpis, 'dane', 'dzial1');
  const subject = at(one, 'danePodmiotu');
  const name = text(at(subject, 'nazwa'));
  if (name === '') return null;
  const place = at(one, 'siedzibaIAdres');
  const address = at(place, 'adres');
  const main = at(odpis, 'dane', 'dzial3', 'przedmiotDzialalnosci', 'przedmiotPrzewazajacejDzialalnosci');
  const code = (value: unknown) =>
    [text(at(value, 'kodDzial')), text(at(value, 'kodKlasa'))].filter(Boolean).join('.');
  const six = at(odpis, 'dane', 'dzial6');
  const house = [text(at(address, 'nrDomu')), text(at(address, 'nrLokalu'))].filter(Boolean).join('/');
  const site = text(at(place, 'adresStronyInternetowej'));
  const liquidation = at(six, 'likwidacja');
  const gone = text(at(head, 'stanPozycji')) === '3' || isObject(at(six, 'wykreslenie'));
  return {
    name,
    legalForm: text(at(subject, 'formaPrawna')),
    krs: text(at(head, 'numerKRS')),
    nip: text(at(subject, 'identyfikatory', 'nip')),
    // Fourteen digits of a whole entity end with five zeros.
    regon: text(at(subject, 'identyfikatory', 'regon')).replace(/^(\d{9})00000$/, '$1'),
    foundedOn: text(at(head, 'dataRejestracjiWKRS')),
    street: text(at(address, 'ulica')),
    house,
    postal: text(at(address, 'kodPocztowy')),
    locality: text(at(address, 'miejscowosc')) || text(at(place, 'siedziba', 'miejscowosc')),
    gmina: text(at(place, 'siedziba', 'gmina')),
    county: text(at(place, 'siedziba', 'powiat')),
    voivodeship: text(at(place, 'siedziba', 'wojewodztwo')),
    email: text(at(place, 'adresPocztyElektronicznej')).toLowerCase(),
    website: site.toLowerCase(),
    pkd: code(Array.isArray(main) ? main[0] : main),
    state: gone
      ? 'wykreślony'
      : (Array.isArray(liquidation) ? liquidation.length > 0 : isObject(liquidation))
        ? 'w likwidacji'
        : '',
  };
}

const KEYS = [
  'name',
  'legalForm',
  'krs',
  'nip',
  'regon',
  'foundedOn',
  'street',
  'house',
  'postal',
  'locality',
  'gmina',
  'county',
  'voivodeship',
  'email',
  'website',
  'pkd',
  'state',
] as const;

/** An answer, or a list of answers, as a table with our own headings. */
export function krsTable(bytes: Uint8Array): Table {
  const json = parse(bytes);
  const found = (Array.isArray(json) ? json : [json]).map(cellsOf);
  const rows = found.flatMap((cells, i) =>
    cells ? [{ number: i + 1, line: i + 1, cells: KEYS.map((key) => cells[key] ?? '') }] : [],
  );
  return {
    format: 'csv',
    encoding: 'utf-8',
    separator: null,
    confident: rows.length > 0,
    sheet: null,
    sheets: [],
    headers: KEYS.map(headingOf),
    rows,
    problems:
      rows.length === 0
        ? [{ code: json === null ? 'table.damaged' : 'table.no_rows', severity: 'error' }]
        : [],
  };
}

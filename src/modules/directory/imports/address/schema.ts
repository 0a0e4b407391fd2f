import { comparable } from '#kernel/tabular/table.ts';
import type { Seat, SeatText } from '../schema.ts';

const STREET = /^(?:ul|al|pl|os|rynek|plac|aleja|ulica|osiedle)\b\.?/i;
const POSTAL = /\b(\d{2})[-–\s]?(\d{3})\b\s*([^,;\n]*)/;
const PART = /^(woj(?:ewództwo)?|pow(?:iat)?|gm(?:ina)?)\b\.?\s*/i;

/** Takes apart „ul. Długa 5, 34-600 Limanowa, woj. małopolskie”, whatever the order. */
export function readAddress(text: string): SeatText {
  const found = { street: '', postalCode: '', locality: '', gmina: '', county: '', voivodeship: '' };
  const rest: string[] = [];
  for (const part of text.split(/[,;\n]+/).map((p) => p.trim())) {
    if (part === '') continue;
    const named = PART.exec(part)?.[1]?.toLowerCase();
    const postal = POSTAL.exec(part);
    if (named) {
      const key = named.startsWith('w') ? 'voivodeship' : named.startsWith('p') ? 'county' : 'gmina';
      found[key] = part.replace(PART, '');
    } else if (postal && found.postalCode === '') {
      found.postalCode = `${postal[1]}-${postal[2]}`;
      found.locality ||= (postal[3] ?? '').trim();
      const before = part.slice(0, postal.index).trim();
      if (before !== '') rest.push(before);
    } else rest.push(part);
  }
  const street = rest.find((part) => STREET.test(part)) ?? rest.find((part) => /\d/.test(part)) ?? '';
  found.street = street;
  const other = rest.find((part) => part !== street && !/\d/.test(part));
  found.locality ||= other ?? '';
  // „Mordarka 12” without a street: the house stands in the locality of this name.
  if (found.locality === '' && street !== '' && !STREET.test(street))
    found.locality = street.replace(/\s+\d+\s*\p{L}?(?:\s*\/\s*\d+)?$/u, '');
  return found;
}

export interface LocalityRow {
  readonly id: number | null;
  readonly name: string | null;
  readonly plain: string | null;
  readonly gminaId: string | null;
  readonly gmina: string | null;
  readonly countyCode: string | null;
  readonly county: string | null;
  readonly kind: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

const PLACE_PREFIX = /^(?:m\.?\s*st\.?|miasto|wieś|gm(?:ina)?\.?|pow(?:iat)?\.?)\s+/i;
/** As `kernel.plain` of the database writes a name. */
export const plainName = (text: string): string =>
  text
    .replace(PLACE_PREFIX, '')
    .trim()
    .toLocaleLowerCase('pl')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
export const plainPlace = (text: string): string => comparable(text.replace(PLACE_PREFIX, ''));

/**
 * Finds localities by name. Of several the county or gmina named beside decides, then the voivodeship in which most of
 * the file lies, then being a town; otherwise the place stays a text.
 */
export class Places {
  readonly #byName: ReadonlyMap<string, readonly LocalityRow[]>;
  #home = '';

  constructor(rows: readonly LocalityRow[]) {
    const byName = new Map<string, LocalityRow[]>();
    for (const row of rows) {
      const name = comparable(row.name ?? '');
      const same = byName.get(name);
      if (same) same.push(row);
      else byName.set(name, [row]);
    }
    this.#byName = byName;
  }

  /** The voivodeship in which most unmistakable places of the file lie. */
  settle(seats: readonly SeatText[]): void {
    const counts = new Map<string, number>();
    for (const seat of seats) {
      const found = this.#fitting(seat);
      const code = found.length === 1 ? (found[0]?.countyCode ?? '').slice(0, 2) : '';
      if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    this.#home = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  }

  #fitting(seat: SeatText): readonly LocalityRow[] {
    const all = this.#byName.get(plainPlace(seat.locality)) ?? [];
    const narrowed = (list: readonly LocalityRow[], text: string, of: 'gmina' | 'county') => {
      const wanted = plainPlace(text);
      const fit = wanted === '' ? [] : list.filter((row) => comparable(row[of] ?? '').startsWith(wanted));
      return fit.length > 0 ? fit : list;
    };
    return narrowed(narrowed(all, seat.county, 'county'), seat.gmina, 'gmina');
  }

  find(seat: SeatText): Seat & { readonly certain: boolean } {
    let found = this.#fitting(seat);
    if (found.length > 1) {
      const home = found.filter((row) => row.countyCode?.startsWith(this.#home) === true);
      if (home.length > 0) found = home;
      const towns = found.filter((row) => row.kind === 'town');
      if (found.length > 1 && towns.length === 1) found = towns;
    }
    const one = found.length === 1 ? found[0] : undefined;
    return {
      street: seat.street,
      postalCode: seat.postalCode,
      locality: one?.name ?? seat.locality,
      localityId: one?.id ?? null,
      gminaId: one?.gminaId ?? null,
      countyCode: one?.countyCode ?? null,
      lat: one?.lat ?? null,
      lon: one?.lon ?? null,
      certain: one !== undefined,
    };
  }
}

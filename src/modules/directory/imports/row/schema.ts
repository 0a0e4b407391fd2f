/** One row of a register: every cell read, everything wrong named, and what it says of an entity when nothing is. */
import { parseEmail, parsePhone } from '#kernel/contact.ts';
import { type Cell, isNothing, readContact, readDay, readPostalCode } from '#kernel/tabular/cell.ts';
import { lostLetters } from '#kernel/tabular/damage.ts';
import type { TableRow } from '#kernel/tabular/table.ts';
import { comparable } from '#kernel/tabular/table.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { EntityState, RecordInput } from '../../schema.ts';
import { plainPlace, readAddress } from '../address/schema.ts';
import { comparedName, founderOf, legalFormOf, properName, shortOf, typeOf } from '../names/schema.ts';
import { readKrs, readNip, readRegon } from '../numbers/schema.ts';
import type { CellProblem, CheckedRow, ColumnKey, Draft, Mapping, SeatText, Source } from '../schema.ts';

export interface RowContext {
  readonly source: Source;
  readonly sourceOn: LocalDate;
  readonly mapping: Mapping;
  readonly today: LocalDate;
  readonly monthFirst: boolean;
  /** Codes of the dictionaries with their names. */
  readonly types: readonly { readonly code: string; readonly name: string }[];
  readonly pkd: ReadonlySet<string>;
}

const OLDEST = '1900-01-01';
const UNIT_NAMES: Readonly<Record<string, string>> = {
  CIS: 'Centrum Integracji Społecznej',
  KIS: 'Klub Integracji Społecznej',
};
/** As a spreadsheet would run it. */
const FORMULA = /^\s*[=@]|^\s*[+-]\s*\p{L}+\s*\(/u;

/** Reads cells and collects what is wrong with them. */
class Reader {
  readonly errors: CellProblem[] = [];
  readonly warnings: CellProblem[] = [];
  readonly #row: TableRow;
  readonly #context: RowContext;
  constructor(row: TableRow, context: RowContext) {
    this.#row = row;
    this.#context = context;
  }
  text(key: ColumnKey): string {
    const index = this.#context.mapping[key];
    const cell = index === null ? '' : (this.#row.cells[index] ?? '').trim();
    return isNothing(cell) ? '' : cell;
  }
  /** A text that will be shown to everybody. */
  shown(key: ColumnKey, max: number): string {
    const cell = this.text(key);
    if (FORMULA.test(cell)) this.wrong(key, 'formula');
    else if (lostLetters(cell)) this.wrong(key, 'name.lost_letters');
    else if (cell.length > max) this.wrong(key, 'too_long', { max: String(max) });
    else return cell;
    return '';
  }
  cell<T>(key: ColumnKey, read: (text: string) => Cell<T>): T | null {
    const text = this.text(key);
    if (text === '') return null;
    const { value, error, warning } = read(text);
    if (error) this.wrong(key, error);
    if (warning) this.odd(key, warning);
    return value;
  }
  day(key: ColumnKey): LocalDate | null {
    const { today, monthFirst } = this.#context;
    const day = this.cell(key, (text) => readDay(text, { today, monthFirst }));
    if (day !== null && day > today) this.wrong(key, 'date.future');
    else if (day !== null && day < OLDEST) this.wrong(key, 'date.too_old');
    else return day;
    return null;
  }
  wrong(key: ColumnKey, code: string, args?: Readonly<Record<string, string>>): void {
    this.errors.push({ key, code, value: this.text(key), ...(args && { args }) });
  }
  odd(key: ColumnKey, code: string, args?: Readonly<Record<string, string>>): void {
    this.warnings.push({ key, code, value: this.text(key), ...(args && { args }) });
  }
}

const STATES: readonly (readonly [EntityState, RegExp])[] = [
  ['deregistered', /wykres|zakonczy|zlikwidowan|rozwiazan|nie istnieje|deregistered/],
  ['in_liquidation', /likwidac|upadl|liquidation/],
  ['suspended', /zawiesz|suspended/],
  ['active', /aktywn|dziala|czynn|wpisan|active/],
];
const stateOf = (text: string): EntityState | null =>
  STATES.find(([, words]) => words.test(comparable(text)))?.[0] ?? null;

function seatOf(r: Reader): SeatText | null {
  const whole = readAddress(r.shown('address', 400));
  const house = r.text('house');
  const street = r.shown('street', 180);
  const postalCode = r.cell('postal', readPostalCode);
  const seat = {
    street: [street || whole.street, street === '' ? '' : house].filter(Boolean).join(' ').slice(0, 200),
    postalCode: postalCode ?? whole.postalCode,
    locality: (r.shown('locality', 100) || whole.locality).slice(0, 100),
    gmina: r.text('gmina') || whole.gmina,
    county: r.text('county') || whole.county,
    voivodeship: r.text('voivodeship') || whole.voivodeship,
  };
  return seat.locality === '' ? null : seat;
}

function pkdOf(r: Reader, { pkd, sourceOn }: RowContext): RecordInput['pkd'] {
  const taxonomy = /2025/.test(r.text('pkd')) || sourceOn >= '2027-01-01' ? 'pkd2025' : 'pkd2007';
  const codes = r.text('pkd').match(/\b\d{2}(?=\.\d{2}\b|\.\d{2}\.[A-Z]|\d{2}[A-Z]\b|\b)/g) ?? [];
  const known = [...new Set(codes)].filter((code) => pkd.has(`${taxonomy}:${code}`));
  return known.map((code, i) => ({ taxonomy, code, isMain: i === 0 }));
}

/** The address of a site as it can be opened; anything else is left out and told about. */
function readWebsite(text: string): Cell<string> {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) && /^https?:\/\/[^\s/]+\.[a-z]{2,}/i.test(address) && address.length <= 300
    ? { value: address }
    : { value: null, warning: 'website' };
}

export function readRow(row: TableRow, context: RowContext): CheckedRow {
  const r = new Reader(row, context);
  const { source } = context;
  const isUnit = source === 'cis_register' || source === 'kis_register';
  const unitType = source === 'cis_register' ? 'CIS' : 'KIS';
  const founderText = r.shown('founder', 300);
  const founder = founderText === '' ? null : founderOf(founderText);
  const given = properName(r.shown('name', 300));
  const name =
    given || (isUnit && founder?.name ? `${UNIT_NAMES[unitType]} – ${founder.name}`.slice(0, 300) : '');
  if (name === '' && !r.errors.some((e) => e.key === 'name')) r.wrong('name', 'required');
  if (name !== '' && !/\p{L}{2}/u.test(name)) r.wrong('name', 'name.characters');
  const krs = r.cell('krs', readKrs);
  const nip = r.cell('nip', readNip);
  const regon = r.cell('regon', readRegon);
  const formText = r.text('legalForm');
  const legalForm = legalFormOf(formText) ?? legalFormOf(name);
  if (formText !== '' && legalForm === null) r.odd('legalForm', 'unknown');
  const typeText = comparable(r.text('type'));
  const said =
    typeText &&
    context.types.find((t) => comparable(t.code) === typeText || comparable(t.name) === typeText)?.code;
  const guessed = typeOf(name, legalForm);
  const [validFrom, validTo] = [
    r.day('statusFrom'),
    r.cell('statusTo', (text) => readDay(text, { today: context.today, monthFirst: context.monthFirst })),
  ];
  if (validFrom !== null && validTo !== null && validTo < validFrom) r.wrong('statusTo', 'date.order');
  if (source === 'ps_list' && validFrom === null && !r.errors.some((e) => e.key === 'statusFrom'))
    r.odd('statusFrom', 'status.no_date');
  const stateText = r.text('state');
  const state = stateText === '' ? null : stateOf(stateText);
  if (stateText !== '' && state === null) r.odd('state', 'unknown');
  const draft: Draft = {
    type: isUnit ? unitType : said || (source === 'ps_list' && guessed === 'OTH' ? 'PS' : guessed),
    isUnit,
    name,
    shortName: r.shown('shortName', 120) || shortOf(name),
    legalForm: isUnit ? null : legalForm,
    numbers: { krs, nip, regon: regon?.slice(0, 9) ?? null },
    unitRegon: regon?.length === 14 ? regon : null,
    registerNumber: r.shown('registerNumber', 100) || null,
    status:
      source === 'ps_list' && validFrom !== null
        ? {
            status: 'PS',
            decisionNumber: r.shown('decisionNumber', 200),
            authority: r.shown('authority', 200),
            validFrom,
            validTo,
          }
        : null,
    foundedOn: r.day('foundedOn') ?? (isUnit ? validFrom : null),
    state,
    stateSince: r.day('stateSince'),
    founder,
    seat: seatOf(r),
    phone: r.cell('phone', (text) => readContact(text, 'phone', parsePhone)) ?? '',
    email: r.cell('email', (text) => readContact(text, 'email', parseEmail)) ?? '',
    website: r.cell('website', readWebsite) ?? '',
    pkd: pkdOf(r, context),
    description: r.shown('description', 5000),
  };
  const founderNumber = r.text('founderNumber').replace(/\D/g, '');
  const bad = r.errors.length > 0;
  return {
    row: row.number,
    line: row.line,
    cells: row.cells,
    errors: r.errors,
    warnings: r.warnings,
    draft: bad ? null : isUnit ? withFounder(draft, founderNumber) : draft,
    key: keyOf(draft),
    fate: bad ? 'bad' : 'new',
    entityId: null,
    candidates: [],
    changes: [],
    differences: [],
    input: null,
  };
}

/** The number of who runs a unit may stand in a column of its own. */
function withFounder(draft: Draft, digits: string): Draft {
  const nip = draft.numbers.nip ?? (digits.length === 10 && readNip(digits).value ? digits : null);
  const krs = draft.numbers.krs ?? (nip !== digits && digits.length === 10 ? digits : null);
  const regon = draft.numbers.regon ?? (digits.length === 9 ? digits : null);
  return { ...draft, numbers: { nip, krs, regon } };
}

/** What names a row within its source, the same in the next file: its number, or its name and place. */
export function keyOf(draft: Draft): string {
  const { numbers, isUnit, registerNumber } = draft;
  const number = numbers.krs ?? numbers.nip ?? numbers.regon;
  const named = `${comparedName(draft.name).core}|${plainPlace(draft.seat?.locality ?? '')}`;
  if (!isUnit) return (number ?? named).slice(0, 500) || '?';
  if (registerNumber) return `${draft.type}|${comparable(registerNumber)}`.slice(0, 500);
  return `${draft.type}|${number ?? comparable(draft.founder?.name ?? '')}|${named}`.slice(0, 500);
}

/**
 * Days free from work in Poland, as a table: every row says since when, until when and by which act.
 * Complete from 1991; a new holiday is a new row.
 */
import type { Languages } from './i18n.ts';
import { languages } from './i18n.ts';
import type { LocalDate } from './time.ts';
import { addDays, dateOf } from './time.ts';

export type HolidayKey =
  | 'new_year'
  | 'epiphany'
  | 'easter_sunday'
  | 'easter_monday'
  | 'labour_day'
  | 'constitution_day'
  | 'pentecost'
  | 'corpus_christi'
  | 'assumption'
  | 'all_saints'
  | 'independence_day'
  | 'independence_centenary'
  | 'christmas_eve'
  | 'christmas_day'
  | 'second_christmas_day';

interface HolidayRule {
  readonly key: HolidayKey;
  /** 'MM-DD', or days after Easter Sunday. */
  readonly on: string | number;
  readonly validFrom: LocalDate;
  /** The last day of validity; null while in force. */
  readonly validTo: LocalDate | null;
  readonly source: string;
}

const ACT = 'ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy (Dz.U. z 2025 r. poz. 296), art. 1 pkt 1';
const since1951 = { validFrom: '1951-01-19', validTo: null } as const;

export const HOLIDAYS: readonly HolidayRule[] = [
  { key: 'new_year', on: '01-01', ...since1951, source: `${ACT} lit. a` },
  {
    key: 'epiphany',
    on: '01-06',
    validFrom: '2011-01-01',
    validTo: null,
    source: `${ACT} lit. b; ustawa z 24 września 2010 r. (Dz.U. nr 224 poz. 1459)`,
  },
  { key: 'easter_sunday', on: 0, ...since1951, source: `${ACT} lit. c` },
  { key: 'easter_monday', on: 1, ...since1951, source: `${ACT} lit. d` },
  { key: 'labour_day', on: '05-01', ...since1951, source: `${ACT} lit. e` },
  {
    key: 'constitution_day',
    on: '05-03',
    validFrom: '1990-04-28',
    validTo: null,
    source: `${ACT} lit. f; ustawa z 6 kwietnia 1990 r. (Dz.U. nr 28 poz. 160)`,
  },
  { key: 'pentecost', on: 49, ...since1951, source: `${ACT} lit. g` },
  { key: 'corpus_christi', on: 60, ...since1951, source: `${ACT} lit. h` },
  {
    key: 'assumption',
    on: '08-15',
    validFrom: '1989-05-23',
    validTo: null,
    source: `${ACT} lit. i; ustawa z 17 maja 1989 r. (Dz.U. nr 29 poz. 154), art. 74`,
  },
  { key: 'all_saints', on: '11-01', ...since1951, source: `${ACT} lit. j` },
  {
    key: 'independence_day',
    on: '11-11',
    validFrom: '1989-02-15',
    validTo: null,
    source: `${ACT} lit. k; ustawa z 15 lutego 1989 r. o ustanowieniu Narodowego Święta Niepodległości`,
  },
  {
    key: 'independence_centenary',
    on: '11-12',
    validFrom: '2018-11-12',
    validTo: '2018-11-12',
    source:
      'ustawa z 7 listopada 2018 r. o Święcie Narodowym z okazji Setnej Rocznicy Odzyskania Niepodległości',
  },
  {
    key: 'christmas_eve',
    on: '12-24',
    validFrom: '2025-02-01',
    validTo: null,
    source: `${ACT} lit. ka; ustawa z 6 grudnia 2024 r. (Dz.U. poz. 1965)`,
  },
  { key: 'christmas_day', on: '12-25', ...since1951, source: `${ACT} lit. l` },
  { key: 'second_christmas_day', on: '12-26', ...since1951, source: `${ACT} lit. m` },
];

export const holidayNames: Languages<Readonly<Record<HolidayKey, string>>> = languages({
  pl: {
    new_year: 'Nowy Rok',
    epiphany: 'Święto Trzech Króli',
    easter_sunday: 'Wielkanoc',
    easter_monday: 'Poniedziałek Wielkanocny',
    labour_day: 'Święto Państwowe 1 Maja',
    constitution_day: 'Święto Narodowe Trzeciego Maja',
    pentecost: 'Zielone Świątki',
    corpus_christi: 'Boże Ciało',
    assumption: 'Wniebowzięcie Najświętszej Maryi Panny',
    all_saints: 'Wszystkich Świętych',
    independence_day: 'Narodowe Święto Niepodległości',
    independence_centenary: 'Setna rocznica odzyskania niepodległości',
    christmas_eve: 'Wigilia Bożego Narodzenia',
    christmas_day: 'Boże Narodzenie',
    second_christmas_day: 'Drugi dzień Bożego Narodzenia',
  },
  en: {
    new_year: 'New Year',
    epiphany: 'Epiphany',
    easter_sunday: 'Easter Sunday',
    easter_monday: 'Easter Monday',
    labour_day: 'Labour Day',
    constitution_day: 'Constitution Day',
    pentecost: 'Pentecost',
    corpus_christi: 'Corpus Christi',
    assumption: 'Assumption Day',
    all_saints: 'All Saints’ Day',
    independence_day: 'Independence Day',
    independence_centenary: 'Centenary of Independence',
    christmas_eve: 'Christmas Eve',
    christmas_day: 'Christmas Day',
    second_christmas_day: 'Boxing Day',
  },
});

/** Easter Sunday of a year in the Gregorian calendar (the Meeus–Jones–Butcher computation). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const date = dateOf(year, Math.floor(f / 31), (f % 31) + 1);
  if (date === null) throw new RangeError('No Easter in this year');
  return date;
}

const byYear = new Map<number, ReadonlyMap<LocalDate, HolidayKey>>();

/** The holidays of a year: day → key. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, HolidayKey> {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = new Map<LocalDate, HolidayKey>();
  for (const { key, on, validFrom, validTo } of HOLIDAYS) {
    const day = typeof on === 'number' ? addDays(easter, on) : `${year}-${on}`;
    // When two meet on one day, the first of the table names it.
    if (day >= validFrom && (validTo === null || day <= validTo) && !days.has(day)) days.set(day, key);
  }
  byYear.set(year, days);
  return days;
}

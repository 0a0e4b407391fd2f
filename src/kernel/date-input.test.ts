import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDate } from './date-input.ts';
import { LANGS } from './i18n.ts';
import { addDays, formatDate, formatLongDate } from './time.ts';

const today = '2026-11-21';

it.each([
  '05.03.2026',
  '5.3.2026',
  ' 5. 3. 2026 ',
  '5-3-2026',
  '5/3/2026',
  '05,03,2026',
  '5 3 2026',
  '05–03–2026',
  '2026-03-05',
  '2026.03.05',
  '2026/3/5',
  '2026-03-05 00:00:00',
  '2026-03-05T00:00:00Z',
  '05.03.2026 r.',
  '05.03.2026r',
  '5 marca 2026',
  '5 MARCA 2026 r.',
  '5 marzec 2026',
  '5. marca 2026 roku',
  '5 mar 2026',
  '5 III 2026',
  '05-mar-2026',
  '5 March 2026',
  'March 5, 2026',
  '5 березня 2026',
  '5 березня 2026 року',
  '5\u00a0marca\u00a02026',
])('reads %j without help', (text) => {
  expect(parseDate(text)).toBe('2026-03-05');
});

it.each([
  '31.02.2026',
  '29.02.2026',
  '00.03.2026',
  '5.13.2026',
  '2026-02-30',
  '31 listopada 2026',
  '5.3',
  '5.3.26',
  '5 marca',
  '',
  ' ',
  'wczoraj',
  '5 marchewka 2026',
  '05.03-2026',
  '5.3.026',
  '05032026',
  '46086',
  '5..3.2026',
  'III 2026',
  '-5.3.2026',
])('does not read %j', (text) => {
  expect(parseDate(text)).toBeNull();
});

it('takes a missing year from today', () => {
  expect(parseDate('5.3', { today })).toBe('2026-03-05');
  expect(parseDate('5 marca', { today })).toBe('2026-03-05');
  expect(parseDate('28.12', { today })).toBe('2026-12-28');
  expect(parseDate('28.12', { today, yearless: 'past' })).toBe('2025-12-28');
  expect(parseDate('21.11', { today, yearless: 'past' })).toBe(today);
  expect(parseDate('5.3', { today, yearless: 'future' })).toBe('2027-03-05');
  expect(parseDate('31.2', { today })).toBeNull();
});

it('reads a year of two figures only near today', () => {
  expect(parseDate('5.3.26', { today })).toBe('2026-03-05');
  expect(parseDate('5.3.16', { today })).toBe('2016-03-05');
  expect(parseDate('5.3.15', { today })).toBeNull();
  expect(parseDate('5.3.62', { today })).toBeNull();
});

it('reads back every day it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_000, max: 60_000 }), fc.constantFrom(...LANGS), (n, lang) => {
      const day = addDays('1970-01-01', n);
      expect(parseDate(day)).toBe(day);
      expect(parseDate(formatDate(day, lang))).toBe(day);
      expect(parseDate(formatLongDate(day, lang).split(', ')[1] ?? '')).toBe(day);
    }),
  );
});

it('never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => parseDate(text, { today }) !== undefined));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from './i18n.ts';
import {
  addDays,
  addMonths,
  ageOn,
  dateOf,
  daysBetween,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatTime,
  instantAt,
  isLocalDate,
  relativeDays,
  startOfDay,
  warsawDate,
  weekday,
} from './time.ts';

const days = fc.integer({ min: -63_000, max: 90_000 }).map((n) => addDays('1970-01-01', n));

describe('days', () => {
  it('knows which days exist', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    for (const wrong of [
      '2026-02-29',
      '2026-02-31',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '2026-1-1',
      '',
      'x',
    ])
      expect(isLocalDate(wrong)).toBe(false);
    expect(dateOf(2026, 3, 5)).toBe('2026-03-05');
    expect(dateOf(2026, 2, 31)).toBeNull();
  });

  it('moves by days and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  it('keeps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('never skips a month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const [y = 0, m = 0] = day.split('-').map(Number);
        const [ry = 0, rm = 0] = addMonths(day, n).split('-').map(Number);
        expect(ry * 12 + rm).toBe(y * 12 + m + n);
      }),
    );
  });

  it('counts weekdays from Monday', () => {
    expect(weekday('2026-11-21')).toBe(6);
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
  });

  it('refuses what is no day', () => {
    expect(() => addDays('2026-02-31', 1)).toThrow(RangeError);
    expect(() => formatDate('', 'pl')).toThrow(RangeError);
    expect(() => instantAt('2026-02-01', '24:00')).toThrow(RangeError);
  });
});

describe('Warsaw', () => {
  it('begins the day at its own midnight, in winter and in summer', () => {
    expect(startOfDay('2026-01-15').toISOString()).toBe('2026-01-14T23:00:00.000Z');
    expect(startOfDay('2026-07-15').toISOString()).toBe('2026-07-14T22:00:00.000Z');
    expect(warsawDate(new Date('2026-01-14T23:00:00Z'))).toBe('2026-01-15');
    expect(warsawDate(new Date('2026-01-14T22:59:59.999Z'))).toBe('2026-01-14');
    expect(warsawDate(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15');
  });

  it('has days of 23 and 25 hours', () => {
    const hours = (day: string) =>
      (startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000;
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-05-05')).toBe(24);
  });

  it('takes a skipped hour as the next one, and a repeated one as its first passing', () => {
    expect(instantAt('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(formatTime(instantAt('2026-03-29', '02:30'))).toBe('03:30');
    expect(instantAt('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('returns to the same day from any hour of it', () => {
    const recent = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(recent, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const instant = instantAt(day, time);
        expect(warsawDate(instant)).toBe(day);
        expect(warsawDate(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
        if (time < '02:00' || time >= '03:00') expect(formatTime(instant)).toBe(time);
      }),
    );
  });
});

describe('age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('1990-05-10', '2026-05-09')).toBe(35);
    expect(ageOn('1990-05-10', '2026-05-10')).toBe(36);
    expect(ageOn('2026-05-10', '2026-05-10')).toBe(0);
    expect(ageOn('2026-05-10', '2026-05-09')).toBe(-1);
  });

  it('of those born on 29 February changes on the 28th of a common year', () => {
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
    expect(ageOn('2008-02-29', '2024-02-28')).toBe(15);
    expect(ageOn('2008-02-29', '2024-02-29')).toBe(16);
  });
});

describe('writing', () => {
  it('writes days and hours for each language', () => {
    expect(formatDate('2026-03-05', 'pl')).toBe('05.03.2026');
    expect(formatDate('2026-03-05', 'uk')).toBe('05.03.2026');
    expect(formatDate('2026-03-05', 'en')).toBe('5 March 2026');
    expect(formatLongDate('2026-11-21', 'pl')).toBe('sobota, 21 listopada 2026');
    expect(formatLongDate('2026-11-21', 'en')).toBe('Saturday, 21 November 2026');
    expect(formatLongDate('2026-11-21', 'uk')).toBe('субота, 21 листопада 2026');
    const instant = new Date('2026-07-14T22:05:00Z');
    expect(formatTime(instant)).toBe('00:05');
    expect(formatDateTime(instant, 'pl')).toBe('15.07.2026, 00:05');
    expect(formatDateTime(instant, 'en')).toBe('15 July 2026, 00:05');
  });

  it.each([
    [0, 'dzisiaj', 'today', 'сьогодні'],
    [1, 'jutro', 'tomorrow', 'завтра'],
    [2, 'za 2 dni', 'in 2 days', 'через 2 дні'],
    [5, 'za 5 dni', 'in 5 days', 'через 5 днів'],
    [21, 'za 21 dni', 'in 21 days', 'через 21 день'],
    [-1, '1 dzień po terminie', '1 day overdue', 'прострочено на 1 день'],
    [-3, '3 dni po terminie', '3 days overdue', 'прострочено на 3 дні'],
  ])('says how far %i days are', (n, pl, en, uk) => {
    const to = addDays('2026-11-21', n);
    expect(LANGS.map((lang) => relativeDays('2026-11-21', to, lang))).toEqual([pl, en, uk]);
  });

  it('says how long ago without blame', () => {
    expect(relativeDays('2026-11-21', '2026-11-20', 'pl', 'plain')).toBe('wczoraj');
    expect(relativeDays('2026-11-21', '2026-11-16', 'pl', 'plain')).toBe('5 dni temu');
    expect(relativeDays('2026-11-21', '2026-11-16', 'en', 'plain')).toBe('5 days ago');
    expect(relativeDays('2026-11-21', '2026-11-16', 'uk', 'plain')).toBe('5 днів тому');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday, HOLIDAYS, holidayNames, holidaysOf } from './holidays.ts';
import { addDays, daysBetween, isLocalDate, weekday } from './time.ts';
import {
  addWorkingDays,
  isPublicHoliday,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1995-01-01', n));

describe('holidays', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i', (year, day) => expect(easterSunday(year)).toBe(day));

  it('of 2026 are fourteen', () => {
    expect([...holidaysOf(2026).keys()].sort()).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-03',
      '2026-05-24',
      '2026-06-04',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('begin and end when the law says', () => {
    expect(isPublicHoliday('2010-01-06')).toBeNull();
    expect(isPublicHoliday('2011-01-06')).toBe('epiphany');
    expect(isPublicHoliday('2024-12-24')).toBeNull();
    expect(isPublicHoliday('2025-12-24')).toBe('christmas_eve');
    expect(isPublicHoliday('2018-11-12')).toBe('independence_centenary');
    expect(isPublicHoliday('2019-11-12')).toBeNull();
    expect(isPublicHoliday('2026-04-06')).toBe('easter_monday');
    expect(isPublicHoliday('2026-06-04')).toBe('corpus_christi');
  });

  it('all have a source, a valid period and a name', () => {
    for (const { key, validFrom, validTo, source } of HOLIDAYS) {
      expect(source).toMatch(/ustawa z /);
      expect(isLocalDate(validFrom)).toBe(true);
      expect(validTo === null || validTo >= validFrom).toBe(true);
      expect(holidayNames.pl[key]).toBeTruthy();
      expect(holidayNames.en[key]).toBeTruthy();
    }
  });

  it('Easter is always a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2299 }), (year) => {
        const day = easterSunday(year);
        expect(weekday(day)).toBe(7);
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  it('leave out weekends and holidays', () => {
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-11-11')).toBe(false);
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays('2024-12-23', 1)).toBe('2024-12-24');
    expect(addWorkingDays('2026-11-20', 3)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-25', -3)).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21');
    expect(nextWorkingDay('2026-12-24')).toBe('2026-12-28');
    expect(nextWorkingDay('2026-11-20')).toBe('2026-11-20');
    expect(workingDaysBetween('2026-11-01', '2026-11-30')).toBe(20);
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
    expect(() => addWorkingDays('2026-11-20', 1.5)).toThrow(RangeError);
    expect(() => workingDaysBetween('2026-11-20', 'x')).toThrow(RangeError);
  });

  it('agree in both directions', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const other = addWorkingDays(day, n);
        if (n !== 0) expect(isWorkingDay(other)).toBe(true);
        expect(workingDaysBetween(day, other)).toBe(n);
        expect(Math.abs(daysBetween(day, other))).toBeGreaterThanOrEqual(Math.abs(n));
      }),
    );
  });
});

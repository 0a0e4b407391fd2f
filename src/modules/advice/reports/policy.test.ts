import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#kernel/time.ts';
import { workingDaysBetween } from '#kernel/working-days.ts';
import { distributionOf, ordinals, periodOf, satisfactionOf, suppressed } from './policy.ts';
import type { Part } from './schema.ts';

const part = (name: string, n: number | null, more: Partial<Part> = {}): Part => ({
  dimension: 'topic',
  part: name,
  n,
  answered: n,
  waiting: 0,
  late: 0,
  ...more,
});

test('the period is the last twelve months unless said otherwise, and never lies in the future', () => {
  expect(periodOf({}, '2026-11-22')).toEqual({ from: '2025-12-01', to: '2026-11-22' });
  expect(periodOf({ from: '2026-10-01', to: '2027-01-01' }, '2026-11-22')).toEqual({
    from: '2026-10-01',
    to: '2026-11-22',
  });
  expect(periodOf({ from: '2026-12-01', to: '2026-10-01' }, '2026-11-22').from).toBe('2025-11-01');
  expect(periodOf({ from: '1900-01-01' }, '2026-11-22').from).toBe('2016-11-22');
});

test('the calendar of working days counts as the kernel does', () => {
  const list = ordinals('2026-01-01', '2026-12-31');
  const day = fc.integer({ min: 0, max: 364 });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((n) => addDays('2026-01-01', n)) as [
        string,
        string,
      ];
      const at = (date: string) => list[daysBetween('2026-01-01', date)] ?? 0;
      expect(at(to) - at(from)).toBe(workingDaysBetween(from, to));
    }),
  );
});

describe('a distribution', () => {
  test('has the middle, the quarters and the slowest tenth', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => ({ days, n: 1 }));
    expect(distributionOf(counts)).toMatchObject({
      total: 10,
      quarter: 3,
      median: 5,
      threeQuarters: 8,
      ninety: 9,
    });
    expect(distributionOf([])).toBeNull();
    expect(distributionOf([{ days: 0, n: 1 }])).toMatchObject({ median: 0, ninety: 0 });
  });

  test('puts everybody in one bin, and its marks rise', () => {
    const counts = fc.array(fc.record({ days: fc.nat(60), n: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(counts, (given) => {
        const found = distributionOf(given);
        expect(found?.bins.reduce((sum, { n }) => sum + n, 0)).toBe(found?.total);
        const marks = [found?.quarter, found?.median, found?.threeQuarters, found?.ninety].map(Number);
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
      }),
    );
  });
});

describe('what leaves the desk', () => {
  test('has no number from 1 to 4, and none that gives one away', () => {
    expect(suppressed([part('a', 40), part('b', 3), part('c', 9)]).map(({ n }) => n)).toEqual([
      40,
      null,
      null,
    ]);
    expect(suppressed([part('a', 40), part('b', 3), part('c', 2)]).map(({ n }) => n)).toEqual([
      40,
      null,
      null,
    ]);
    expect(suppressed([part('a', 40), part('b', 9)]).map(({ n }) => n)).toEqual([40, 9]);
    expect(suppressed([part('a', 40, { answered: 38, late: 2 })])[0]).toMatchObject({
      answered: null,
      late: null,
    });
    // Ten late in all, less eight of a: two of b.
    expect(
      suppressed([part('a', 40, { late: 8 }), part('b', 20, { late: 2 }), part('c', 9)]).map((p) => p.late),
    ).toEqual([null, null, 0]);
  });

  test('whatever the numbers are', () => {
    const cells = fc.array(fc.nat(12), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cells, (numbers) => {
        const shown = suppressed(numbers.map((n, i) => part(String(i), n)));
        for (const { n } of shown) expect(n === null || n === 0 || n >= 5).toBe(true);
        const withheld = numbers.filter((_, i) => shown[i]?.n === null);
        const rest = shown.filter(({ n }) => n !== null && n > 0).length;
        // One hidden number alone, beside others that are shown, could be subtracted.
        expect(withheld.length === 1 && rest > 0).toBe(false);
      }),
    );
  });
});

test('satisfaction is told from five answers on', () => {
  expect(satisfactionOf([{ score: 5, n: 4 }])).toBeNull();
  expect(
    satisfactionOf([
      { score: 5, n: 4 },
      { score: 3, n: 4 },
    ]),
  ).toEqual({ mean: 4, n: 8 });
});

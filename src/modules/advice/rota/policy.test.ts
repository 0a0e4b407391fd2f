import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/time.ts';
import { mondayOf, runningAt, shiftsOf, shiftsOn } from './policy.ts';
import type { Duty } from './schema.ts';

const [anna, ewa, jan] = ['anna', 'ewa', 'jan'].map((workerId) => ({ workerId, name: workerId })) as [
  Duty['person'],
  Duty['person'],
  Duty['person'],
];
const duty = (given: Partial<Duty> = {}): Duty => ({
  id: 'd',
  kind: 'phone',
  person: anna,
  weekday: 3,
  on: null,
  from: '09:00',
  to: '12:00',
  validFrom: '2026-01-01',
  validTo: null,
  ...given,
});
const rota = (duties: Duty[], more = {}) => ({ duties, exceptions: [], away: [], ...more });
// Wednesdays: 4 and 11 March 2026; 11 November is a holiday.
const [held] = shiftsOn('2026-03-04', rota([duty()]));

describe('a duty', () => {
  test('comes every week on its day, while it is valid', () => {
    expect(held).toMatchObject({ person: anna, instead: null, why: null });
    expect(shiftsOn('2026-03-05', rota([duty()]))).toEqual([]);
    expect(shiftsOn('2026-03-04', rota([duty({ validTo: '2026-03-03' })]))).toEqual([]);
    expect(shiftsOn('2026-03-04', rota([duty({ validFrom: '2026-03-05' })]))).toEqual([]);
  });

  test('falls out on a holiday, unless it was set for that very day', () => {
    expect(shiftsOn('2026-11-11', rota([duty()]))).toMatchObject([{ person: null, why: 'holiday' }]);
    expect(shiftsOn('2026-11-11', rota([duty({ weekday: null, on: '2026-11-11' })]))).toMatchObject([
      { person: anna, why: null },
    ]);
  });

  test('may be changed for a day: somebody else, or nobody', () => {
    const change = (substitute: typeof ewa | null) => [
      { dutyId: 'd', on: '2026-03-04', substitute, note: 'x' },
    ];
    expect(shiftsOn('2026-03-04', rota([duty()], { exceptions: change(ewa) }))).toMatchObject([
      { person: ewa, instead: anna, why: 'changed', note: 'x' },
    ]);
    expect(shiftsOn('2026-03-04', rota([duty()], { exceptions: change(null) }))).toMatchObject([
      { person: null },
    ]);
    expect(shiftsOn('2026-03-11', rota([duty()], { exceptions: change(null) }))).toMatchObject([
      { person: anna },
    ]);
  });

  test('goes to the stand-in of whoever is absent, and to nobody when that one is absent too', () => {
    const gone = { workerId: 'anna', from: '2026-03-02', to: '2026-03-06', standIn: ewa };
    expect(shiftsOn('2026-03-04', rota([duty()], { away: [gone] }))).toMatchObject([
      { person: ewa, instead: anna, why: 'absent' },
    ]);
    const both = [gone, { workerId: 'ewa', from: '2026-03-04', to: '2026-03-04', standIn: jan }];
    expect(shiftsOn('2026-03-04', rota([duty()], { away: both }))).toMatchObject([
      { person: null, why: 'absent' },
    ]);
  });
});

test('who is absent has no duty on any day, whatever is written', () => {
  const offset = fc.nat(60);
  const spans = fc.array(fc.record({ who: fc.constantFrom(anna, ewa, jan), start: offset, days: fc.nat(9) }));
  fc.assert(
    fc.property(
      spans,
      offset,
      fc.option(fc.constantFrom(anna, ewa, jan)),
      (absences, changedOn, substitute) => {
        const day = (n: number) => addDays('2026-03-02', n);
        const away = absences.map(({ who, start, days }) => ({
          workerId: who.workerId,
          from: day(start),
          to: day(start + days),
          standIn: [anna, ewa, jan].find((p) => p !== who) ?? null,
        }));
        const duties = [1, 2, 3, 4, 5].map((weekday) =>
          duty({ id: String(weekday), weekday, person: [anna, ewa, jan][weekday % 3] ?? anna }),
        );
        const exceptions = duties.map(({ id }) => ({ dutyId: id, on: day(changedOn), substitute, note: '' }));
        for (const { person, on } of shiftsOf(day(0), 70, { duties, exceptions, away }))
          if (person)
            expect(away.some((a) => a.workerId === person.workerId && a.from <= on && on <= a.to)).toBe(
              false,
            );
      },
    ),
  );
});

test('who is on duty now follows the clock in Warsaw, in winter and in summer', () => {
  const week = rota([duty()]);
  expect(runningAt(new Date('2026-03-04T08:00:00Z'), week)).toHaveLength(1);
  expect(runningAt(new Date('2026-03-04T07:59:00Z'), week)).toHaveLength(0);
  expect(runningAt(new Date('2026-03-04T11:00:00Z'), week)).toHaveLength(0);
  expect(runningAt(new Date('2026-07-01T07:00:00Z'), week)).toHaveLength(1);
  expect(runningAt(new Date('2026-07-01T06:59:00Z'), week)).toHaveLength(0);
});

test('a week begins on Monday', () => {
  expect(mondayOf('2026-03-08')).toBe('2026-03-02');
  expect(mondayOf('2026-03-09')).toBe('2026-03-09');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, warsawDate } from '#kernel/time.ts';
import { isWorkingDay, workingDaysBetween } from '#kernel/working-days.ts';
import { afterPauses, dueOn, halfOn, ruleFor, stageOf } from './policy.ts';
import type { Rule, Stage } from './schema.ts';

const day = fc.integer({ min: 0, max: 365 * 30 }).map((n): LocalDate => addDays('2020-01-01', n));
const days = fc.integer({ min: 0, max: 40 });

describe('the last day of an answer', () => {
  test('is never a Saturday, a Sunday or a holiday, nor before the question', () => {
    fc.assert(
      fc.property(day, days, (from, n) => {
        const due = dueOn(from, n);
        expect(isWorkingDay(due)).toBe(true);
        expect(due >= from).toBe(true);
        expect(workingDaysBetween(from, due)).toBe(
          n === 0 && due === from ? 0 : Math.max(n, due > from ? 1 : 0),
        );
      }),
    );
  });

  test('who asks later, or is given more days, is never answered sooner', () => {
    fc.assert(
      fc.property(day, days, fc.integer({ min: 0, max: 20 }), (from, n, more) => {
        expect(dueOn(addDays(from, more), n) >= dueOn(from, n)).toBe(true);
        expect(dueOn(from, n + more) >= dueOn(from, n)).toBe(true);
      }),
    );
  });

  test('half of the time lies after the question and before its end', () => {
    fc.assert(
      fc.property(day, days, (from, n) => {
        const half = halfOn(from, n);
        expect(half === null).toBe(n < 2);
        if (half !== null) {
          expect(half > from && half < dueOn(from, n)).toBe(true);
          expect(isWorkingDay(half)).toBe(true);
        }
      }),
    );
  });

  test('a question of the night counts from its day in Warsaw, also when the clocks change', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 24 * 60 - 1 }), days, (from, minute, n) => {
        const asked = new Date(new Date(`${from}T00:00:00Z`).getTime() + minute * 60_000);
        const local = warsawDate(asked);
        expect([from, addDays(from, 1)]).toContain(local);
        expect(isWorkingDay(dueOn(local, n))).toBe(true);
      }),
    );
    // The nights of March and October 2026: 23:30 in Warsaw is the evening before in both.
    expect(dueOn(warsawDate(new Date('2026-03-28T22:30:00Z')), 2)).toBe('2026-03-31');
    expect(dueOn(warsawDate(new Date('2026-03-29T22:30:00Z')), 2)).toBe('2026-04-01');
    expect(dueOn(warsawDate(new Date('2026-10-24T22:30:00Z')), 1)).toBe('2026-10-26');
  });

  test('Christmas Eve and Corpus Christi are days off', () => {
    expect(dueOn('2026-12-23', 1)).toBe('2026-12-28');
    expect(dueOn('2026-06-03', 1)).toBe('2026-06-05');
  });
});

test('waiting for the person moves the day by as many working days, and no pause moves nothing', () => {
  fc.assert(
    fc.property(
      day,
      days,
      fc.array(fc.tuple(day, fc.integer({ min: 0, max: 15 })), { maxLength: 3 }),
      (from, n, spans) => {
        const due = dueOn(from, n);
        const pauses = spans.map(([start, length]) => ({ from: start, to: addDays(start, length) }));
        const moved = afterPauses(due, pauses);
        expect(moved >= due).toBe(true);
        expect(isWorkingDay(moved)).toBe(true);
        expect(workingDaysBetween(due, moved)).toBe(
          pauses.reduce((sum, p) => sum + workingDaysBetween(p.from, p.to), 0),
        );
      },
    ),
  );
  expect(afterPauses('2026-03-04', [])).toBe('2026-03-04');
});

describe('the rule that binds', () => {
  const rule = (given: Partial<Rule>): Rule => ({
    id: JSON.stringify(given),
    deskId: null,
    topicId: null,
    channel: null,
    firstDays: 2,
    closingDays: 14,
    validFrom: '2020-01-01',
    validTo: null,
    source: '',
    ...given,
  });
  const asked = { deskId: 'd', topics: ['contract', 'law'], channel: 'mail', on: '2026-03-04' };

  test('is the nearest one: desk, then topic, then channel', () => {
    const [all, channel, law, contract, desk] = [
      rule({}),
      rule({ channel: 'mail' }),
      rule({ topicId: 'law' }),
      rule({ topicId: 'contract' }),
      rule({ deskId: 'd' }),
    ];
    expect(ruleFor([all, channel], asked)).toBe(channel);
    expect(ruleFor([all, channel, law], asked)).toBe(law);
    expect(ruleFor([all, law, contract], asked)).toBe(contract);
    expect(ruleFor([all, contract, desk], asked)).toBe(desk);
  });

  test('is in force on the day, of this desk, and none when there is none', () => {
    expect(ruleFor([rule({ validTo: '2026-03-03' })], asked)).toBeNull();
    expect(ruleFor([rule({ validFrom: '2026-03-05' })], asked)).toBeNull();
    expect(
      ruleFor([rule({ deskId: 'other' }), rule({ channel: 'web' }), rule({ topicId: 'x' })], asked),
    ).toBeNull();
    expect(ruleFor([rule({ validTo: '2026-03-04' })], asked)).not.toBeNull();
  });
});

describe('reminders', () => {
  const target = { halfOn: '2026-03-05', dueOn: '2026-03-06' };
  const said = (...stages: Stage[]) => new Set(stages);

  test('come at half, on the last day and after it', () => {
    expect(stageOf(target, '2026-03-04', said())).toBeNull();
    expect(stageOf(target, '2026-03-05', said())).toBe('half');
    expect(stageOf(target, '2026-03-06', said('half'))).toBe('due');
    expect(stageOf(target, '2026-03-09', said('half', 'due'))).toBe('late');
  });

  test('each at most once, whatever the job does', () => {
    fc.assert(
      fc.property(
        day,
        days,
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
        (from, n, runs) => {
          const times = { halfOn: halfOn(from, n), dueOn: dueOn(from, n) };
          const sent: Stage[] = [];
          for (const run of runs.sort((a, b) => a - b)) {
            const stage = stageOf(times, addDays(from, run), new Set(sent));
            if (stage) sent.push(stage);
          }
          expect(new Set(sent).size).toBe(sent.length);
        },
      ),
    );
  });
});

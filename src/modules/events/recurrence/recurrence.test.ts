import { describe, expect, test } from 'vitest';
import { MOST_DATES } from './schema.ts';
import { expand, repeated } from './service.ts';

const weekly = { every: 'weekly', interval: 1, until: null, count: null } as const;

test('what the form says becomes days and a rule with a count', () => {
  expect(repeated({ ...weekly, interval: 2, count: 3 }, '2026-03-17')).toEqual({
    dates: ['2026-03-17', '2026-03-31', '2026-04-14'],
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3',
  });
  // The last day counts.
  expect(repeated({ ...weekly, until: '2026-03-31' }, '2026-03-17')).toMatchObject({
    dates: ['2026-03-17', '2026-03-24', '2026-03-31'],
  });
  expect(repeated({ ...weekly, every: 'monthly_weekday', count: 3 }, '2026-03-31')).toMatchObject({
    dates: ['2026-03-31', '2026-04-28', '2026-05-26'],
    rule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU;COUNT=3',
  });
  expect(repeated({ ...weekly, every: 'monthly_day', count: 3 }, '2026-01-31')).toMatchObject({
    dates: ['2026-01-31', '2026-03-31', '2026-05-31'],
  });
  expect(repeated({ ...weekly, every: 'daily', count: 2 }, '2026-10-24')).toMatchObject({
    dates: ['2026-10-24', '2026-10-25'],
  });
});

describe('a rule that never ends, or ends too late, is refused', () => {
  test.each([
    ['FREQ=WEEKLY', 'endless'],
    ['FREQ=DAILY;INTERVAL=1', 'endless'],
    [`FREQ=DAILY;COUNT=${MOST_DATES + 1}`, 'too_many'],
    ['FREQ=DAILY;UNTIL=99991231T000000Z', 'too_many'],
    ['FREQ=SECONDLY;COUNT=5', 'rule'],
    ['FREQ=DAILY;COUNT=5;BYHOUR=1,2,3', 'rule'],
    ['FREQ=DAILY;COUNT=5\nATTACH:x', 'rule'],
    ['', 'rule'],
    // The thirtieth of February: nothing is looked for for ever.
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5', 'rule'],
  ])('%j: %s', (rule, problem) => {
    const before = performance.now();
    expect(expand(rule, '2026-03-17')).toEqual({ problem });
    expect(performance.now() - before).toBeLessThan(2000);
  });
  test('from the form too', () => {
    expect(repeated(weekly, '2026-03-17')).toEqual({ problem: 'endless' });
    expect(repeated({ ...weekly, count: 61 }, '2026-03-17')).toEqual({ problem: 'too_many' });
    expect(repeated({ ...weekly, until: '2026-03-01' }, '2026-03-17')).toEqual({ problem: 'none' });
  });
});

import { expect, test } from 'vitest';
import { addDays, warsawDate } from '#kernel/time.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import { AHEAD } from './ahead.ts';
import { datesOf } from './load.ts';
import { BEHIND } from './past.ts';

test('whenever the demonstration is loaded, nobody meets on a day off and what is past is past', () => {
  for (let n = 0; n < 366; n += 5) {
    const today = addDays('2026-01-01', n);
    for (const event of [...AHEAD, ...BEHIND]) {
      const dates = datesOf(event, today).dates.filter((date) => !date.off);
      expect(dates.map(({ start }) => warsawDate(start)).filter((day) => !isWorkingDay(day))).toEqual([]);
    }
    for (const event of BEHIND)
      for (const { end } of datesOf(event, today).dates) expect(warsawDate(end) < today).toBe(true);
  }
});

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { writeCalendar } from '#kernel/calendar.ts';
import { addDays, instantAt } from '#kernel/time.ts';
import { REPEATS } from '../recurrence/schema.ts';
import { repeated } from '../recurrence/service.ts';
import type { Occurrence } from '../schema.ts';
import { entriesOf } from './service.ts';

const SITE = 'https://splot.example';
const event = {
  id: '0190a000-0000-7000-8000-000000000001',
  slug: 'spotkanie-grupy',
  sequence: 3,
  state: 'published',
  updatedAt: new Date('2026-03-04T09:00:00Z'),
  rule: null,
  mode: 'onsite',
  lat: 49.7,
  lon: 20.42,
  titlePl: 'Spotkanie, grupy; partnerskiej',
  titleEn: '',
  leadPl: 'Łączymy\nsiły',
  leadEn: '',
  placeName: 'Dom Kultury',
  street: 'ul. Długa 1',
  locality: 'Limanowa',
  themes: ['partnership', 'work'],
} as const;

const date = (day: string, from: string, minutes: number, more: Partial<Occurrence> = {}): Occurrence => {
  const startsAt = instantAt(day, from);
  return {
    id: day,
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    plannedAt: null,
    cancelled: false,
    notePl: '',
    noteEn: '',
    ...more,
  };
};

/** What a calendar makes of the document: each time it would show, as UTC. */
function shown(document: string): { start: number; end: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(document));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const all = calendar.getAllSubcomponents('vevent');
  const master = all.find((v) => !v.hasProperty('recurrence-id'));
  if (!master) throw new Error('no event');
  const parsed = new ICAL.Event(master);
  for (const other of all) if (other !== master) parsed.relateException(new ICAL.Event(other));
  const times = (start: ICAL.Time, end: ICAL.Time) => ({
    start: start.toJSDate().getTime(),
    end: end.toJSDate().getTime(),
  });
  if (!parsed.isRecurring()) return [times(parsed.startDate, parsed.endDate)];
  const found: { start: number; end: number }[] = [];
  const iterator = parsed.iterator();
  for (let next = iterator.next(); next && found.length < 200; next = iterator.next()) {
    const details = parsed.getOccurrenceDetails(next);
    found.push(times(details.startDate, details.endDate));
  }
  return found.sort((a, b) => a.start - b.start);
}
const standing = (occurrences: readonly Occurrence[]) =>
  occurrences
    .filter((o) => !o.cancelled)
    .map((o) => ({ start: o.startsAt.getTime(), end: o.endsAt.getTime() }))
    .sort((a, b) => a.start - b.start);
const written = (occurrences: readonly Occurrence[], rule: string | null = null) =>
  writeCalendar(entriesOf({ ...event, rule, occurrences }, 'pl', SITE), { name: 'Splot' });

test('one date is one entry; a reader gets back every word', () => {
  const document = written([date('2026-07-01', '10:30', 45)]);
  const [vevent] = new ICAL.Component(ICAL.parse(document)).getAllSubcomponents('vevent');
  expect(vevent?.getFirstPropertyValue('summary')).toBe('Spotkanie, grupy; partnerskiej');
  expect(vevent?.getFirstPropertyValue('description')).toBe('Łączymy\nsiły');
  expect(vevent?.getFirstPropertyValue('sequence')).toBe(3);
  expect(vevent?.getFirstProperty('categories')?.getValues()).toEqual(['partnership', 'work']);
  expect(vevent?.getFirstPropertyValue('geo')).toEqual([49.7, 20.42]);
  expect(document).toContain(`URL:${SITE}/events/spotkanie-grupy`);
});

test('a cancelled event stays in calendars, crossed out', () => {
  const off = { ...event, state: 'cancelled', occurrences: [date('2026-07-01', '10:30', 45)] } as const;
  expect(writeCalendar(entriesOf(off, 'pl', SITE))).toContain('STATUS:CANCELLED');
});

describe('what is written is what a calendar reads', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));
  const hours = fc
    // Nobody meets while clocks change; readers differ about how long such a night is.
    .tuple(fc.integer({ min: 4, max: 13 }), fc.constantFrom(0, 15, 30))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const faults = fc.array(fc.constantFrom('stays', 'cancelled', 'moved', 'longer'), {
    minLength: 12,
    maxLength: 12,
  });

  test('for dates of a rule, moved, cancelled and added, over the change of clocks', () => {
    fc.assert(
      fc.property(
        days,
        hours,
        fc.constantFrom(...REPEATS),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 12 }),
        faults,
        fc.boolean(),
        (first, hour, every, interval, count, happened, added) => {
          const made = repeated({ every, interval, count, until: null }, first);
          if ('problem' in made) throw new Error(made.problem);
          const ruled = made.dates.map((day, n): Occurrence => {
            const planned = date(day, hour, 90);
            const plannedAt = planned.startsAt;
            const fault = happened[n];
            if (fault === 'cancelled') return { ...planned, plannedAt, cancelled: true };
            if (fault === 'longer') return { ...date(day, hour, 200), plannedAt };
            if (fault === 'moved') return { ...date(addDays(day, 1), '16:30', 90), id: `${day}m`, plannedAt };
            return { ...planned, plannedAt };
          });
          const all = [...ruled, ...(added ? [date(addDays(first, 1201), '17:45', 60)] : [])];
          fc.pre(all.some((o) => !o.cancelled));
          expect(shown(written(all, made.rule))).toEqual(standing(all));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('for dates given one by one, of any length', () => {
    const one = fc.tuple(days, hours, fc.integer({ min: 15, max: 600 }), fc.boolean());
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([day]) => day, minLength: 1, maxLength: 8 }), (list) => {
        const all = list.map(([day, hour, minutes, cancelled]) => date(day, hour, minutes, { cancelled }));
        fc.pre(all.some((o) => !o.cancelled));
        expect(shown(written(all))).toEqual(standing(all));
      }),
      { numRuns: 300 },
    );
  });
});

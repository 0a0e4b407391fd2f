import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarResponse, writeCalendar } from '#kernel/calendar.ts';

const event: CalendarEvent = {
  uid: '0190-1@splot',
  stamp: new Date('2026-03-04T09:00:00.123Z'),
  when: { start: new Date('2026-07-01T08:30:00Z'), end: new Date('2026-07-01T09:15:00Z') },
  summary: 'Spotkanie',
};
/** The lines of the events, put together again after folding. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const lines = (e: CalendarEvent) => {
  const all = unfolded(writeCalendar([e]));
  return all.slice(all.indexOf('BEGIN:VEVENT'), all.indexOf('END:VEVENT') + 1);
};

test('an event stands in Polish time, in summer and in winter', () => {
  expect(lines(event)).toEqual([
    'BEGIN:VEVENT',
    'UID:0190-1@splot',
    'DTSTAMP:20260304T090000Z',
    'SEQUENCE:0',
    'DTSTART;TZID=Europe/Warsaw:20260701T103000',
    'DTEND;TZID=Europe/Warsaw:20260701T111500',
    'SUMMARY:Spotkanie',
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ]);
  const when = { start: new Date('2026-12-31T23:30:00Z'), end: new Date('2027-01-01T00:30:00Z') };
  expect(lines({ ...event, when })).toContain('DTSTART;TZID=Europe/Warsaw:20270101T003000');
});

test('a whole day ends where the next begins', () => {
  expect(lines({ ...event, when: { from: '2026-12-30', to: '2026-12-31' } })).toEqual(
    expect.arrayContaining(['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270101']),
  );
});

test('the document names itself and its time zone, and can withdraw', () => {
  const text = writeCalendar([{ ...event, sequence: 2 }], { method: 'CANCEL', name: 'Mój, kalendarz' });
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of [
    'METHOD:CANCEL',
    'X-WR-CALNAME:Mój\\, kalendarz',
    'TZID:Europe/Warsaw',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'SEQUENCE:2',
    'STATUS:CANCELLED',
  ])
    expect(unfolded(text)).toContain(line);
});

describe('texts', () => {
  test('are escaped', () => {
    const found = lines({
      ...event,
      location: 'ul. Długa 1; pok. 2, I p.',
      description: 'a\\b\r\nc\u0007d',
      url: 'https://a.pl/x?y=ą',
    });
    expect(found).toContain('LOCATION:ul. Długa 1\\; pok. 2\\, I p.');
    expect(found).toContain('DESCRIPTION:a\\\\b\\nc d');
    expect(found).toContain('URL:https://a.pl/x?y=%C4%85');
  });

  test('whatever they are, add no line and fit 75 octets', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const raw = writeCalendar([{ ...event, summary, description }]);
        const names = lines({ ...event, summary, description }).map((l) => /^[A-Z]+/.exec(l)?.[0]);
        expect(names).toEqual(
          lines({ ...event, description: description && 'x' }).map((l) => /^[A-Z]+/.exec(l)?.[0]),
        );
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of raw.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
      }),
    );
  });
});

test('what cannot be is refused', () => {
  const when = { start: event.stamp, end: new Date(event.stamp.getTime() - 1) };
  expect(() => writeCalendar([{ ...event, when }])).toThrow(RangeError);
  expect(() => writeCalendar([{ ...event, when: { from: '2026-01-02', to: '2026-01-01' } }])).toThrow(
    RangeError,
  );
  expect(() => writeCalendar([{ ...event, url: 'javascript:alert(1)' }])).toThrow(TypeError);
});

test('the answer is a calendar, and a file when it has a name', async () => {
  const response = calendarResponse(writeCalendar([event]), 'spotkanie "1"');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="spotkanie--1-.ics"');
});

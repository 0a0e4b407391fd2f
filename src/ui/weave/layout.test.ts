import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/time.ts';
import { THREAD_KEYS } from '../threads.ts';
import { layoutWeave } from './layout.ts';
import { type Box, KNOT_KINDS, overlaps, type WeaveInput } from './model.ts';
import { datesOf, timeScale } from './scale.ts';

const START = '2024-01-31';
const LABELS = [
  'skierowanie',
  'plan podpisany przez wszystkich',
  'W',
  'przegląd 2',
  'Międzynarodowa konferencja MOPS',
  'ілюстрація',
];

const input: fc.Arbitrary<WeaveInput> = fc
  .record({ span: fc.integer({ min: 0, max: 1100 }), lanes: fc.integer({ min: 1, max: 10 }) })
  .chain(({ span, lanes }) => {
    const date = fc.integer({ min: 0, max: span }).map((day) => addDays(START, day));
    const lane = fc.integer({ min: 0, max: lanes - 1 }).map(String);
    const label = fc.constantFrom(...LABELS);
    return fc.record({
      today: date,
      lanes: fc.constant(
        Array.from({ length: lanes }, (_, index) => ({
          id: String(index),
          label: `Stowarzyszenie Integracji Społecznej nr ${index}`,
          thread: THREAD_KEYS[index % THREAD_KEYS.length] ?? 'person',
        })),
      ),
      path: fc.array(fc.record({ laneId: lane, from: date, to: fc.option(date) }), { maxLength: 12 }),
      knots: fc.array(fc.record({ at: date, laneId: lane, kind: fc.constantFrom(...KNOT_KINDS), label }), {
        maxLength: 60,
      }),
      attendance: fc.array(
        fc.record({
          laneId: lane,
          from: date,
          to: date,
          label,
          marks: fc.array(fc.constantFrom('present' as const, 'excused' as const, 'absent' as const), {
            maxLength: 300,
          }),
        }),
        { maxLength: 3 },
      ),
      due: fc.array(fc.record({ laneId: lane, at: date, label }), { maxLength: 3 }),
    });
  });

const draw = (given: WeaveInput) => layoutWeave(given, 'pl', (date) => `dziś, ${date}`);

function collisions(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlaps(a, b) ? [[a, b] as [Box, Box]] : [])),
  );
}

describe('the weave', () => {
  it('never lets two texts touch, nor a text leave the drawing', () => {
    fc.assert(
      fc.property(input, (given) => {
        const shape = draw(given);
        const texts = [
          ...shape.labels,
          ...shape.axis,
          shape.today.label,
          ...shape.lanes.map((lane) => lane.label),
        ];
        expect(collisions(texts)).toEqual([]);
        for (const box of texts) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(shape.width + 0.01);
          expect(box.y + box.height).toBeLessThanOrEqual(shape.height + 0.01);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps texts off the knots', () => {
    fc.assert(
      fc.property(input, (given) => {
        const shape = draw(given);
        const knots = shape.knots.map((k) => ({
          x: k.x - k.r,
          y: k.y - k.r,
          width: 2 * k.r,
          height: 2 * k.r,
        }));
        expect(shape.labels.filter((label) => knots.some((knot) => overlaps(label, knot)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('draws only finite numbers and never goes back in time', () => {
    fc.assert(
      fc.property(input, (given) => {
        for (const piece of draw(given).path) {
          expect(piece.d).not.toMatch(/NaN|Infinity/);
          const ends = [...piece.d.matchAll(/H([\d.-]+)|C(?:[\d.-]+ ){4}([\d.-]+)/g)].map((m) =>
            Number(m[1] ?? m[2]),
          );
          expect(ends).toEqual([...ends].sort((a, b) => a - b));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names every event once, alone or within a joined knot', () => {
    fc.assert(
      fc.property(input, (given) => {
        const events = draw(given).knots.flatMap((knot) => knot.events);
        expect(events).toHaveLength(given.knots.length + (given.due?.length ?? 0));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the order of days, and all of them inside the drawing', () => {
    fc.assert(
      fc.property(input, (given) => {
        const scale = timeScale(given, 200, 814);
        const days = [...new Set(datesOf(given))].sort();
        const places = [scale.from, ...days, scale.to].map(scale.x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[0]).toBe(200);
        expect(places.at(-1)).toBeCloseTo(814, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('draws a quiet history to an even scale and a crowded week wider', () => {
    const at = (day: number) => addDays(START, day);
    const scaleOf = (days: readonly number[]) =>
      timeScale({ today: at(400), lanes: [], path: [], knots: days.map(knotOn) }, 0, 600);
    const knotOn = (day: number) => ({ at: at(day), laneId: '0', kind: 'review' as const, label: '' });
    const even = scaleOf([0, 100, 200, 300]);
    expect(even.x(at(200)) - even.x(at(100))).toBeCloseTo(even.x(at(400)) - even.x(at(300)), 6);
    const crowded = scaleOf([0, 1, 2, 3]);
    expect(crowded.x(at(3)) - crowded.x(at(2))).toBeGreaterThan(20);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { middleOf, moved, NEAREST, type Seen, zoomed, zoomOf } from './map-view.ts';

const whole = { x: 0, y: 0, width: 720, height: 480 };
const steps = fc.array(
  fc.record({
    factor: fc.double({ min: 0, max: 20, noNaN: true }),
    x: fc.double({ min: -900, max: 900, noNaN: true }),
    y: fc.double({ min: -900, max: 900, noNaN: true }),
    move: fc.boolean(),
  }),
);
const walk = (list: typeof steps extends fc.Arbitrary<infer T> ? T : never): Seen =>
  list.reduce<Seen>(
    (seen, { factor, x, y, move }) =>
      move ? moved(whole, seen, x, y) : zoomed(whole, seen, factor, [seen.x + x, seen.y + y]),
    whole,
  );

test('however one moves, a part of the drawing is seen, in its proportions', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const seen = walk(list);
      expect(seen.x).toBeGreaterThanOrEqual(0);
      expect(seen.y).toBeGreaterThanOrEqual(0);
      expect(seen.x + seen.width).toBeLessThanOrEqual(whole.width + 1e-6);
      expect(seen.y + seen.height).toBeLessThanOrEqual(whole.height + 1e-6);
      expect(seen.width / seen.height).toBeCloseTo(1.5, 6);
      expect(zoomOf(whole, seen)).toBeLessThanOrEqual(NEAREST + 1e-6);
      expect(zoomed(whole, seen, 0, middleOf(seen))).toEqual(whole);
    }),
  );
});

test('what lies under the pointer stays there', () => {
  const seen = zoomed(whole, whole, 2, [360, 240]);
  expect(seen).toEqual({ x: 180, y: 120, width: 360, height: 240 });
  const near = zoomed(whole, seen, 2, [300, 200]);
  expect((300 - near.x) / near.width).toBeCloseTo((300 - seen.x) / seen.width);
  expect((200 - near.y) / near.height).toBeCloseTo((200 - seen.y) / seen.height);
});

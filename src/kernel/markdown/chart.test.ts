import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf } from './chart.ts';

describe('a chart in a text', () => {
  test('has a title, bars, a unit and a source', () => {
    expect(
      chartOf({ title: 'Jednostki', values: 'CIS: 1 265; KIS: 0,5', unit: 'szt.', source: 'MRPiPS' }),
    ).toEqual({
      type: 'chart',
      title: 'Jednostki',
      bars: [
        { label: 'CIS', value: 1265 },
        { label: 'KIS', value: 0.5 },
      ],
      unit: 'szt.',
      source: 'MRPiPS',
    });
  });
  test.each<Readonly<Record<string, string>>>([
    {},
    { title: 'Jeden', values: 'CIS: 1' },
    { values: 'a: 1; b: 2' },
    { title: 'x', values: 'a: b; c: -1' },
  ])('is none of %j', (attrs) => expect(chartOf(attrs)).toBeNull());
  test('never fails, and shows only finite figures', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title', 'values', 'unit', 'source'), fc.string()),
        (attrs) => {
          const chart = chartOf(attrs);
          expect(
            chart === null || chart.bars.every((bar) => Number.isFinite(bar.value) && bar.value >= 0),
          ).toBe(true);
        },
      ),
    );
  });
});

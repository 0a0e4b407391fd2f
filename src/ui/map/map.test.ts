import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { geoConicEqualArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cone } from '#kernel/map/cone.ts';
import { drawMap } from '#kernel/map/drawing.ts';
import { pathOf, ringArea, roomForName } from '#kernel/map/rings.ts';
import { classesOf, classIndex, shadeOf } from './classes.ts';
import { clusters } from './clusters.ts';

const file = (name: string) =>
  readFileSync(new URL(`../../../db/reference/territory/${name}`, import.meta.url), 'utf8');
const rows: { code: string; name: string; voivodeshipCode: string }[] = parse(file('counties.csv'), {
  columns: true,
});
const units = rows.map(({ code, name, voivodeshipCode: group }) => ({ code, name, group }));
const map = JSON.parse(file('counties.topo.json'));
const country = drawMap(map, units);

/** Corners of a path of relative steps, ring by ring. */
const rings = (d: string): number[][][] =>
  d
    .split('M')
    .slice(1)
    .map((part) => {
      const [x = 0, y = 0, ...steps] = [...part.matchAll(/-?\d+/g)].map(Number);
      const points = [[x, y]];
      for (let i = 0; i < steps.length; i += 2) {
        const [px = 0, py = 0] = points.at(-1) ?? [];
        points.push([px + (steps[i] ?? 0), py + (steps[i + 1] ?? 0)]);
      }
      return points;
    });

describe('a drawing', () => {
  test('projects as the reference implementation does', () => {
    const theirs = geoConicEqualArea()
      .parallels([50, 54])
      .rotate([-19.3, 0])
      .center([0, 52])
      .scale(1)
      .translate([0, 0]);
    for (const [lon, lat] of [
      [14.2, 53.9],
      [24.1, 50.8],
      [19.3, 52],
      [22.9, 49.1],
    ] as const) {
      const [x, y] = theirs([lon, lat]) ?? [];
      expect(cone(lon, lat)[0]).toBeCloseTo(x ?? Number.NaN, 10);
      expect(cone(lon, lat)[1]).toBeCloseTo(y ?? Number.NaN, 10);
    }
  });

  test('of the country has every county, in whole units, inside its frame, and is light', () => {
    expect(country.areas).toHaveLength(380);
    for (const { d, code } of country.areas) {
      expect(d, code).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
      for (const [x = -1, y = -1] of rings(d).flat()) {
        expect(x >= 0 && x <= country.width && y >= 0 && y <= country.height, code).toBe(true);
      }
      expect(Math.abs(ringArea(rings(d)[0] ?? [])), code).toBeGreaterThan(5);
    }
    const paths = country.areas.map(({ d }) => d).join('\n') + country.borders;
    expect(gzipSync(paths).length).toBeLessThan(23 * 1024);
  });

  test('of very jagged borders is no heavier', () => {
    // Each step of a border gets corners on both sides of it, as finely as an official file has them.
    const jagged = (arc: number[][]): number[][] =>
      arc.flatMap(([dx = 0, dy = 0], i) => {
        if (i === 0) return [[dx, dy]];
        const [ax, ay] = [Math.round(dx / 3 + dy / 2), Math.round(dy / 3 - dx / 2)];
        const [bx, by] = [Math.round(dx / 3 - dy), Math.round(dy / 3 + dx)];
        return [
          [ax, ay],
          [bx, by],
          [dx - ax - bx, dy - ay - by],
        ];
      });
    const wild = drawMap({ ...map, arcs: map.arcs.map(jagged) }, units);
    expect(wild.areas).toHaveLength(380);
    expect(wild.areas.reduce((sum, { d }) => sum + d.length, 0)).toBeLessThan(62_000);
  });

  test('of a voivodeship has its counties only, larger; of a county that one and its neighbours', () => {
    const voivodeship = drawMap(map, units, { group: '12' });
    expect(voivodeship.areas.every(({ group }) => group === '12')).toBe(true);
    expect(voivodeship.areas).toHaveLength(22);
    const county = drawMap(map, units, { code: '1207' });
    expect(county.areas.map(({ code }) => code)).toEqual(['1201', '1202', '1207', '1209', '1210', '1211']);
    const [x, y] = county.place(20.42, 49.7);
    expect(x > 0 && x < county.width && y > 0 && y < county.height).toBe(true);
    expect(drawMap(map, units, { code: '9999' }).areas).toEqual([]);
  });
});

test('a name stands where there is room for it, beside a hole and inside the frame', () => {
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const frame = { width: 200, height: 200 };
  const { y, width } = roomForName([square(0, 100), square(40, 60)], frame);
  expect(width).toBe(100);
  expect(y < 40 || y > 60).toBe(true);
  const cut = roomForName([square(-100, 100)], frame);
  expect([cut.x, cut.width]).toEqual([50, 100]);
  expect(Math.abs(cut.y - 50)).toBeLessThan(5);
});

test('a path is steps from its first corner', () => {
  expect(
    pathOf(
      [
        [1, 2],
        [4, 1],
        [3, 5],
        [1, 2],
      ],
      true,
    ),
  ).toBe('M1 2l3-1-1 4z');
  expect(pathOf([], true)).toBe('');
  expect(pathOf([[1, 1]], false)).toBe('');
});

describe('classes', () => {
  test('few values are classes of their own, zero always is one', () => {
    expect(classesOf([3, 1, 1])).toEqual([
      { from: 1, to: 1, count: 2 },
      { from: 3, to: 3, count: 1 },
    ]);
    expect(classesOf([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([
      { from: 0, to: 0, count: 3 },
      { from: 1, to: 2, count: 2 },
      { from: 3, to: 4, count: 2 },
      { from: 5, to: 6, count: 2 },
      { from: 7, to: 8, count: 2 },
    ]);
    expect(classesOf([])).toEqual([]);
    expect([0, 1, 2].map((i) => shadeOf(i, 3))).toEqual([1, 3, 5]);
  });

  test('every value has exactly one class, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1 }), (values) => {
        const classes = classesOf(values);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const value of values) expect(classIndex(classes, value)).not.toBeNull();
      }),
    );
    expect(classIndex(classesOf([1, 2]), undefined)).toBeNull();
  });
});

describe('clusters', () => {
  const place = (lon: number, lat: number) => [lon, lat] as const;
  const frame = { place, width: 100, height: 100 };
  const point = (lon: number, lat: number) => ({ lon, lat, label: `${lon}/${lat}` });

  test('points near each other share a mark, those outside are left out', () => {
    const found = clusters(frame, [point(10, 10), point(80, 80), point(14, 10), point(300, 5)]);
    expect(found.map(({ x, y, points }) => [x, y, points.length])).toEqual([
      [12, 10, 2],
      [80, 80, 1],
    ]);
  });

  test('none is lost, and their order does not matter', () => {
    const coordinate = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(coordinate, coordinate), { selector: String }), (places) => {
        const points = places.map(([x, y]) => point(x, y));
        const found = clusters(frame, points);
        expect(found.reduce((sum, { points: members }) => sum + members.length, 0)).toBe(points.length);
        expect(clusters(frame, points.toReversed())).toEqual(found);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectRoot } from '#kernel/config.ts';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { importBoundaries } from '../../../cli/import-territory.ts';
import { countyDrawing, mapSource } from '../map/service.ts';

let app: TestApp;
let folder: string;
const said: string[] = [];
const drawn: Topology = JSON.parse(
  readFileSync(join(projectRoot, 'db/reference/territory/counties.topo.json'), 'utf8'),
);

type Shape = GeoJSON.Feature<GeoJSON.MultiPolygon>;
/** A file as GUGiK publishes it, of the drawn shapes pushed a little to the east. */
const published = (): Shape[] =>
  feature(drawn, drawn.objects.counties as GeometryCollection).features.map((each) => ({
    type: 'Feature',
    properties: { JPT_KOD_JE: String(each.id), JPT_NAZWA_: 'powiat' },
    geometry: moved(each.geometry, ([x = 0, y = 0]) => [x - 0.03, y]),
  }));

function moved(
  geometry: GeoJSON.Geometry,
  to: (place: GeoJSON.Position) => GeoJSON.Position,
): GeoJSON.MultiPolygon {
  if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
  const coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(to)));
  return { type: 'MultiPolygon', coordinates };
}

async function run(content: unknown, ...options: string[]): Promise<number> {
  said.length = 0;
  const file = join(folder, 'powiaty.geojson');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return importBoundaries(app.parts, [file, '--as-of', '2026-02-01', ...options]);
}
const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const drawing = () => app.ctxAs(SYSTEM_ACTOR, (ctx) => countyDrawing(ctx, { code: '1207' }));
const source = () => app.ctxAs(SYSTEM_ACTOR, mapSource);

beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
  await app.drop();
});

test.each<[string, (shapes: Shape[]) => unknown, RegExp]>([
  ['no JSON', () => '{"type":', /nie jest plik JSON/],
  ['something else', () => ({ type: 'Feature' }), /nie jest zbiór/],
  [
    'metres',
    (s) =>
      collection(
        s.map((f) => ({ ...f, geometry: moved(f.geometry, ([x = 0, y = 0]) => [x * 3e4, y * 1e4]) })),
      ),
    /EPSG:4326/,
  ],
  [
    'exchanged axes',
    (s) => collection(s.map((f) => ({ ...f, geometry: moved(f.geometry, ([x = 0, y = 0]) => [y, x]) }))),
    /zamienione/,
  ],
  ['a county missing', (s) => collection(s.slice(1)), /\[0201\]: Tego powiatu nie ma/],
  ['a county twice', (s) => collection([...s, s[0]]), /obiekt 381: \[0201\]: Ten powiat/],
  [
    'no code',
    (s) => collection(s.map((f, i) => (i === 4 ? { ...f, properties: { nazwa: 'x' } } : f))),
    /obiekt 5: \[nazwa\]/,
  ],
  [
    'an unknown county',
    (s) => collection(s.map((f, i) => (i === 4 ? { ...f, properties: { kod: '9999' } } : f))),
    /obiekt 5: \[9999\]: Takiego powiatu/,
  ],
  [
    'an open ring',
    (s) =>
      collection(
        s.map((f, i) => {
          const coordinates = f.geometry.coordinates.map((polygon) =>
            polygon.map((ring) => ring.slice(0, -1)),
          );
          return i === 2 ? { ...f, geometry: { type: 'MultiPolygon', coordinates } } : f;
        }),
      ),
    /obiekt 3: \[0203\]: Linia granicy/,
  ],
  [
    'a point abroad',
    (s) =>
      collection(
        s.map((f, i) =>
          i === 2 ? { ...f, geometry: moved(f.geometry, ([x = 0, y = 0]) => [x - 9, y]) } : f,
        ),
      ),
    /obiekt 3: \[0203\]: Granica wychodzi/,
  ],
  [
    'a line for a shape',
    (s) => collection([{ ...s[0], geometry: { type: 'LineString', coordinates: [] } }]),
    /obiekt 1: Obiekt nie jest/,
  ],
])('a file with %s is refused with the remedy', async (_, file, remedy) => {
  expect(await run(file(published()))).toBe(1);
  expect(said.join('\n')).toMatch(remedy);
  expect(await source()).toBeNull();
});

test('an official file takes the place of the drawn shapes; the same once more changes nothing', async () => {
  const before = await drawing();
  expect(await run(collection(published()), '--dry-run')).toBe(0);
  expect(said).toEqual([
    expect.stringMatching(/^Powiatów: 380, po uproszczeniu \d+ kB\.$/),
    expect.stringContaining('próba'),
  ]);
  expect(await drawing()).toBe(before);

  expect(await run(collection(published()))).toBe(0);
  expect(said.at(-1)).toBe('Zapisano.');
  const after = await drawing();
  expect(after.areas.map(({ code }) => code)).toEqual(before.areas.map(({ code }) => code));
  expect(await drawing()).toBe(after);
  const centre = ([x, y]: readonly [number, number]) => [Math.round(x), Math.round(y)];
  // The shapes lie more to the west, so the same place is now more to the east of the drawing.
  expect(centre(after.place(20.4, 49.7))[0]).toBeGreaterThan(centre(before.place(20.4, 49.7))[0] ?? 0);
  expect(await source()).toEqual({ source: 'Państwowy Rejestr Granic (GUGiK)', asOf: '2026-02-01' });
  const page = (await app.visitor.get('/territory')).text;
  expect(page).toContain('Państwowy Rejestr Granic (GUGiK), stan granic na 01.02.2026');

  app.setNow(new Date('2026-04-01T09:00:00Z'));
  expect(await run(collection(published()))).toBe(0);
  expect(said.at(-1)).toContain('Nic się nie zmieniło');
});

test('TopoJSON is read too, with codes as ids', async () => {
  expect(await run(drawn, '--source', 'Geodeta powiatowy', '--lang', 'en')).toBe(0);
  expect(said.at(-1)).toBe('Saved.');
  expect((await source())?.source).toBe('Geodeta powiatowy');
});

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { fillDirectory } from '#test/directory.ts';

let app: TestApp;
let ids: string[];
beforeAll(async () => {
  app = await testApp();
  ids = await fillDirectory(app, 40);
});
afterAll(() => app.drop());

const text = async (path: string): Promise<string> => {
  const answer = await app.visitor.get(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return answer.text;
};

test('every format holds the same entities', async () => {
  const json = JSON.parse(await text('/data/entities.json')) as { id: string; lat: number | null }[];
  expect(new Set(json.map(({ id }) => id))).toEqual(new Set(ids));
  const lines = (await text('/data/entities.ndjson')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(json);
  const rows = parse(await text('/data/entities.csv'), { columns: true }) as { id: string; name: string }[];
  expect(rows.map(({ id }) => id)).toEqual(json.map(({ id }) => id));
  const map = JSON.parse(await text('/data/entities.geojson')) as {
    type: string;
    features: { id: string; geometry: { coordinates: [number, number] } }[];
  };
  expect(map.type).toBe('FeatureCollection');
  expect(map.features.map(({ id }) => id)).toEqual(
    json.filter(({ lat }) => lat !== null).map(({ id }) => id),
  );
  for (const { geometry } of map.features) {
    const [lon, lat] = geometry.coordinates;
    expect(lon > 14 && lon < 24.3 && lat > 48.9 && lat < 55).toBe(true);
  }
});

test('offers, support and dictionaries can be taken too; what does not exist is missing', async () => {
  for (const file of ['offers.csv', 'offers.json', 'support.ndjson', 'terms.csv'])
    expect((await text(`/data/${file}`)).length).toBeGreaterThan(100);
  for (const file of ['offers.geojson', 'people.csv', 'entities.xls', '..%2Fentities.csv'])
    expect((await app.visitor.get(`/data/${file}`)).status, file).toBe(404);
});

test('changes since an instant, and an empty answer that is still a document', async () => {
  const future = await text('/data/entities.json?modified_after=2099-01-01');
  expect(JSON.parse(future)).toEqual([]);
  expect(JSON.parse(await text('/data/entities.geojson?modified_after=2099-01-01'))).toMatchObject({
    features: [],
  });
  expect((await app.visitor.get('/data/entities.json?modified_after=soon')).status).toBe(400);
});

test('the catalogue names every file, and each of them answers', async () => {
  const found = JSON.parse(await text('/data/catalogue.jsonld')) as {
    'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[] }[];
  };
  const urls = found['dcat:dataset'].flatMap((d) =>
    d['dcat:distribution'].map((f) => f['dcat:downloadURL']['@id']),
  );
  expect(urls).toHaveLength(13);
  for (const url of urls) expect((await app.visitor.get(new URL(url).pathname)).status, url).toBe(200);
});

test('a text that a spreadsheet would run stays a text', async () => {
  const [id = ''] = ids;
  await app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.run(sql`update directory.entity set name = '=1+1' where id = ${id}`),
  );
  expect(await text('/data/entities.csv')).toContain("'=1+1");
});

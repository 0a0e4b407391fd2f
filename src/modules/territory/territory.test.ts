import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.drop());

test('all 380 counties are answered without a key', async () => {
  const answer = await app.visitor.get('/api/v1/territory/counties');
  expect(answer.status).toBe(200);
  const counties = JSON.parse(answer.text) as { code: string; name: string; voivodeshipCode: string }[];
  expect(counties).toHaveLength(380);
  expect(new Set(counties.map((c) => c.code)).size).toBe(380);
  expect(counties).toContainEqual({ code: '1207', name: 'limanowski', voivodeshipCode: '12' });
  expect(counties.every((c) => c.code.startsWith(c.voivodeshipCode))).toBe(true);
});

test('a locality is found without its diacritics', async () => {
  const answer = await app.visitor.get('/api/v1/territory/localities?name=slopnice&county=1207');
  expect(JSON.parse(answer.text)).toMatchObject([{ name: 'Słopnice', countyCode: '1207' }]);
});

test('an unchanged list answers 304', async () => {
  const first = await app.visitor.get('/api/v1/territory/voivodeships');
  const again = await app.visitor.get('/api/v1/territory/voivodeships', {
    'if-none-match': first.headers.get('etag') ?? '',
  });
  expect(again.status).toBe(304);
});

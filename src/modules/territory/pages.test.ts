import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.drop());

const open = async (path: string, lang = 'pl') => {
  const answer = await app.visitor.get(path, { 'accept-language': lang });
  expect(answer.status, path).toBe(200);
  return answer.text;
};

test('the country is a map of 380 links and a table of voivodeships, and it is light', async () => {
  const text = await open('/territory');
  expect(text.match(/href="\/territory\/county\/\d{4}"/g)).toHaveLength(380);
  expect(text.match(/href="\/territory\/\d\d"/g)).toHaveLength(16);
  expect(text).toContain('<title>limanowski</title>');
  expect(text).toContain('380 powiatów');
  expect(text).toContain('2479 gmin');
  expect(gzipSync(text).length).toBeLessThan(40 * 1024);
});

test('a voivodeship shows its counties on a map and in a table', async () => {
  const text = await open('/territory/12', 'en');
  expect(text).toContain('Voivodeship: małopolskie');
  expect(new Set(text.match(/\/territory\/county\/\d{4}/g)).size).toBe(22);
  expect(text).toContain('city with county rights');
});

test('a county tells its gminas with codes, its neighbours and where the data come from', async () => {
  const text = await open('/territory/county/1207');
  expect(text).toContain('Powiat limanowski');
  expect(text).toContain('1207112');
  expect(text).toContain('miejska');
  expect(text).toContain('nieznany');
  for (const neighbour of ['1201', '1202', '1209', '1210', '1211'])
    expect(text, neighbour).toContain(`/territory/county/${neighbour}"`);
  expect(text).toContain('stan na 01.01.2026');
  expect(text).toContain('CC BY');
});

test('what does not exist is not found', async () => {
  for (const path of ['/territory/99', '/territory/county/1299', '/territory/county/abc'])
    expect((await app.visitor.get(path)).status, path).toBe(404);
});

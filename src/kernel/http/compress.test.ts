import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compress } from './compress.ts';

const words = 'wspólna sprawa '.repeat(200);
const app = new Hono()
  .use(compress())
  .get('/page', (c) => c.html(words))
  .get('/picture', (c) => c.body(words, 200, { 'content-type': 'image/png' }));
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { 'accept-encoding': 'gzip, br', ...headers } });

test('text goes out compressed, and says that it depends on the reader', async () => {
  const answer = await ask('/page');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(200);
  expect(gunzipSync(bytes).toString()).toBe(words);
});

test.each([
  ['a browser that cannot read it', '/page', { 'accept-encoding': '' }],
  ['a picture', '/picture', {}],
  [
    'somebody signed in, asked for by another site',
    '/page',
    { cookie: 'a=b', 'sec-fetch-site': 'cross-site' },
  ],
  ['somebody signed in, asked for by a neighbour', '/page', { cookie: 'a=b', 'sec-fetch-site': 'same-site' }],
  ['somebody signed in whose browser does not say who asks', '/page', { cookie: 'a=b' }],
])('%s is answered as it is', async (_, path, headers) => {
  const answer = await ask(path, headers);
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(words);
});

test.each(['same-origin', 'none'])('a page of one’s own is compressed (%s)', async (by) => {
  const answer = await ask('/page', { cookie: 'a=b', 'sec-fetch-site': by });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
});

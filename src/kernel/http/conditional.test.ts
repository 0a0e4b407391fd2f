import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compress } from './compress.ts';
import { conditional, tagOf } from './conditional.ts';

const words = 'Wydarzenia '.repeat(200);
const app = new Hono()
  .use(compress())
  .use(conditional())
  .get('/tagged', (c) => c.text(words, 200, { etag: tagOf(words), 'access-control-allow-origin': '*' }))
  .get('/plain', (c) => c.text(words))
  .get('/gone', (c) => c.text(words, 404, { etag: tagOf(words) }));
const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

test('what a reader has is not sent again, also when it came compressed', async () => {
  for (const accepted of ['', 'gzip']) {
    const first = await ask('/tagged', { 'accept-encoding': accepted });
    const tag = first.headers.get('etag') ?? '';
    expect(tag.startsWith('W/')).toBe(accepted === 'gzip');
    const again = await ask('/tagged', { 'accept-encoding': accepted, 'if-none-match': `"other", ${tag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    expect(again.headers.get('content-length')).toBeNull();
  }
});

test('everything else is sent whole', async () => {
  expect((await ask('/tagged', { 'if-none-match': '"other"' })).status).toBe(200);
  expect((await ask('/plain', { 'if-none-match': tagOf(words) })).status).toBe(200);
  expect((await ask('/gone', { 'if-none-match': tagOf(words) })).status).toBe(404);
  expect(tagOf('a')).not.toBe(tagOf('b'));
});

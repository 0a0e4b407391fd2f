import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Database } from '#kernel/db/database.ts';
import { metrics } from './metrics.ts';

const TOKEN = 'a token of the monitoring';
const db = new Database('postgres://nobody@127.0.0.1:1/none');

const asked = (token: string | undefined, peer: string, headers: Record<string, string> = {}) => {
  const app = new Hono().get('/metrics', metrics(db, token));
  return app.request('/metrics', { headers }, { incoming: { socket: { remoteAddress: peer } } });
};

test('without a token only the same machine reads them, and nobody through a proxy', async () => {
  const own = await asked(undefined, '127.0.0.1');
  expect(await own.text()).toContain('splot_pool_connections{state="total"} 0');
  expect((await asked(undefined, '::ffff:127.0.0.1')).status).toBe(200);
  expect((await asked(undefined, '::1')).status).toBe(200);
  expect((await asked(undefined, '192.168.1.5')).status).toBe(404);
  expect((await asked(undefined, '127.0.0.1', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(404);
});

test('with a token whoever shows it, from anywhere', async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  expect(
    (await asked(TOKEN.replaceAll(' ', '-'), '203.0.113.1', bearer(TOKEN.replaceAll(' ', '-')))).status,
  ).toBe(200);
  expect((await asked(TOKEN, '203.0.113.1', bearer('another'))).status).toBe(404);
  expect((await asked(TOKEN, '127.0.0.1')).status).toBe(404);
});

import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { buckets, rateLimit } from './rate-limit.ts';

test('a bucket empties, says how long to wait, and fills again', () => {
  let now = 0;
  const take = buckets({ burst: 2, perSecond: 0.5 }, () => now);
  expect([take('a').left, take('a').left]).toEqual([1, 0]);
  expect(take('a')).toEqual({ left: -1, wait: 2 });
  expect(take('b').left).toBe(1);
  now = 2;
  expect(take('a').left).toBe(0);
  now = 2_000;
  expect(take('a').left).toBe(1);
});

test('each token is counted by itself, and an empty bucket answers 429 with the time to wait', async () => {
  const app = new Hono();
  app.use('/api/*', rateLimit({ limit: { burst: 1, perSecond: 0.01 } }));
  app.get('/api/v1/x', (c) => c.json({}));
  const call = (token: string) => app.request('/api/v1/x', { headers: { authorization: `Bearer ${token}` } });
  const first = await call('one');
  expect(first.status).toBe(200);
  expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=1;w=100');
  expect(first.headers.get('ratelimit')).toBe('"calls";r=0;t=0');
  const second = await call('one');
  expect(second.status).toBe(429);
  expect(second.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(90);
  expect((await call('two')).status).toBe(200);
});

/** A call as the server sees it that listens on the network. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const limited = (proxies: number) => {
  const app = new Hono();
  app.use('/api/*', rateLimit({ limit: { burst: 1, perSecond: 0.01 }, proxies }));
  app.get('/api/v1/x', (c) => (c.req.header('authorization') ? c.json({}, 401) : c.json({})));
  return async (peer: string, headers: Record<string, string> = {}) =>
    (await app.request('/api/v1/x', { headers }, from(peer))).status;
};

test('without a trusted proxy nobody gets a new bucket by writing a header', async () => {
  const call = limited(0);
  expect(await call('203.0.113.1', { 'x-forwarded-for': '198.51.100.1' })).toBe(200);
  expect(await call('::ffff:203.0.113.1', { 'x-forwarded-for': '198.51.100.2' })).toBe(429);
  expect(await call('203.0.113.2')).toBe(200);
});

test('behind a trusted proxy the address counts that the proxy saw; of IPv6 the network', async () => {
  const call = limited(1);
  const through = (seen: string) => call('10.0.0.1', { 'x-forwarded-for': seen });
  expect(await through('198.51.100.9, 203.0.113.1')).toBe(200);
  expect(await through('198.51.100.8, 203.0.113.1')).toBe(429);
  expect(await through('203.0.113.2')).toBe(200);
  expect(await through('2001:db8::1')).toBe(200);
  expect(await through('2001:db8:0:0:5::2')).toBe(429);
  expect(await through('2001:db8:0:1::1')).toBe(200);
});

test('inventing tokens empties the bucket of the address that invents them', async () => {
  const call = limited(0);
  const invent = (peer: string, token: string) => call(peer, { authorization: `Bearer ${token}` });
  expect(await invent('203.0.113.1', 'a')).toBe(401);
  expect(await invent('203.0.113.1', 'b')).toBe(429);
  expect(await invent('203.0.113.2', 'c')).toBe(401);
});

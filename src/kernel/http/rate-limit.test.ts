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
  app.use('/api/*', rateLimit({ burst: 1, perSecond: 0.01 }));
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

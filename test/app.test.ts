import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from './app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.drop());

test('a visitor sees the home page in Polish, and in English when asked', async () => {
  const polish = await app.visitor.get('/');
  expect(polish.status).toBe(200);
  expect(polish.text).toContain('<html lang="pl"');
  const english = await app.visitor.get('/?lang=en');
  expect(english.text).toContain('<html lang="en"');
});

test('an address that does not exist answers 404 with a number to quote', async () => {
  const answer = await app.visitor.get('/nowhere');
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('Numer zgłoszenia');
});

test('a preference comes back to this site only', async () => {
  expect((await app.visitor.get('/preferences?size=b&back=/x')).location).toBe('/x');
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    expect((await app.visitor.get(`/preferences?size=b&back=${encodeURIComponent(back)}`)).location).toBe(
      '/',
    );
  }
});

test('a personal page is not fetched ahead: nobody has seen it', async () => {
  const ahead = await app.visitor.get('/cases', { 'sec-purpose': 'prefetch' });
  expect(ahead.status).toBe(503);
  expect(ahead.text).toBe('');
});

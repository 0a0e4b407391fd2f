import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { loadLibrary } from '../../demo/library/load.ts';
import { SECTIONS } from './schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await loadLibrary(app.parts);
}, 60_000);
afterAll(() => app.drop());

test('everything of the demonstration is read in Polish and in English', async () => {
  const seen = new Set<string>();
  for (const section of ['news', 'practices', 'results-base', 'library', 'models', 'pilots'])
    for (const page of [1, 2]) {
      const { text, status } = await app.visitor.get(`/${section}?page=${page}`);
      expect(status, section).toBe(200);
      for (const [, path = ''] of text.matchAll(
        /href="(\/(?:news|practices|results-base|library|models|pilots)\/[a-z0-9-]+)"/g,
      ))
        seen.add(path);
    }
  expect(seen.size).toBeGreaterThan(60);
  for (const path of seen)
    for (const lang of ['pl', 'en']) {
      const { status, text } = await app.visitor.get(`${path}?lang=${lang}`);
      expect([path, lang, status]).toEqual([path, lang, 200]);
      // No mark of Markdown is left standing in the text.
      expect(text.match(/:::\w+|\]\(https?:|^#{2,4} /m)?.[0], path).toBeUndefined();
    }
}, 120_000);

test.each([
  ['zamówienia zastrzeżone', 'zamówien'],
  ['spółdzielnią socjalną', 'spółdzieln'],
  ['umowy partnerskie', 'umow'],
  ['STOLOWKA szkolna', 'stołówk'],
  ['social cooperative', 'spółdzieln'],
])('a search for "%s" finds what is about it', async (q, word) => {
  const { text, status } = await app.visitor.get(`/knowledge?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  const titles = [...text.matchAll(/<article class="listed"[\s\S]*?<\/article>/g)].map(([all]) =>
    all.toLowerCase(),
  );
  expect(titles.length).toBeGreaterThan(2);
  expect(titles.slice(0, 5).some((title) => title.includes(word))).toBe(true);
});

test('a question of strange signs is a question like any other', async () => {
  for (const q of ["'", "a' | 'b", '<b>', '%_\\', ':*', '!', '()', 'ż'.repeat(200), '&amp;'])
    expect((await app.visitor.get(`/knowledge?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
});

test('how long a text takes is said of texts, not of covers of books nor of cards', async () => {
  expect((await app.visitor.get('/library/standard-wspolpracy/praca-i-zakupy')).text).toContain('czytania');
  for (const path of ['/library/standard-wspolpracy', '/models/klub-dzieciecy', '/practices/obiad-z-rozmowa'])
    expect((await app.visitor.get(path)).text, path).not.toContain('czytania');
});

test('feeds stand beside the list they are of, and the shelves before what is newest', async () => {
  for (const section of Object.keys(SECTIONS).filter((each) => each !== 'pages'))
    for (const format of ['atom', 'rss', 'json']) {
      const href = `/${section}/feed.${format}`;
      expect((await app.visitor.get(`/${section}`)).text).toContain(`<a href="${href}"`);
      expect((await app.visitor.get(href)).status, href).toBe(200);
    }
  const hub = (await app.visitor.get('/knowledge')).text;
  const main = hub.slice(hub.indexOf('<main'));
  expect(main.indexOf('href="/models"')).toBeLessThan(main.indexOf('class="listed"'));
  expect(main).toContain('href="/consultations"');
});

test('what rests on an act is found by the act, and is due when the act changes', async () => {
  const { text } = await app.visitor.get('/knowledge/acts/pzp');
  expect([...text.matchAll(/<article class="listed"/g)].length).toBeGreaterThan(3);
  expect((await app.visitor.get('/knowledge/acts/nothing')).status).toBe(404);
});

test('absurd addresses are missing pages', async () => {
  for (const path of [
    '/news/%00',
    '/news/..%2f',
    `/news/${'a'.repeat(500)}`,
    '/pages/nothing',
    '/practices/A',
  ])
    expect((await app.visitor.get(path)).status, path).toBe(404);
  expect((await app.visitor.get('/news?page=99999999')).status).toBe(200);
});

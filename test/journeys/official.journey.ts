import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, type PageOptions, problemsOf } from '#test/browser.ts';
import { DEMO_NOW, serveApp } from '#test/demo.ts';
import { enter, follow, whole } from '#test/steps.ts';
import { loadLibrary } from '../../src/demo/library/load.ts';

/** An official who knows nothing: home, the page for officials, the guide, a chapter, paper. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
const pages: Page[] = [];
const CHAPTER = 'main a[href^="/library/przewodnik-po-ekonomii-spolecznej/"]:not([href*="?"])';

beforeAll(async () => {
  app = await testApp(DEMO_NOW);
  await loadLibrary(app.parts);
  server = await serveApp(app);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function home(options: PageOptions = {}): Promise<Page> {
  const page = await newPage(server.url, options);
  pages.push(page);
  await page.goto('/');
  return page;
}

test('by keyboard from home to a chapter of the guide, and on paper', async () => {
  const page = await home();
  await whole(page);
  await enter(page, page.getByRole('link', { name: 'Pracuję w urzędzie lub ośrodku' }));
  await page.waitForURL('**/pages/dla-urzednika');
  await whole(page);
  await enter(page, page.locator('main a[href="/library/przewodnik-po-ekonomii-spolecznej"]').first());
  await whole(page);
  const chapter = page.locator(CHAPTER).first();
  await enter(page, chapter);
  await page.waitForURL(/\/library\/przewodnik-po-ekonomii-spolecznej\/[a-z-]+$/);
  await whole(page);
  expect(await page.getByRole('button', { name: 'Drukuj' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.site-foot').isVisible()).toBe(false);
  expect(await page.locator('main h1').isVisible()).toBe(true);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});

test('without a script, in English, on a phone', async () => {
  const page = await home({ javaScript: false, lang: 'en', viewport: { width: 390, height: 844 } });
  await follow(page, 'I work in an office or centre');
  expect(new URL(page.url()).pathname).toBe('/pages/dla-urzednika');
  await page.locator('main a[href="/library/przewodnik-po-ekonomii-spolecznej"]').first().click();
  await page.locator(CHAPTER).first().click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('h1').count()).toBe(1);
  await page.goto('/site-map');
  await follow(page, /^Contact$/);
  expect(await page.locator('a[href="tel:112"]').count()).toBe(1);
});

test.each(['/site-map', '/contact', '/newsletter', '/legal', '/privacy', '/accessibility'])(
  '%s is whole on a phone in both languages',
  async (path) => {
    for (const lang of ['pl', 'en'] as const) {
      const page = await home({ lang, viewport: { width: 390, height: 844 } });
      await page.goto(path);
      await whole(page);
      await page.context().close();
    }
  },
);

test('no page had an error of script or policy', () => {
  expect(pages.flatMap((page) => [...problemsOf(page)])).toEqual([]);
});

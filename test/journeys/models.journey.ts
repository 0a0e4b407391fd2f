import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { enter, expectNoOverflow, tabTo, whole } from '#test/steps.ts';
import { loadLibrary } from '../../src/demo/library/load.ts';

/**
 * An official who knows nothing computes a first budget from a model: at the keyboard, in Polish and English, on a phone and
 * without scripts. Where scripts run, the outcome follows what is typed.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let eyes: Page;
beforeAll(async () => {
  app = await testApp(new Date('2026-11-20T09:00:00Z'));
  await loadLibrary(app.parts);
  server = await serveApp(app);
  eyes = await newPage(server.url, { viewport: { width: 390, height: 844 } });
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** The checker of accessibility needs scripts, so the same page is opened where they run. */
async function look(page: Page): Promise<void> {
  await expectNoOverflow(page);
  await eyes.goto(page.url());
  await whole(eyes);
}

test.each([
  {
    lang: 'pl',
    title: 'Stołówka i katering szkolny',
    calculate: 'Policz własny budżet',
    submit: 'Przelicz',
    breakEven: '1. miesiąc',
    wrong: 'Cena sztuki: Wpisz kwotę',
    compare: 'Porównaj z innym modelem',
    second: 'Porównaj',
  },
  {
    lang: 'en',
    title: 'School canteen and catering',
    calculate: 'Calculate your own budget',
    submit: 'Calculate',
    breakEven: 'month 1',
    wrong: 'Price of a unit: Enter an amount',
    compare: 'Compare with another model',
    second: 'Compare',
  },
] as const)('a first budget at the keyboard without scripts: $lang', async (words) => {
  const page = await newPage(server.url, {
    lang: words.lang,
    javaScript: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto('/models');
  await look(page);
  await enter(page, page.getByRole('link', { name: words.title }));
  await look(page);
  await enter(page, page.getByRole('link', { name: words.calculate }));
  await look(page);
  const price = page.locator('[name=price]');
  await tabTo(page, price);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('drogo');
  await enter(page, page.getByRole('button', { name: words.submit }));
  // What was typed is still there, and the summary leads to it.
  await look(page);
  expect(await price.inputValue()).toBe('drogo');
  expect(await page.locator('#errors').textContent()).toContain(words.wrong);
  await tabTo(page, price);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('26,50');
  await enter(page, page.getByRole('button', { name: words.submit }));
  await look(page);
  expect(await page.locator('#outcome').textContent()).toContain(words.breakEven);
  expect(await page.locator('#months tbody tr').count()).toBe(36);
  await page.goBack();
  await page.goto('/models/stolowka-i-katering-szkolny');
  await enter(page, page.getByRole('link', { name: words.compare }));
  await page.locator('[name=m2]').selectOption('pralnia-i-obieg-odziezy');
  await enter(page, page.getByRole('button', { name: words.second, exact: true }));
  expect(await page.locator('thead th').count()).toBe(3);
  await look(page);
});

test('where scripts run the outcome follows typing, and the address holds the budget', async () => {
  const page = await newPage(server.url, { lang: 'pl' });
  await page.goto('/models/uslugi-opiekuncze-w-domu/budget');
  const outcome = page.locator('#outcome');
  const before = await outcome.textContent();
  await page.locator('[name=price]').fill('40');
  await page.waitForFunction((old) => document.querySelector('#outcome')?.textContent !== old, before);
  expect(await outcome.textContent()).toContain('nie w ciągu 36 miesięcy');
  expect(page.url()).toContain('price=40');
  await page.reload();
  expect(await page.locator('[name=price]').inputValue()).toBe('40');
  await expectNoOverflow(page);
  expect(problemsOf(page)).toEqual([]);
});

test('pilots, adopters and the franchise are read on a phone', async () => {
  const page = await newPage(server.url, { lang: 'pl', viewport: { width: 390, height: 844 } });
  for (const path of [
    '/pilots',
    '/pilots/punkt-odpadow-naklo',
    '/models/adopters',
    '/models/stolowka-i-katering-szkolny/franchise',
  ]) {
    await page.goto(path);
    await whole(page);
  }
  expect(problemsOf(page)).toEqual([]);
});

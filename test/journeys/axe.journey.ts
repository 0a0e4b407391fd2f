import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '#test/app.ts';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { crawl, fullest, ROLES } from '#test/crawler.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { expectNoOverflow, signIn } from '#test/steps.ts';

/**
 * The fullest page of every kind that a role reaches by links breaks no rule of accessibility, is not wider than the
 * window, and errs nowhere. The first role that reaches a kind sees it on a desk and on a phone, and every second kind
 * in English too; the next roles see it on the phone, where most can go wrong.
 */
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;

beforeAll(async () => {
  app = await demoApp();
  server = await serveApp(app);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

const seen = new Set<string>();
/** The same for everybody apart from the header, so one reader is enough. */
const PUBLIC =
  /^\/(directory|data|territory|procurement|enquiries\/new|news|practices|results-base|pages|models|pilots|knowledge|library\/:|events|consultations|comments|discussions|newsletter|contact|legal|site-map)/;
const inEnglish = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=en`;

async function faultsOf(page: Page, path: string, sizes: readonly (typeof DESK)[]): Promise<string[]> {
  const before = problemsOf(page).length;
  const faults: string[] = [];
  const note = (error: Error) => faults.push(error.message);
  await page.setViewportSize(sizes[0] ?? DESK);
  await page.goto(path, { waitUntil: 'load' });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectNoOverflow(page).catch(note);
    await axe(page).catch(note);
  }
  return [...faults, ...problemsOf(page).slice(before)].map((fault) => `${path}: ${fault}`);
}

async function check(page: Page, reader: Browser, start: string): Promise<void> {
  const pages = fullest(await crawl(reader, start, 'pl'));
  expect(pages.length).toBeGreaterThan(3);
  const faults: string[] = [];
  for (const { path, kind } of pages) {
    if (seen.has(kind) && PUBLIC.test(kind)) continue;
    faults.push(...(await faultsOf(page, path, seen.has(kind) ? [PHONE] : [DESK, PHONE])));
    if (!seen.has(kind) && seen.size % 2 === 0)
      faults.push(...(await faultsOf(page, inEnglish(path), [PHONE])));
    seen.add(kind);
  }
  expect(faults.join('\n')).toBe('');
}

describe.each(ROLES)('%s', (role) => {
  test('reaches only accessible pages', async () => {
    const page = await newPage(server.url);
    await signIn(page, `${role}@splot.example`);
    await check(page, await app.worker(role), '/work');
    await page.context().close();
  }, 300_000);
});

test('a visitor reaches only accessible pages', async () => {
  await check(await newPage(server.url), app.visitor, '/');
}, 300_000);

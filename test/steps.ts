import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../src/demo/workers.ts';
import type { TestApp } from './app.ts';
import { axe } from './browser.ts';

/** Steps of journeys that repeat: what a person does at the keyboard, and what every page must be. */

/** Signs in through the page, as people do, and ends where the person is led. */
export async function signIn(page: Page, email: string, password: string = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#f-email').fill(email);
  await page.locator('#f-password').fill(password);
  await page.locator('#f-password').press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** A session without the page of sign-in, for journeys that are about something else. */
export async function signInAs(page: Page, app: TestApp, accountId: string): Promise<void> {
  const [name = '', value = ''] = (await app.auth.sessionCookie(accountId)).split('=', 2);
  await page.goto('/accessibility');
  await page.context().addCookies([{ name, value, url: page.url() }]);
}

/** Goes on with Tab until the focus is there; fails when the keyboard cannot reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  if (!element) throw new Error('there is nothing to reach');
  for (let n = 0; n < 150; n++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard cannot reach ${String(target)} on ${page.url()}`);
}

/** Reaches a field with Tab and types. */
export async function typeInto(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, page.locator(`[name="${name}"]:not([type=hidden])`).first());
  await page.keyboard.type(value);
}

/** Reaches a list with Tab and goes down it to the choice whose words begin so. */
export async function chooseIn(page: Page, name: string, wanted: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`);
  await tabTo(page, list);
  const chosen = () =>
    list.evaluate((node) => (node instanceof HTMLSelectElement ? node.selectedOptions[0]?.label : ''));
  const length = await list.locator('option').count();
  for (let n = 0; n < length; n++) {
    if ((await chosen())?.startsWith(wanted)) return;
    await page.keyboard.press('ArrowDown');
  }
  const choices = await list.locator('option').allTextContents();
  throw new Error(`"${wanted}" is not among the choices of ${name}: ${choices.join(', ')}`);
}

/** Reaches a link or a button and presses Enter; ends when the next page is there. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

/** Sends the form by its filled button, and expects the next page rather than a form that came back. */
export async function submit(page: Page, name?: string): Promise<void> {
  const button = name
    ? page.getByRole('button', { name, exact: true })
    : page.locator('main form button[data-variant=primary]').last();
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
  const errors = page.locator('[data-errors]');
  if (await errors.count()) throw new Error(`${page.url()}: ${await errors.first().textContent()}`);
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.locator('main').getByRole('link', { name }).first();
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()]);
}

/** A page as it must be: one heading, nothing wider than the window, no rule of accessibility broken. */
export async function whole(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), `${page.url()} has one h1`).toBe(1);
  await expectNoOverflow(page);
  await axe(page);
}

export async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** The choice of a list whose words hold `words`; pages name workers with their institutions. */
export async function choose(page: Page, name: string, words: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`);
  const value = await list.locator('option', { hasText: words }).first().getAttribute('value');
  await list.selectOption(value);
}

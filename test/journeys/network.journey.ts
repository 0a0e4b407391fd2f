import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { chooseIn, enter, follow, signIn, submit, tabTo, typeInto, whole } from '#test/steps.ts';

/**
 * A coordinator looks at who works with whom, finds a similar partnership and asks it for a visit, at the keyboard. A
 * regional institution sees how the partnerships of its voivodeship fare and publishes a call that anybody reads.
 */
let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
const PICTURES = process.env.NETWORK_PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  app = await demoApp(28);
  server = await serveApp(app);
}, 240_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

const PHONE = { width: 390, height: 844 };

test('a coordinator sees who works with whom, finds somebody alike and asks for a visit', async () => {
  const page = await newPage(server.url, { viewport: { width: 1440, height: 900 } });
  await signIn(page, 'koordynator@splot.example');
  await page.goto('/partnerships');
  await follow(page, 'Partnerstwo Ziemi Limanowskiej');
  await page.getByRole('link', { name: 'Współpraca', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Zdrowie partnerstwa' }).waitFor();
  await whole(page);
  await picture(page, 'cooperation');
  await enter(page, page.getByRole('link', { name: 'skierowania', exact: true }));
  await page.getByText('Wiersz kieruje, kolumna przyjmuje').waitFor();
  await whole(page);
  await page.setViewportSize(PHONE);
  await whole(page);
  await picture(page, 'cooperation-phone');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto('/network');
  await whole(page);
  await picture(page, 'network');
  await typeInto(page, 'q', 'spółdzielniom');
  await page.keyboard.press('Enter');
  await follow(page, /Partnerstwo Gorlickie/);
  await whole(page);
  await picture(page, 'card');
  await page.goto('/network');
  const own = page.getByRole('link', { name: 'Partnerstwo Ziemi Limanowskiej' }).first();
  await enter(page, own);
  await enter(page, page.getByRole('link', { name: 'Podobne partnerstwa' }));
  await page.getByText('Każda wspólna rzecz liczy się tak samo').waitFor();
  await whole(page);
  await picture(page, 'similar');

  await page.goto('/network?hosts=yes&region=18');
  await follow(page, /Partnerstwo Krośnieńskie/);
  await enter(page, page.getByRole('link', { name: 'Umów wizytę' }));
  await whole(page);
  await chooseIn(page, 'guest', 'Partnerstwo Ziemi');
  await chooseIn(page, 'topic', 'CIS, KIS');
  await typeInto(page, 'wish', 'Jak wyglądają przejścia z WTZ do ZAZ?');
  await submit(page);
  await page.getByText('czeka na odpowiedź gospodarzy').first().waitFor();
  await whole(page);
  await page.goto('/network/visits');
  await whole(page);
  await picture(page, 'visits');
  for (const path of ['/network/announcements', '/network/questions', '/network/questions/new']) {
    await page.goto(path);
    await whole(page);
  }
  expect(problemsOf(page)).toEqual([]);
}, 180_000);

test('a regional institution sees the process of its partnerships and publishes a call', async () => {
  const page = await newPage(server.url, { lang: 'en', viewport: { width: 1440, height: 900 } });
  await signIn(page, 'rops@splot.example');
  await page.goto('/region');
  await page.getByRole('heading', { name: 'The voivodeship together' }).waitFor();
  await whole(page);
  await picture(page, 'region');
  expect(await page.locator('main').textContent()).toContain('< 5');
  await page.setViewportSize(PHONE);
  await whole(page);
  await picture(page, 'region-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/region/calls');
  await whole(page);
  await enter(page, page.getByRole('link', { name: 'New call' }));
  await typeInto(page, 'title', 'Nabór na mobilne punkty');
  await typeInto(page, 'lead', 'Pieniądze na dojazd doradców do wsi.');
  await typeInto(page, 'opensOn', '18.11.2026');
  await typeInto(page, 'closesOn', '18.10.2026');
  await typeInto(page, 'criteria', 'Partnerstwo obejmuje co najmniej trzy gminy.');
  const publish = page.getByRole('button', { name: 'Save and publish' });
  await enter(page, publish);
  // The end before the beginning: nothing typed is lost.
  await whole(page);
  expect(await page.locator('[name=title]').inputValue()).toBe('Nabór na mobilne punkty');
  const closes = page.locator('[name=closesOn]');
  await tabTo(page, closes);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('18.12.2026');
  await enter(page, publish);
  await page.getByRole('heading', { name: 'Nabór na mobilne punkty' }).waitFor();
  await whole(page);
  await page.goto('/region/calendar');
  await whole(page);
  await picture(page, 'calendar');
  // The browser says that the form came back with an error.
  expect(problemsOf(page).filter((told) => !told.includes('422'))).toEqual([]);

  const visitor = await newPage(server.url, { viewport: PHONE, javaScript: false });
  await visitor.goto('/network/calls');
  expect(await visitor.locator('main').textContent()).toContain('Nabór na mobilne punkty');
  await picture(visitor, 'calls-phone');
  for (const path of ['/network', '/network/announcements', '/network/calendar?region=12']) {
    const answer = await visitor.goto(path);
    expect(answer?.status(), path).toBe(200);
  }
  await picture(visitor, 'network-phone');
}, 180_000);

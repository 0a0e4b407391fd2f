import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf, screenshot } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { chooseIn, enter, follow, signInAs, submit, tabTo, typeInto, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/** A clerk finds catering for a school, asks three at once, one answers from the letter, the clerk compares and closes. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let clerk: Page;

const NAMES = ['Kuchnia pod Lipą', 'Smaczna Dolina', 'Obiady u Sąsiada'];

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  for (const [index, shortName] of NAMES.entries())
    await makeEntity(app, {
      name: `Spółdzielnia Socjalna „${shortName}”`,
      shortName,
      email: `kuchnia${index}@example.org`,
      places: [
        {
          ...{ name: '', kind: 'physical', isMain: true, street: '', postalCode: '34-600', localityId: null },
          ...{ locality: 'Limanowa', gminaId: null, countyCode: '1207', lat: 49.7 + index / 50, lon: 20.43 },
          ...{ directions: '', access: [], opening: [] },
        },
      ],
      offers: [
        {
          ...{
            category: 'catering',
            name: 'Obiady szkolne',
            description: '',
            priceFrom: 1600,
            priceTo: null,
          },
          ...{ priceUnit: 'porcja', capacity: 300, capacityUnit: 'porcji', leadDays: 3, rangeKm: 30 },
          ...{ reservedBasis: ['ues_26'], certificates: '', samples: '', active: true, codes: [] },
        },
      ],
    });
  const worker = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'OPS'), [
    'social_worker',
  ]);
  await makeAccount(app, worker);
  clerk = await newPage(server.url);
  await signInAs(clerk, app, worker.accountId);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** The link in the newest letter to this address. */
async function linkTo(address: string): Promise<string> {
  await runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts),
    clock: app.parts.clock,
  });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  const letter = mails.find((mail) => mail.to === address);
  return /\/enquiries\/(?:received\/)?[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '';
}

/** Nobody fills a form in within a moment; the clock of the test stands still. */
const later = () => app.setNow(new Date(app.parts.clock().getTime() + 60_000));

test('the clerk finds three and sends one enquiry to all, by keyboard', async () => {
  await clerk.goto('/directory?q=obiady&where=Limanowa');
  await whole(clerk);
  await enter(clerk, clerk.locator('form.search-ask button'));
  await whole(clerk);
  await chooseIn(clerk, 'category', 'gastronomia');
  await typeInto(clerk, 'description', 'Obiady dwudaniowe od poniedziałku do piątku.');
  await typeInto(clerk, 'quantity', '120');
  await typeInto(clerk, 'quantityUnit', 'porcji');
  await typeInto(clerk, 'place', 'Limanowa');
  later();
  await enter(clerk, clerk.locator('main form button[data-variant=primary]').last());
  await whole(clerk);
  await screenshot(clerk, 'enquiry-choose');
  expect(await clerk.locator('input[name="entity[]"]:checked').count()).toBe(3);
  await enter(clerk, clerk.locator('main form button[data-variant=primary]').last());
  await whole(clerk);
  expect(await clerk.textContent('main')).toContain('Odpowiedziało 0 z 3');
});

test('one of them answers from the letter, on a phone without JavaScript and without an account', async () => {
  const phone = await newPage(server.url, { viewport: { width: 390, height: 844 }, javaScript: false });
  await phone.goto(await linkTo('kuchnia1@example.org'));
  expect(await phone.textContent('main')).toContain('Obiady dwudaniowe');
  await phone.locator('[name=price]').fill('17,50');
  await submit(phone, 'Wyślij ofertę');
  expect(await phone.textContent('main')).toContain('Odpowiedź jest wysłana');
  const page = await newPage(server.url, { viewport: { width: 390, height: 844 } });
  await page.goto(await linkTo('kuchnia0@example.org'));
  await whole(page);
  expect(problemsOf(page)).toEqual([]);
});

test('the clerk compares and closes, and adds the clause to the register', async () => {
  await clerk.reload();
  await whole(clerk);
  expect(await clerk.textContent('main')).toContain('2\u00a0100,00\u00a0zł');
  await screenshot(clerk, 'enquiry-compare');
  await enter(clerk, clerk.getByRole('link', { name: 'Zakończ zapytanie' }));
  await whole(clerk);
  await tabTo(clerk, clerk.locator('input[name=chosen]').first());
  await clerk.keyboard.press('Space');
  await enter(clerk, clerk.locator('main form button[data-variant=primary]').last());
  expect(await clerk.textContent('main')).toContain('Wybrano: Smaczna Dolina');
  await whole(clerk);
  await follow(clerk, 'Dopisz klauzulę do rejestru');
  await whole(clerk);
  expect(problemsOf(clerk)).toEqual([]);
});

test('a visitor without an account and without JavaScript asks and confirms by mail', async () => {
  const page = await newPage(server.url, { javaScript: false });
  await page.goto('/enquiries/new');
  for (const [name, value] of Object.entries({
    ...{ subject: 'Catering', description: 'Na festyn', place: 'Limanowa' },
    ...{ name: 'Szkoła nr 2', email: 'szkola@example.org' },
  }))
    await page.locator(`[name=${name}]`).fill(value);
  await page.locator('[name=category]').selectOption('catering');
  later();
  await submit(page);
  await submit(page);
  expect(await page.textContent('main')).toContain('list z odsyłaczem');
  await page.goto(await linkTo('szkola@example.org'));
  await submit(page);
  expect(await page.textContent('main')).toContain('Odpowiedziało 0 z 3');
});

test('the assistant and the register are whole, also on a phone', async () => {
  const phone = await newPage(server.url, { viewport: { width: 390, height: 844 }, lang: 'en' });
  for (const path of [
    '/procurement/assistant?band=above&subject=services&buyer=public',
    '/procurement/register',
  ]) {
    await phone.goto(path);
    await whole(phone);
  }
  expect(problemsOf(phone)).toEqual([]);
});

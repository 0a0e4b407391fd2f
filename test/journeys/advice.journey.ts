import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf, screenshot } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeInstitution } from '#test/factories.ts';
import { enter, signInAs, submit, typeInto, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/** A question from a phone without an account is answered, read by the link and rated; a call is answered at once. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let phone: Page;
let adviser: Page;

const EMAIL = 'pytam@example.org';

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const desk = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt regionalny' });
  const worker = await makeAdviser(app.adminUrl, rops, desk);
  await makeAccount(app, worker);
  phone = await newPage(server.url, { viewport: { width: 390, height: 844 } });
  adviser = await newPage(server.url, { lang: 'en' });
  await signInAs(adviser, app, worker.accountId);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** Nobody fills a form in within a moment; the clock of the test stands still. */
const later = () => app.setNow(new Date(app.parts.clock().getTime() + 60_000));

test('somebody asks on a phone, and sees the telephones when the words are of a crisis', async () => {
  await phone.goto('/');
  await phone.goto('/advice');
  await whole(phone);
  await phone.locator('[name=words]').fill('Nie chcę już żyć, straciłam pracę i mieszkanie.');
  await phone.locator('splot-asked [data-help]:not([hidden])').waitFor();
  expect(await phone.textContent('splot-asked [data-help]')).toContain('116 123');
  await phone.locator('[name=words]').fill('Czy w CIS dostanę pieniądze na dojazd? Mieszkam daleko.');
  await phone.locator('[name=email]').fill(EMAIL);
  later();
  await submit(phone, 'Wyślij pytanie');
  await whole(phone);
  expect(await phone.textContent('main')).toContain('Zapisz odsyłacz albo kod');
  await screenshot(phone, 'advice-asked');
});

test('the adviser answers by keyboard', async () => {
  await adviser.goto('/advice/desk?view=unassigned');
  await whole(adviser);
  await enter(adviser, adviser.locator('main table a').first());
  await whole(adviser);
  await typeInto(adviser, 'body', 'Tak. Poproś CIS o zwrot kosztów dojazdu na piśmie.');
  await screenshot(adviser, 'advice-question');
  await enter(adviser, adviser.locator('button[name=step][value=send]'));
  await whole(adviser);
  expect(await adviser.textContent('main')).toContain('The answer is sent.');
  expect(problemsOf(adviser)).toEqual([]);
});

test('who asked reads the answer by the link from the letter and says that it helped', async () => {
  const { adminUrl, db, parts } = app;
  await runQueueOnce({ adminUrl, db, jobs: moduleJobs(parts), clock: parts.clock });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  const letter = mails.find(({ to, subject }) => to === EMAIL && subject.includes('odpowiedź'));
  const link = /\/advice\/q\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '';
  await phone.goto(link);
  await whole(phone);
  expect(await phone.textContent('main')).toContain('zwrot kosztów dojazdu');
  await phone.getByLabel('bardzo').check();
  await submit(phone, 'Oceń');
  await whole(phone);
  expect(await phone.textContent('main')).toContain('Dziękujemy za ocenę.');
  expect(problemsOf(phone)).toEqual([]);
});

test('a call is written down while it goes on and answered at once', async () => {
  await adviser.goto('/advice/desk/call');
  await whole(adviser);
  const kept = adviser.waitForResponse((response) => response.url().endsWith('/typing'));
  await typeInto(adviser, 'words', 'Gmina pyta o tryb uproszczony.');
  await kept;
  await adviser.reload();
  expect(await adviser.locator('[name=words]').inputValue()).toContain('tryb uproszczony');
  await typeInto(adviser, 'answer', 'Do 10 tysięcy złotych i 90 dni.');
  await enter(adviser, adviser.locator('main form button[data-variant=primary]'));
  await whole(adviser);
  expect(await adviser.textContent('main')).toContain('said in a talk');
  expect(problemsOf(adviser)).toEqual([]);
});

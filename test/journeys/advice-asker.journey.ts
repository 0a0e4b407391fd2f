import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vector } from '#kernel/words/words.ts';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin, makeAccount, makeInstitution } from '#test/factories.ts';
import { follow, signInAs, submit, whole } from '#test/steps.ts';

/** Who asks: somebody in danger on a small phone, somebody on a slow or old device, somebody with an account. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let account: string;
const TITLE = 'Trampolina dla kooperatyw';

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const desk = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt regionalny' });
  const worker = await makeAdviser(app.adminUrl, rops, desk);
  await makeAccount(app, worker);
  account = worker.accountId;
  const { versionId } = await makeDocument(app.adminUrl, {
    kind: 'advice',
    title: TITLE,
    lead: 'Krok po kroku.',
  });
  await asAdmin(app.adminUrl, (run) =>
    run('update library.version set words = $2::tsvector where id = $1', [
      versionId,
      vector({ A: TITLE, B: '', C: '' }, []),
    ]),
  );
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** Nobody fills a form in within a moment; the clock of the test stands still. */
const later = () => app.setNow(new Date(app.parts.clock().getTime() + 60_000));
const question = (page: Page, words: string) => page.locator('[name=words]').fill(words);

test('somebody in danger keeps the telephones in sight while writing, in Ukrainian on a small phone', async () => {
  const phone = await newPage(server.url, { lang: 'uk', viewport: { width: 360, height: 640 } });
  await phone.goto('/');
  await follow(phone, 'Запитайте консультанта');
  await whole(phone);
  await question(phone, 'Я більше не хочу жити, чоловік мене б’є.');
  await phone.locator('splot-asked[data-danger]').waitFor();
  await phone.getByRole('textbox', { name: 'Ваше запитання' }).evaluate((node) => node.scrollIntoView());
  for (const number of ['112', '116 123'])
    expect(
      await phone.locator('.asked-now').getByRole('link', { name: number, exact: true }).isVisible(),
    ).toBe(true);
  const at = await phone.locator('.asked-now').boundingBox();
  expect(at && at.y >= 0 && at.y + at.height <= 640).toBe(true);
  expect(await phone.getByRole('alert').first().textContent()).toContain('Зателефонуйте зараз');
  later();
  await submit(phone, 'Надіслати запитання');
  await whole(phone);
  expect(await phone.textContent('main')).toContain('Збережіть посилання або код');
  expect(problemsOf(phone)).toEqual([]);
});

test('a slow network does not hold the question up, and a listener is told how many texts there are', async () => {
  const page = await newPage(server.url);
  await page.goto('/advice');
  await question(page, `Czym jest ${TITLE}?`);
  await page.getByRole('status').filter({ hasText: 'pytaniem: 1' }).waitFor({ state: 'attached' });
  await page.route('**/advice/suggest', () => undefined);
  const asked = page.waitForRequest('**/advice/suggest');
  await question(page, `Czym jest ${TITLE} i kto ją prowadzi?`);
  await asked;
  later();
  await submit(page, 'Wyślij pytanie');
  await page.waitForURL(/done=sent/);
});

test('without a script the answers are shown once, and nothing typed is lost', async () => {
  const page = await newPage(server.url, { javaScript: false });
  await page.goto('/advice');
  await question(page, `Czym jest ${TITLE}?`);
  later();
  await submit(page, 'Wyślij pytanie');
  expect(await page.textContent('main')).toContain('Może odpowiedź już jest');
  await submit(page, 'Wyślij pytanie');
  await page.waitForURL(/done=sent/);
});

test('an official finds the own question by the account, and takes it back', async () => {
  const page = await newPage(server.url);
  await signInAs(page, app, account);
  await page.goto('/account');
  await follow(page, 'Pokaż pytania');
  await whole(page);
  await follow(page, 'Zadaj pytanie');
  await question(page, 'Czy PUP może skierować osobę do CIS?');
  later();
  await submit(page, 'Wyślij pytanie');
  await follow(page, 'Moje pytania');
  await whole(page);
  await follow(page, 'Czy PUP może skierować osobę do CIS?');
  await whole(page);
  await follow(page, 'Usuń całe pytanie');
  await whole(page);
  await submit(page);
  await whole(page);
  const main = await page.textContent('main');
  expect(main).toContain('zostały usunięte');
  expect(main).not.toContain('Czy PUP');
  expect(problemsOf(page)).toEqual([]);
});

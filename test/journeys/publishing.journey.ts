import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { chooseIn, enter, signInAs, tabTo, typeInto, whole } from '#test/steps.ts';

/** One editor writes by keyboard, another approves without a script, and everybody reads. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
const pages: Page[] = [];

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function editor(institution: Awaited<ReturnType<typeof makeInstitution>>, options = {}): Promise<Page> {
  const account = await makeAccount(app, await makeWorker(app.adminUrl, institution, ['editor']));
  const page = await newPage(server.url, options);
  await signInAs(page, app, account);
  pages.push(page);
  return page;
}

test('publish with four eyes', async () => {
  const institution = await makeInstitution(app.adminUrl, 'OWES');
  const writer = await editor(institution);
  await writer.goto('/library/edit/new');
  await chooseIn(writer, 'kind', 'Aktualność');
  await chooseIn(writer, 'lang', 'polski');
  await typeInto(writer, 'title', 'Spotkanie w Tymbarku');
  await enter(writer, writer.locator('main form button[data-variant=primary]'));
  await writer.waitForURL(/\/library\/edit\/[0-9a-f-]{36}$/);
  await whole(writer);

  // Buttons and keys write Markdown; undo takes it back as it takes back typing.
  const body = writer.locator('textarea[name=body]');
  const button = (name: string) => writer.getByRole('button', { name, exact: true });
  await tabTo(writer, body);
  await writer.keyboard.type('ważne');
  await writer.keyboard.press('Control+a');
  await writer.keyboard.press('Control+b');
  expect(await body.inputValue()).toBe('**ważne**');
  await writer.keyboard.press('Control+z');
  expect(await body.inputValue()).toBe('ważne');
  await writer.keyboard.press('Control+b');
  await writer.keyboard.press('Control+b');
  await writer.keyboard.press('Control+b');
  await writer.keyboard.press('ArrowRight');
  await writer.keyboard.press('End');
  await writer.keyboard.type('\nPierwszy\nDrugi');
  await writer.keyboard.press('Shift+ArrowUp');
  await writer.keyboard.press('Shift+Home');
  await button('Lista').focus();
  await writer.keyboard.press('Enter');
  expect(await body.inputValue()).toBe('**ważne**\n- Pierwszy\n- Drugi');
  await writer.keyboard.press('Control+End');
  await writer.keyboard.type('\n\n');
  await writer.keyboard.press('Control+k');
  await writer.keyboard.type('pomoc');
  expect(await body.inputValue()).toContain('[pomoc](https://)');
  await writer.keyboard.press('Control+End');
  await writer.keyboard.type('\n');
  await button('Ramka').click();
  await writer.keyboard.type('Uwaga');
  await writer.keyboard.press('Control+End');
  await button('Tabela').click();
  await writer.keyboard.type('Kto');

  // What was typed is kept by itself, and the view beside it follows.
  const preview = writer.locator('#preview');
  await expect.poll(() => preview.locator('strong').textContent()).toBe('ważne');
  expect(await preview.locator('li').count()).toBe(2);
  expect(await preview.locator('table th').first().textContent()).toBe('Kto');
  await whole(writer);

  await typeInto(writer, 'change_note', 'Pierwsza wersja');
  await enter(writer, writer.locator('button[name=step][value=propose]'));
  await whole(writer);
  expect(await writer.locator('form[action$="/approve"]').count()).toBe(0);
  const look = new URL(writer.url()).pathname;

  // The second pair of eyes works without a script, in English.
  const second = await editor(institution, { javaScript: false, lang: 'en' });
  await second.goto('/library/edit?view=proposed');
  await second.getByRole('link', { name: 'Spotkanie w Tymbarku' }).click();
  expect(new URL(second.url()).pathname).toBe(look.endsWith('/look') ? look : `${look}/look`);
  await second.locator('form[action$="/approve"] button[data-variant=primary]').click();

  const reader = await newPage(server.url, { viewport: { width: 390, height: 844 } });
  pages.push(reader);
  await reader.goto('/');
  await reader.getByRole('link', { name: 'Spotkanie w Tymbarku' }).click();
  expect(await reader.locator('h1').textContent()).toBe('Spotkanie w Tymbarku');
  expect(await reader.locator('main strong').first().textContent()).toBe('ważne');
  await whole(reader);
});

test('no page had an error of script or policy', () => {
  expect(pages.flatMap((page) => [...problemsOf(page)])).toEqual([]);
});

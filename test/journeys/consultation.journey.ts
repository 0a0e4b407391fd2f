import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { enter, expectNoOverflow, signInAs, typeInto } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';
import { loadLibrary } from '../../src/demo/library/load.ts';

/**
 * A standard is put to everybody: a visitor without scripts speaks about a paragraph on a phone and confirms it from a
 * letter, an institution speaks by keyboard, an editor answers, and the report says so. In two languages.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let editor: Page;
let office: Page;
let visitor: Page;
let round = '';
const PICTURES = process.env.CONSULTATION_PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  app = await testApp();
  await loadLibrary(app.parts);
  server = await serveApp(app);
  const owes = await makeInstitution(app.adminUrl, 'OWES');
  const ops = await makeInstitution(app.adminUrl, 'OPS');
  editor = await newPage(server.url, { viewport: { width: 1440, height: 900 } });
  office = await newPage(server.url, { lang: 'en' });
  visitor = await newPage(server.url, { viewport: { width: 390, height: 844 }, javaScript: false });
  const account = async (page: Page, institution: typeof owes, functions: Parameters<typeof makeWorker>[2]) =>
    signInAs(page, app, await makeAccount(app, await makeWorker(app.adminUrl, institution, functions)));
  await account(editor, owes, ['editor']);
  await account(office, ops, ['social_worker']);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

test('an editor opens a round on a whole standard', async () => {
  await editor.goto('/library/edit');
  await editor.getByRole('link', { name: 'Konsultacje' }).click();
  await editor.getByRole('link', { name: 'Nowa runda konsultacji' }).click();
  await axe(editor);
  await editor
    .getByLabel('Publikacja albo rozdział')
    .selectOption({ label: 'Standard współpracy OPS–PUP–NGO' });
  await editor.getByLabel('Zaproszenie').fill('Czy terminy da się dotrzymać?');
  await editor.getByLabel('Ostatni dzień').fill('31.03.2026');
  await picture(editor, 'new-1440');
  await editor.getByRole('button', { name: 'Ogłoś rundę' }).click();
  await editor.waitForURL(/consultations\/[0-9a-f-]{36}$/);
  round = `/consultations/${editor.url().split('/').at(-1)}`;
  await axe(editor);
});

test('a visitor on a phone without scripts speaks about a paragraph and confirms it from a letter', async () => {
  await visitor.goto('/library/standard-wspolpracy/skierowanie-i-przyjecie');
  await visitor.getByRole('link', { name: 'Weź udział' }).click();
  await visitor.getByRole('link', { name: /Skierowanie i przyjęcie/ }).click();
  await expectNoOverflow(visitor);
  await picture(visitor, 'part-390');
  await visitor.getByRole('link', { name: /Dodaj uwagę do: 2\.3\./ }).click();
  await visitor.getByLabel('inne brzmienie').check();
  await visitor.getByLabel('Treść').fill('Odpowiedź jest w ciągu 10 dni.');
  await visitor.getByLabel('Podpis').fill('Halina z Limanowej');
  await visitor.getByLabel('Adres e-mail').fill('halina@example.org');
  await expectNoOverflow(visitor);
  await picture(visitor, 'write-390');
  app.setNow(new Date(app.parts.clock().getTime() + 60_000));
  await visitor.getByRole('button', { name: 'Wyślij uwagę' }).click();
  await visitor.getByRole('heading', { name: 'Sprawdź pocztę' }).waitFor();
  await runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts),
    clock: app.parts.clock,
  });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx, 10), { now: app.parts.clock() });
  const letter = mails.find(({ to }) => to === 'halina@example.org');
  await visitor.goto(/\/consultations\/confirm\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '');
  await visitor.getByRole('button', { name: 'Potwierdzam uwagę' }).click();
  await visitor.getByRole('heading', { name: 'Uwaga potwierdzona' }).waitFor();
});

test('an institution speaks by keyboard, in English, and is read at once', async () => {
  await office.goto(`${round}/3`);
  await axe(office);
  await picture(office, 'part-1280-en');
  await enter(office, office.getByRole('link', { name: 'Add a remark to the whole' }));
  await office.getByLabel('question').press('Space');
  await axe(office);
  await typeInto(office, 'body', 'Who answers when the worker is ill?');
  await enter(office, office.getByRole('button', { name: 'Send the remark' }));
  await office.waitForURL(/#whole$/);
  await office.getByText('1 remark', { exact: true }).click();
  await office.getByText('Who answers when the worker is ill?').waitFor();
});

test('the editor lets the remark be read and answers it; the report says so', async () => {
  await editor.goto(`/library/edit${round}`);
  await picture(editor, 'desk-1440');
  await editor.getByRole('link', { name: 'Halina z Limanowej' }).click();
  await editor.getByRole('button', { name: 'Pokaż czytelnikom' }).click();
  await editor.getByLabel('przyjęta częściowo').check();
  await editor.getByLabel('Odpowiedź').fill('Siedem dni zostaje, dodamy wyjątek na urlop.');
  await axe(editor);
  await picture(editor, 'answer-1440');
  await editor.getByRole('button', { name: 'Zapisz odpowiedź' }).click();
  await editor.goto(`${round}/report`);
  await axe(editor);
  await editor.getByText('Siedem dni zostaje').waitFor();
  await picture(editor, 'report-1440');
  await visitor.goto(`${round}/report`);
  await expectNoOverflow(visitor);
  await picture(visitor, 'report-390');
  await editor.emulateMedia({ media: 'print' });
  await picture(editor, 'report-print');
  await editor.goto(`${round}/3`);
  await editor.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await editor.getByText('1 uwaga').first().click();
  await picture(editor, 'part-dark');
  await axe(editor);
});

test('the checklist of the standard and the base of results are read in both languages', async () => {
  for (const lang of ['pl', 'en'])
    for (const path of ['/library/standard-wspolpracy/checklist', '/results-base']) {
      await visitor.goto(`${path}?lang=${lang}`);
      await expectNoOverflow(visitor);
      await picture(visitor, `${path.split('/').at(-1)}-390-${lang}`);
      await editor.goto(`${path}?lang=${lang}`);
      await axe(editor);
    }
  await editor.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await editor.goto('/results-base?lang=pl');
  await picture(editor, 'results-1440');
  await editor.goto('/library/edit/results?lang=pl');
  await axe(editor);
  await editor.emulateMedia({ media: 'print' });
  await editor.goto('/library/standard-wspolpracy/checklist?lang=pl');
  await picture(editor, 'checklist-print');
  await editor.goto('/news/pralnia-w-mszanie-dolnej?lang=pl');
  for (const page of [editor, office, visitor]) expect(problemsOf(page)).toEqual([]);
});

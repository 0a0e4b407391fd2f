import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runQueueOnce } from '#kernel/queue.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { makeEntity } from '#test/factories.ts';
import { enter, follow, signIn, submit, tabTo, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/** The editor of the base imports the list of a voivode: what is new, what changes, and what only a person can tell. */
const LIST = [
  'Wykaz przedsiębiorstw społecznych;;;;',
  'Lp.;Nazwa przedsiębiorstwa społecznego;NIP;Adres siedziby;Data uzyskania statusu',
  '1;SPÓŁDZIELNIA SOCJALNA "ŻURAWINA Z GÓR";122-078-13-42;"ul. Źródlana 3, 34-600 Limanowa";05.03.2024',
  '2;Spn. s. Pod Jesionem i Klonami;;"Rynek 9, 34-600 Limanowa";06.03.2024',
  '3;Spółdzielnia Socjalna Ćwikła;;"Rynek 2, 34-600 Limanowa";31.02.2024',
].join('\r\n');

let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let editor: Page;

beforeAll(async () => {
  app = await demoApp(0);
  await makeEntity(app, {
    name: 'Spółdzielnia Socjalna Pod Jesionem i Klonem',
    shortName: 'Pod Jesionem',
    type: 'SPS',
    nip: null,
    krs: null,
    regon: null,
    places: [
      {
        name: '',
        kind: 'physical',
        isMain: true,
        street: 'Rynek 9',
        postalCode: '34-600',
        localityId: null,
        locality: 'Limanowa',
        gminaId: null,
        countyCode: '1207',
        lat: null,
        lon: null,
        directions: '',
        access: [],
        opening: [],
      },
    ],
  });
  server = await serveApp(app);
  editor = await newPage(server.url);
  await signIn(editor, 'redaktor@splot.example');
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

test('the file shows what it would change', async () => {
  await editor.goto('/directory/mine');
  await follow(editor, /Import wykazów/);
  await whole(editor);
  await editor.locator('select[name=source]').selectOption('ps_list');
  await editor
    .locator('input[type=file]')
    .setInputFiles({ name: 'wykaz-ps.csv', mimeType: 'text/csv', buffer: iconv.encode(LIST, 'win1250') });
  await submit(editor, 'Sprawdź plik');
  expect(await editor.textContent('h1')).toBe('Co zmieni ten plik');
  await whole(editor);
  await editor.getByRole('link', { name: 'Do poprawy', exact: true }).click();
  expect(await editor.textContent('main')).toContain('nie ma w kalendarzu');
});

test('a row that is like a record is decided with the keyboard alone', async () => {
  await enter(editor, editor.getByRole('link', { name: /^Rozstrzygnij/ }));
  expect(await editor.textContent('h1')).toBe('Czy to ten sam podmiot?');
  await whole(editor);
  await tabTo(editor, editor.locator('[name=verdict]').first());
  await editor.keyboard.press('Space');
  await enter(editor, editor.getByRole('button', { name: /Zapisz i pokaż następny/ }));
  expect(await editor.textContent('main')).not.toContain('Rozstrzygnij:');
});

test('the good rows are written, and the same file changes nothing', async () => {
  await follow(editor, /^Dalej: zapisz/);
  await whole(editor);
  await submit(editor, 'Zapisz w bazie');
  expect(await editor.textContent('h1')).toBe('Zapisywanie');
  await whole(editor);
  await runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts),
    clock: app.parts.clock,
  });
  await editor.getByRole('heading', { level: 1, name: 'Plik zapisany' }).waitFor();
  await whole(editor);
  expect(await editor.textContent('main')).toContain('nowe: 1, zmienione: 1');
  await editor.goto('/directory/imports');
  expect(await editor.textContent('main')).toContain('wykaz-ps.csv');
  await editor.goto('/directory?q=%C5%BCurawina');
  expect(await editor.textContent('main')).toContain('Żurawina z Gór');
});

test('no page had an error of script or policy', () => {
  expect(problemsOf(editor)).toEqual([]);
});

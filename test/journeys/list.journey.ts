import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePesel } from '#kernel/identifiers.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { follow, signIn, submit, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/** The list of a welfare office: what is damaged is named, corrected in the file of errors, and nothing comes in twice. */
const HEADINGS =
  'Lp.;Nazwisko;Imię;PESEL;Data ur.;Płeć;Miejscowość;Kod poczt.;Gmina;Telefon;Znak sprawy;Data skierowania;Powód;Pracownik socjalny;Uwagi';
const WRONG_PESEL = '85851299998';
const WRONG_REASON = 'zła pogoda';

const people = [
  ['Źdźbło', 'Żaneta', '1884-05-12'],
  ['Ćwiękała', 'Łucja', '1879-11-02'],
  ['Śnieżek', 'Jędrna', '1890-01-30'],
  ['Gżegżółka', 'Świętosława', '1885-12-08'],
  ['Łąkowa', 'Bożena', '1871-07-19'],
] as const;
const rows = people.map(([family, given, born], i) => ({
  row: i + 1,
  family,
  given,
  pesel: makePesel(born, 'female', 100 + i),
  born: born.split('-').reverse().join('.'),
  reason: 'długotrwałe bezrobocie',
}));
type Row = (typeof rows)[number];
const line = (r: Row): string =>
  `${r.row};${r.family};${r.given};${r.pesel};${r.born};K;Limanowa;34-600;Limanowa;600 000 10${r.row};OPS.4088.${r.row}.2026;12.11.2026;${r.reason};Pracownik ${r.row};`;
const fileOf = (list: readonly Row[]): Buffer =>
  iconv.encode(`${[HEADINGS, ...list.map(line)].join('\r\n')}\r\n`, 'win1250');
const damaged = rows.map((r) =>
  r.row === 4 ? { ...r, pesel: WRONG_PESEL } : r.row === 5 ? { ...r, reason: WRONG_REASON } : r,
);

let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let anna: Page;
let first: string;
let corrected: Buffer;

beforeAll(async () => {
  app = await demoApp(0);
  server = await serveApp(app);
  anna = await newPage(server.url);
  await signIn(anna, 'anna@splot.example');
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function upload(name: string, buffer: Buffer): Promise<void> {
  await anna.goto('/referrals/import');
  await anna.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await submit(anna, 'Sprawdź listę');
  expect(await anna.textContent('h1')).toBe('Wynik sprawdzenia');
}

/** Confirms the list on the page, watches it wait, and lets the queue do its work. */
async function importIt(): Promise<void> {
  await follow(anna, /Dalej: utwórz/);
  await whole(anna);
  await anna.getByRole('radio', { name: /ustnie/ }).check();
  await submit(anna, 'Utwórz i wyślij');
  expect(await anna.textContent('h1')).toBe('Tworzenie skierowań');
  await whole(anna);
  await runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts),
    clock: app.parts.clock,
  });
  // The page asks for itself again without being touched.
  await anna.getByRole('heading', { level: 1, name: 'Lista zaimportowana' }).waitFor();
  await whole(anna);
}

test('a list in Windows-1250 is read, and each bad row says what to do', async () => {
  await anna.goto('/referrals');
  await follow(anna, /pliku/);
  await whole(anna);
  await upload('skierowania.csv', fileOf(damaged));
  first = anna.url();
  await whole(anna);
  const shown = (await anna.textContent('main')) ?? '';
  expect(shown).toContain('3 wiersze do utworzenia');
  expect(shown).toContain('2 wiersze do poprawy');
  expect(shown).toContain('Gżegżółka');
  expect(shown).toContain(WRONG_PESEL);
  expect(shown).toContain(WRONG_REASON);
  expect(shown).toContain('Tego powodu nie ma w słowniku potrzeb');
});

test('the file of errors is corrected and comes in', async () => {
  const [download] = await Promise.all([
    anna.waitForEvent('download'),
    anna.getByRole('link', { name: 'Pobierz plik z błędami' }).click(),
  ]);
  const text = (await readFile(await download.path())).toString('utf8');
  expect(text).toContain('Gżegżółka');
  expect(text).not.toContain('Źdźbło');
  corrected = Buffer.from(
    text.replace(WRONG_PESEL, rows[3]?.pesel ?? '').replace(WRONG_REASON, rows[4]?.reason ?? ''),
  );
  await upload('poprawione.csv', corrected);
  expect(await anna.textContent('main')).toContain('2 wiersze do utworzenia');
  await importIt();
  expect(await anna.textContent('main')).toContain('Utworzono 2 skierowania');
});

test('the good rows of the first list come in together', async () => {
  await anna.goto(first);
  await importIt();
  expect(await anna.textContent('main')).toContain('Utworzono 3 skierowania');
  await anna.locator('main table').first().getByRole('link').first().click();
  await anna.waitForURL('**/cases/*');
  expect(await anna.textContent('h1')).toMatch(/Sprawa 2026\/\d+/);
});

test('the same lists a second time change nothing', async () => {
  for (const [name, buffer] of [
    ['poprawione.csv', corrected],
    ['skierowania.csv', fileOf(rows)],
  ] as const) {
    await upload(name, buffer);
    await whole(anna);
    expect(await anna.textContent('main')).toContain('W tej liście nie ma nic do utworzenia');
    expect(await anna.getByRole('link', { name: /Dalej: utwórz/ }).count()).toBe(0);
  }
});

test('a file that is no list is refused in words', async () => {
  await anna.goto('/referrals/import');
  await anna.locator('input[type=file]').setInputFiles({
    name: 'obraz.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  });
  await anna.locator('main form button').last().click();
  await anna.locator('[data-errors]').waitFor();
  await whole(anna);
});

test('no page had an error of script or policy', () => {
  // The refused file answers 422, which the browser writes to its console.
  expect(problemsOf(anna).filter((problem) => !problem.includes('422'))).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, newPage, problemsOf, screenshot } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { asAdmin } from '#test/factories.ts';
import { choose, enter, expectNoOverflow, follow, signIn, submit, typeInto, whole } from '#test/steps.ts';

/**
 * The coordinator finishes the plan of next year at the keyboard and has it adopted; the adviser tells how a task goes;
 * the case coordinator puts a person on a waiting list and says why somebody goes before others.
 */
let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let id: string;
const plan = (rest = '') => `/partnerships/${id}/plan${rest}`;

beforeAll(async () => {
  app = await demoApp(40);
  server = await serveApp(app);
  const [row] = await asAdmin(app.adminUrl, (run) =>
    run(`select id from partnerships.partnership where name = 'Partnerstwo Ziemi Limanowskiej'`),
  );
  id = String(row?.id);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

const page = async (who: string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> => {
  const opened = await newPage(server.url, options);
  await signIn(opened, `${who}@splot.example`);
  return opened;
};

/** A form that came back is an answer, not a failure. */
const failures = (opened: Page) => problemsOf(opened).filter((problem) => !problem.includes('422'));

test('the plan of today shows figures from cases, the budget and the time; whole on a phone and in English', async () => {
  const adviser = await page('tomasz');
  await adviser.goto(plan());
  await expect(adviser.locator('h1').textContent()).resolves.toContain('Plan działania na 2026 rok');
  for (const words of ['Odpowiedzi na skierowania w terminie', 'Fundusz Pracy', 'Zrobiono'])
    expect(await adviser.locator('main').textContent()).toContain(words);
  await whole(adviser);
  await screenshot(adviser, 'partnership-plan');
  await adviser.locator('figure.chart summary').click();
  expect(await adviser.getByRole('table', { name: 'Harmonogram' }).count()).toBe(1);
  await follow(adviser, /Dyżur pracownika PUP/);
  await adviser.locator('input[name=state][value=done]').check();
  await adviser.locator('textarea[name=doneNote]').fill('Dyżur działa w każdy wtorek, skorzystało 58 osób.');
  await submit(adviser);
  expect(await adviser.locator('main').textContent()).toContain('skorzystało 58 osób');
  const phone = await page('tomasz', { lang: 'en', viewport: { width: 390, height: 844 } });
  await phone.goto(plan());
  expect(await phone.locator('main').textContent()).toContain('Other periods and versions');
  await whole(phone);
  await follow(phone, 'Budget');
  await whole(phone);
  // Paper is as wide as A4.
  await phone.setViewportSize({ width: 794, height: 1123 });
  await phone.emulateMedia({ media: 'print' });
  await expectNoOverflow(phone);
  expect([...problemsOf(adviser), ...problemsOf(phone)]).toEqual([]);
});

test('the draft of next year is written by keyboard, refuses a cost paid twice, and is adopted by decision', async () => {
  const coordinator = await page('koordynator');
  await coordinator.goto(plan());
  await follow(coordinator, /Plan działania na 2027 rok/);
  await enter(coordinator, coordinator.getByRole('link', { name: 'Dodaj cel', exact: true }));
  await typeInto(coordinator, 'title', 'Mieszkania treningowe dla trzech rodzin');
  await enter(coordinator, coordinator.locator('main form button[data-variant=primary]'));
  await follow(coordinator, /Dodaj wskaźnik.*Mieszkania treningowe/);
  await typeInto(coordinator, 'name', 'Rodziny w mieszkaniach');
  await coordinator
    .locator('textarea[name=definition]')
    .fill('Rodziny, które wprowadziły się i mają podpisany kontrakt.');
  await coordinator.locator('input[name=target]').fill('3');
  await whole(coordinator);
  await submit(coordinator);
  await follow(coordinator, /Dodaj zadanie.*Mieszkania treningowe/);
  await coordinator.locator('input[name=title]').fill('Remont mieszkania przy Kolejowej');
  await coordinator.locator('#f-owner').fill('Jolanta');
  await coordinator
    .getByRole('option', { name: /Jolanta Mida/ })
    .first()
    .click();
  await submit(coordinator);
  await follow(coordinator, 'Budżet');
  await follow(coordinator, 'Dodaj koszt');
  await coordinator.locator('input[name=title]').fill('Farby i narzędzia');
  await coordinator.locator('input[name=amount]').fill('4 000');
  for (const [n, source, part] of [
    [0, 'budżet gminy', '3 000'],
    [1, 'PFRON', '1 500'],
  ] as const) {
    await choose(coordinator, `source${n}`, source);
    await coordinator.locator(`select[name=payer${n}]`).selectOption({ index: 1 });
    await coordinator.locator(`input[name=part${n}]`).fill(part);
  }
  await coordinator.locator('main form button[data-variant=primary]').last().click();
  await coordinator.locator('[data-errors]').waitFor();
  expect(await coordinator.locator('[data-errors]').textContent()).toContain(
    'nie może być opłacony dwa razy',
  );
  expect(await coordinator.locator('input[name=part1]').inputValue()).toBe('1 500');
  await whole(coordinator);
  await coordinator.locator('input[name=part1]').fill('1 000');
  await submit(coordinator);
  expect(await coordinator.locator('main').textContent()).toContain('Farby i narzędzia');
  await whole(coordinator);
  await coordinator.goto(coordinator.url().replace(/\/budget$/, ''));
  await follow(coordinator, 'Przyjmij plan');
  await coordinator.locator('input[name=on]').fill('17.11.2026');
  await coordinator.locator('textarea[name=decision]').fill('uchwała nr 9 spotkania Partnerstwa');
  await submit(coordinator);
  expect(await coordinator.locator('main').textContent()).toContain('uchwała nr 9 spotkania Partnerstwa');
  const [download] = await Promise.all([
    coordinator.waitForEvent('download'),
    coordinator.getByRole('link', { name: 'Plan do druku (PDF)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('splot-plan-2027-01-01-v1.pdf');
  expect(failures(coordinator)).toEqual([]);
});

test('rules for everybody, people for those who see their case, a reason when somebody goes before others', async () => {
  const worker = await page('anna');
  await worker.goto(`/partnerships/${id}/selection`);
  for (const words of ['Nikt nie dostaje punktów', '1. Utrata mieszkania', 'połowa do'])
    expect(await worker.locator('main').textContent()).toContain(words);
  await whole(worker);
  await screenshot(worker, 'partnership-selection');
  await follow(worker, 'Osoby, które czekają');
  await whole(worker);
  // The newest of the worker's own without a ground: somebody stands before.
  const [entry] = await asAdmin(app.adminUrl, (run) =>
    run(`select e.id, e.case_id from cases.queue_entry e join cases.shared_case c on c.id = e.case_id
      join organisations.worker w on w.id = c.coordinator_id
      where w.email = 'anna@splot.example' and e.ground_id is null and e.shift_reason = '' order by e.since desc limit 1`),
  );
  const link = worker.locator(`a[href="/cases/${entry?.case_id}/queue/${entry?.id}"]`);
  await Promise.all([worker.waitForEvent('domcontentloaded'), link.click()]);
  await whole(worker);
  await worker.locator('details summary', { hasText: 'Sprawdź warunki' }).click();
  for (const box of await worker.locator('input[name="met[]"]').all()) await box.check();
  await submit(worker, 'Zapisz, co sprawdzono');
  await worker.locator('details:not([open]) summary', { hasText: 'Zaproponuj miejsce' }).click();
  await worker.getByRole('button', { name: 'Zaproponuj miejsce', exact: true }).click();
  await worker.locator('[data-errors]').waitFor();
  expect(await worker.locator('[data-errors]').textContent()).toContain('Ktoś stoi w kolejce wcześniej');
  await worker
    .locator('textarea[name=ahead]')
    .fill('Miejsce jest na parterze, a pierwsza osoba go nie potrzebuje.');
  await submit(worker, 'Zaproponuj miejsce');
  expect(await worker.locator('main').textContent()).toContain('Miejsce jest na parterze');
  await whole(worker);
  expect(failures(worker)).toEqual([]);
});

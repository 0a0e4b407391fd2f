import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { asAdmin, makeAccount, makeInstitution, makePartnership, makeWorker } from '#test/factories.ts';
import { enter, expectNoOverflow, signInAs } from '#test/steps.ts';
import { loadLibrary } from '../../src/demo/library/load.ts';

/**
 * Two offices check their service apart, see where they differ, conclude and plan an improvement. Then a person without an
 * account answers an evaluation on a phone, in two languages, and the partners read what was said.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let coordinator: Page;
let partner: Page;
let phone: Page;
let base = '';
const YEAR = '2026';
const PICTURES = process.env.SELF_CHECK_PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  app = await testApp();
  await loadLibrary(app.parts);
  server = await serveApp(app);
  const ops = await makeInstitution(app.adminUrl, 'OPS');
  const pup = await makeInstitution(app.adminUrl, 'PUP');
  const id = await makePartnership(app.adminUrl, [ops, pup]);
  const first = await makeWorker(app.adminUrl, ops, ['partnership_coordinator']);
  const second = await makeWorker(app.adminUrl, pup, ['head']);
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, $3, 'coordinator', '2024-01-01')`,
      [id, ops.id, first.subjectId],
    ),
  );
  base = `/partnerships/${id}`;
  coordinator = await newPage(server.url, { viewport: { width: 1440, height: 900 } });
  partner = await newPage(server.url, { lang: 'en', viewport: { width: 1280, height: 900 } });
  phone = await newPage(server.url, { viewport: { width: 390, height: 844 }, javaScript: false });
  const open = async (page: Page, actor: Actor) => signInAs(page, app, await makeAccount(app, actor));
  await open(coordinator, first);
  await open(partner, second);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** Answers every requirement of the own sheet: `level` of all, `other` of the first of each chapter. */
async function answer(page: Page, level: string, other: string): Promise<void> {
  for (let chapter = 1; chapter <= 7; chapter++) {
    if (chapter === 1) await axe(page);
    await page.evaluate(
      ({ all, first }) => {
        const names = [
          ...new Set(
            [...document.querySelectorAll<HTMLInputElement>('input[name^="level-"]')].map((i) => i.name),
          ),
        ];
        for (const [n, name] of names.entries())
          document
            .querySelector<HTMLInputElement>(`input[name="${name}"][value="${n === 0 ? first : all}"]`)
            ?.click();
      },
      { all: level, first: other },
    );
    const here = page.url();
    await page.locator('.form-actions button[data-variant="primary"]').click();
    await page.waitForURL((url) => url.href !== here);
  }
}

test('the coordinator begins a self-check by keyboard', async () => {
  await coordinator.goto(base);
  await coordinator.getByRole('link', { name: 'Standard', exact: true }).click();
  await axe(coordinator);
  await picture(coordinator, 'empty-1440');
  await enter(coordinator, coordinator.getByRole('link', { name: 'Zacznij samoocenę' }));
  await axe(coordinator);
  await enter(coordinator, coordinator.getByRole('button', { name: 'Zacznij samoocenę' }));
  await coordinator.waitForURL(new RegExp(`/standard/${YEAR}$`));
  await axe(coordinator);
});

test('each answers apart, in the own language, and hands in', async () => {
  await partner.goto(`${base}/standard`);
  await partner.getByRole('link', { name: 'Answer', exact: true }).click();
  await picture(partner, 'answer-1280-en');
  await answer(partner, 'met', 'not');
  await partner.getByRole('link', { name: 'Hand in the sheet' }).click();
  await axe(partner);
  await partner.getByRole('button', { name: 'Hand in the sheet' }).click();
  await partner.waitForURL(new RegExp(`/standard/${YEAR}$`));
  await coordinator.goto(`${base}/standard/${YEAR}/answer/1`);
  await answer(coordinator, 'met', 'met');
  await coordinator.getByRole('link', { name: 'Oddaj arkusz' }).click();
  await coordinator.getByRole('button', { name: 'Oddaj arkusz' }).click();
  await coordinator.getByText('różnice').first().waitFor();
  await picture(coordinator, 'round-1440');
  await axe(coordinator);
});

test('a common conclusion, and an improvement the other office carries out', async () => {
  await coordinator.getByRole('link', { name: 'Uzgodnij wniosek' }).click();
  await coordinator.waitForURL(/\/conclude\//);
  await axe(coordinator);
  await picture(coordinator, 'conclude-1440');
  for (let chapter = 1; chapter <= 7; chapter++) {
    const here = coordinator.url();
    await coordinator.getByRole('button', { name: 'Zapisz i dalej' }).click();
    await coordinator.waitForURL((url) => url.href !== here);
  }
  await coordinator.getByRole('link', { name: 'Zakończ samoocenę' }).click();
  await coordinator.getByLabel('Wniosek ogólny').fill('Najpierw podpisujemy porozumienie w trzy strony.');
  await coordinator.getByRole('button', { name: 'Zakończ samoocenę' }).click();
  await coordinator.getByText('Najpierw podpisujemy').waitFor();
  await coordinator.getByRole('link', { name: 'Dodaj zadanie' }).click();
  await axe(coordinator);
  await coordinator.getByLabel('Zadanie').fill('Zaprosić organizację');
  await coordinator.getByLabel('Odpowiada').selectOption({ index: 2 });
  await coordinator.getByLabel('Do kiedy').fill('30.06.2026');
  await coordinator.getByRole('button', { name: 'Zapisz' }).click();
  await coordinator.getByText('Zaprosić organizację').first().waitFor();
  await axe(coordinator);
  await partner.goto(`${base}/standard/${YEAR}`);
  await partner.getByText('Zaprosić organizację').first().waitFor();
  await expectNoOverflow(partner);
  await picture(partner, 'concluded-1280-en');
});

test('an evaluation is answered on a phone without an account or scripts, and read from five answers on', async () => {
  await coordinator.goto(`${base}/evaluation`);
  await axe(coordinator);
  await coordinator.getByRole('link', { name: 'Zacznij ewaluację' }).click();
  await coordinator.getByLabel('Nazwa').fill('Ewaluacja wiosenna');
  await coordinator.getByRole('button', { name: 'Zacznij ewaluację' }).click();
  await coordinator.waitForURL(/evaluation\/[0-9a-f-]{36}$/);
  const round = coordinator.url();
  await axe(coordinator);
  await coordinator.getByRole('link', { name: 'Kody do rozdania' }).click();
  await coordinator.getByLabel('Ile kodów').fill('6');
  await coordinator.getByRole('button', { name: 'Przygotuj kody' }).click();
  await coordinator.getByRole('heading', { name: 'Kody do wydruku' }).waitFor();
  await axe(coordinator);
  await picture(coordinator, 'codes-1440');
  const codes = await coordinator.locator('.slips b.num').allTextContents();
  expect(codes).toHaveLength(6);
  for (const [n, code] of codes.entries()) {
    await phone.goto(`/evaluation?lang=${n === 0 ? 'uk' : 'pl'}`);
    await phone.locator('[name="code"]').fill(code.toLowerCase());
    await phone.locator('.form-actions button').click();
    await phone.waitForURL(/\/evaluation\/[0-9A-Z]{12}/);
    await expectNoOverflow(phone);
    if (n === 0) await picture(phone, 'answer-390-uk');
    await phone.locator(`[name="person_help"][value="${n % 2 ? 5 : 4}"]`).check();
    await phone.locator('[name="person_friend"][value="1"]').check();
    await phone.locator('[name="person_good"]').fill(`Spokojna rozmowa ${n}`);
    app.setNow(new Date(app.parts.clock().getTime() + 60_000));
    await phone.locator('.form-actions button').click();
    await phone.waitForURL(/\/evaluation\/thanks/);
  }
  await phone.goto('/evaluation?lang=en');
  await phone.getByRole('heading', { name: 'Anonymous questionnaire' }).waitFor();
  await coordinator.goto(round);
  await coordinator.getByRole('link', { name: 'Zakończ zbieranie' }).click();
  await coordinator.getByRole('button', { name: 'Zakończ zbieranie' }).click();
  await coordinator.getByRole('link', { name: 'Przejrzyj wypowiedzi (6)' }).click();
  await axe(coordinator);
  await coordinator.getByRole('button', { name: 'Pokaż partnerom' }).first().click();
  await coordinator.waitForLoadState();
  await coordinator.goto(round);
  await axe(coordinator);
  await picture(coordinator, 'results-1440');
  await partner.goto(new URL(round).pathname);
  await partner.getByText('I needed this help.').first().waitFor();
  await axe(partner);
  for (const page of [coordinator, partner, phone]) expect(problemsOf(page)).toEqual([]);
});

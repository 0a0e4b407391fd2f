import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { DEMO_NOW, serveApp } from '#test/demo.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { enter, follow, signInAs, submit, whole } from '#test/steps.ts';

/** Two offices and an organisation that have never met: found, invited, drafted, argued, signed, at work. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
const pages: Page[] = [];
const NAMES = {
  ops: ['OPS', 'Ośrodek Pomocy Społecznej w Laskowej'],
  pup: ['PUP', 'Powiatowy Urząd Pracy w Limanowej'],
  ngo: ['NGO', 'Stowarzyszenie Kładka'],
} as const;
type Who = keyof typeof NAMES;
const people = {} as Record<Who, Page>;

beforeAll(async () => {
  app = await testApp(DEMO_NOW);
  await asAdmin(app.adminUrl, async (run) => {
    await run(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    await run(
      `insert into territory.county values ('1207', 'limanowski', '12', 'county') on conflict do nothing`,
    );
    await run(
      `insert into territory.gmina (id, name, county_code, kind) values ('1207-laskowa', 'Laskowa', '1207', 'rural') on conflict do nothing`,
    );
  });
  server = await serveApp(app);
  for (const who of ['ops', 'pup', 'ngo'] as const) {
    const [type, name] = NAMES[who];
    const institution = await makeInstitution(app.adminUrl, type, name);
    const head = await makeWorker(app.adminUrl, institution, ['head']);
    await makeAccount(app, head);
    const page = await newPage(server.url, who === 'ngo' ? { viewport: { width: 390, height: 844 } } : {});
    pages.push(page);
    await signInAs(page, app, head.accountId);
    people[who] = page;
  }
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

let path: string;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const send = async (page: Page, name: string | RegExp) => {
  await Promise.all([page.waitForEvent('domcontentloaded'), button(page, name).click()]);
};

test('founded, and the others invited and in', async () => {
  const { ops, pup, ngo } = people;
  await ops.goto('/partnerships/new');
  await ops.locator('[name=name]').fill('Partnerstwo Nad Łososiną');
  await ops.locator('input[role=combobox]').first().fill('limanowski');
  await ops.keyboard.press('ArrowDown');
  await ops.keyboard.press('Enter');
  await submit(ops, 'Załóż partnerstwo');
  path = new URL(ops.url()).pathname;
  await whole(ops);
  await ops.goto(`${path}/area`);
  await ops.locator('input[name="area[]"]').first().check();
  await submit(ops);
  await enter(ops, ops.getByRole('link', { name: 'Zaproś instytucje' }));
  for (const who of ['pup', 'ngo'] as const) await ops.getByLabel(NAMES[who][1]).check();
  await ops.locator('[name=word]').fill('Spróbujmy mieć jeden plan zamiast trzech.');
  await whole(ops);
  await submit(ops, 'Zaproś');
  for (const page of [pup, ngo]) {
    await page.goto('/partnerships');
    await follow(page, 'Partnerstwo Nad Łososiną');
    await whole(page);
    expect(await page.locator('main').textContent()).toContain('jeden plan zamiast trzech');
    await page.getByLabel('przyjmujemy zaproszenie').check();
    await submit(page, 'Wyślij odpowiedź');
  }
});

test('the draft begins with what the act demands and names what is missing', async () => {
  const { ops } = people;
  await ops.goto(path);
  await follow(ops, 'Zacznij szkic porozumienia');
  await ops.locator('[name=from]').fill('1.11.2026');
  await submit(ops, 'Zacznij szkic porozumienia');
  await whole(ops);
  expect(await ops.locator('main').textContent()).toContain('Bez tego nie da się otworzyć do podpisu');
  await follow(ops, /Role stron.*\[nazwa\]/);
  const body = ops.locator('textarea[name=body]').first();
  await body.fill((await body.inputValue()).replace('[nazwa]', 'Starostwo w Limanowej'));
  await whole(ops);
  await submit(ops, 'Zapisz tekst');
  await ops.goto(`${path}/agreements/1/ceiling`);
  for (const type of ['OPS', 'PUP', 'NGO'])
    await ops.locator(`input[name="ceiling_${type}[]"]`).first().check();
  await whole(ops);
  await submit(ops, 'Zapisz zakres');
  expect(await ops.locator('main').textContent()).toContain('Niczego nie brakuje');
});

test('a remark and a proposal are said, answered and seen in the text', async () => {
  const { ops, pup, ngo } = people;
  await pup.goto(`${path}/agreements/1`);
  await whole(pup);
  await follow(pup, /Uwagi i propozycje Kryteria wyboru/);
  const clause = new URL(pup.url()).pathname;
  await pup.getByText('Zaproponuj inny tekst').click();
  const text = pup.locator('textarea[name=newText]');
  await text.fill((await text.inputValue()).replace('7 dni roboczych', '10 dni roboczych'));
  await pup.locator('textarea[name=why]').fill('Tyle trwa sprawdzenie w rejestrze.');
  await send(pup, 'Zaproponuj zmianę');
  await whole(pup);
  await ngo.goto(clause);
  await ngo.getByText('Wnieś uwagę').click();
  await ngo.locator('#remarks textarea[name=body]').fill('A w pilnych sprawach?');
  await send(ngo, 'Dodaj uwagę');
  await whole(ngo);
  await ops.goto(path);
  await follow(ops, 'Odpowiedz na uwagi');
  await ops.goto(clause);
  expect(await ops.locator('ins', { hasText: '10' }).count()).toBe(1);
  const answer = async (item: string, decision: string, reason: string) => {
    const one = ops.locator('#remarks li', { hasText: item });
    await one.locator('summary').click();
    await one.getByLabel(decision, { exact: true }).check();
    await one.locator('textarea[name=reason]').fill(reason);
    await Promise.all([
      ops.waitForEvent('domcontentloaded'),
      one.getByRole('button', { name: 'Zapisz odpowiedź' }).click(),
    ]);
  };
  await answer('Tyle trwa', 'przyjmuję, tekst się zmieni', 'Zgoda.');
  await answer('A w pilnych', 'odrzucam', 'Dwa dni są już w tekście.');
  await whole(ops);
  await ops.goto(`${path}/agreements/1`);
  expect(await ops.locator('main').textContent()).toContain('10 dni roboczych');
});

test('signed by three, in force, at work; the scope bounds what cases may give', async () => {
  const { ops } = people;
  await ops.goto(`${path}/agreements/1/open`);
  await whole(ops);
  await submit(ops, 'Otwórz do podpisu');
  for (const who of ['ops', 'pup', 'ngo'] as const) {
    const page = people[who];
    await page.goto(`${path}/agreements/1`);
    await page.locator('[name=signedBy]').fill(`Kierownictwo ${NAMES[who][0]}`);
    await page.locator('[name=signedOn]').fill('1.11.2026');
    await page.getByLabel('podpis kwalifikowany').check();
    await send(page, 'Podpisz za swoją instytucję');
    await whole(page);
  }
  await ops.goto(path);
  await follow(ops, 'Wprowadź w życie');
  await send(ops, 'Wprowadź w życie');
  await ops.goto(path);
  await whole(ops);
  expect(await ops.locator('main').textContent()).toContain('działa');
  await people.pup.goto(`${path}/agreements/1/ceiling?lang=en`);
  expect(await people.pup.locator('main').textContent()).toContain('Clause that permits');
  await whole(people.pup);
});

test('no page had an error of script or policy', () => {
  expect(pages.flatMap((page) => [...problemsOf(page)])).toEqual([]);
});

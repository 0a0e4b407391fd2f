import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf, screenshot } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeInstitution } from '#test/factories.ts';
import { chooseIn, enter, signInAs, submit, typeInto, whole } from '#test/steps.ts';

/** A call is answered, the answer becomes an article without a word of who asked, and the next person finds it before asking. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let adviser: Page;
let reviewer: Page;
let visitor: Page;

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const desk = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt regionalny' });
  const page = async (role: 'adviser' | 'reviewer', options = {}) => {
    const worker = await makeAdviser(app.adminUrl, rops, desk, role);
    await makeAccount(app, worker);
    const opened = await newPage(server.url, options);
    await signInAs(opened, app, worker.accountId);
    return opened;
  };
  adviser = await page('adviser');
  reviewer = await page('reviewer', { lang: 'en' });
  visitor = await newPage(server.url, { viewport: { width: 390, height: 844 } });
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

const CALL =
  'Dzwoni Anna Kowalska, PESEL 90010112345, tel. 600 100 200. Czy spółdzielnia socjalna może prowadzić stołówkę szkolną?';

test('a call is answered at once and becomes a draft with everything personal replaced', async () => {
  await adviser.goto('/advice/desk/call');
  await whole(adviser);
  await typeInto(adviser, 'words', CALL);
  await typeInto(
    adviser,
    'answer',
    'Tak. Pani Anno, spółdzielnia socjalna może prowadzić stołówkę, gdy ma to w statucie.',
  );
  await enter(adviser, adviser.locator('main form button[data-variant=primary]'));
  await whole(adviser);
  await enter(adviser, adviser.locator('a[href^="/advice/knowledge/questions/"]'));
  await whole(adviser);
  await submit(adviser);
  await adviser.waitForURL(/\/advice\/knowledge\/[0-9a-f-]{36}$/);
  await whole(adviser);
  await screenshot(adviser, 'advice-article');
  const body = await adviser.locator('[name=body]').inputValue();
  for (const told of ['Anna', 'Anno', 'Kowalska', '90010112345', '600 100 200'])
    expect(body).not.toContain(told);
  expect(await adviser.locator('mark').count()).toBeGreaterThan(2);
});

test('each finding is decided, and the article handed over', async () => {
  await submit(adviser, 'Zapisz decyzje');
  await whole(adviser);
  const replace = async (name: string, value: string) => adviser.locator(`[name="${name}"]`).fill(value);
  await replace('title', 'Czy spółdzielnia socjalna może prowadzić stołówkę szkolną');
  await replace('lead', 'Tak, gdy ma to w statucie.');
  await replace('legal_state_on', '1.03.2026');
  await replace('review_by', '1.03.2027');
  await chooseIn(adviser, 'theme', 'Spółdzielnie');
  await enter(adviser, adviser.locator('button[name=step][value=hand]'));
  await whole(adviser);
  expect(await adviser.textContent('main')).toContain('czeka na drugą parę oczu');
  expect(problemsOf(adviser)).toEqual([]);
});

test('the reviewer of the desk approves it', async () => {
  await reviewer.goto('/advice/knowledge');
  await whole(reviewer);
  await enter(reviewer, reviewer.getByRole('link', { name: 'Read and approve' }));
  await whole(reviewer);
  await submit(reviewer);
  await reviewer.waitForURL(/\/news\//);
  await whole(reviewer);
  expect(problemsOf(reviewer)).toEqual([]);
});

test('everybody finds it, and the next who asks sees it before the question is sent', async () => {
  await visitor.goto('/knowledge?q=sto%C5%82%C3%B3wki');
  await whole(visitor);
  expect(await visitor.textContent('main')).toContain('stołówkę szkolną');
  expect(await visitor.textContent('main')).not.toContain('Kowalsk');
  await visitor.goto('/advice');
  await whole(visitor);
  await visitor
    .locator('[name=words]')
    .fill('Nasza spółdzielnia chce otworzyć stołówkę w szkole. Czy wolno?');
  await expect
    .poll(() => visitor.textContent('main'), { timeout: 10_000 })
    .toContain('Czy spółdzielnia socjalna może prowadzić stołówkę szkolną');
  expect(problemsOf(visitor)).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { recordConsents } from '#modules/cases/consents/api.ts';
import * as plan from '#modules/cases/plan/api.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf, screenshot } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { asAdmin, type MadeCase, makeAccount, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { follow, signIn, signInAs, submit, whole } from '#test/steps.ts';

/** A person accepts the invitation on a phone, reads and signs the plan, sees who looked, and withdraws a consent. */
const PHONE = { width: 390, height: 844 };
const EMAIL = 'wanda@example.org';
const PASSWORD = 'cztery nijak niepasujące słowa';
const OWN_PAGES = [
  '/my',
  '/my/plan',
  '/my/plan?easy=1',
  '/my/dates',
  '/my/consents',
  '/my/documents',
  '/my/messages',
  '/my/data',
];

let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let w: World;
let c: MadeCase;
let phone: Page;

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  w = await makeWorld(app.adminUrl);
  c = await makeCaseIn(app.adminUrl, w, 'planning', {
    classes: { OPS: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'], PUP: ['D1', 'D2', 'D4', 'D5', 'D6'], NGO: [] },
  });
  await asAdmin(app.adminUrl, async (run) => {
    await run(`update organisations.institution set short_name = 'Stow. „Most”' where id = $1`, [w.ngo.id]);
    await run(`update organisations.worker set given_name = 'Anna', family_name = 'Wąs' where id = $1`, [
      w.socialWorker.subjectId,
    ]);
    await run(`update cases.person set given_name = 'Wanda', family_name = 'Próbna' where id = $1`, [
      c.personId,
    ]);
  });
  await app.ctxAs(w.socialWorker, (ctx) => prepare(ctx), { purpose: 'P3' });
  for (const worker of [w.socialWorker, w.specialist]) await makeAccount(app, worker);
  phone = await newPage(server.url, { viewport: PHONE });
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** A consent for the organisation, and a plan that waits for signatures. */
async function prepare(ctx: Parameters<typeof plan.createPlan>[0]): Promise<void> {
  await recordConsents(ctx, c.id, {
    text: '1.0|pl',
    given_on: '3.03.2026',
    way: 'paper',
    valid_to: '31.12.2026',
    note: '',
    [`share_${w.ngo.id}`]: ['D1', 'D5', 'D6'],
  });
  await plan.createPlan(ctx, c.id);
  const goal = await plan.addGoal(ctx, c.id, {
    title: 'Stała praca przy szyciu',
    measure: 'umowa o pracę na co najmniej 3 miesiące',
    dueOn: '2026-12-31',
  });
  for (const [worker, serviceCode] of [
    [w.socialWorker, 'social_work'],
    [w.specialist, 'motivation_workshop'],
  ] as const)
    await plan.addItem(ctx, c.id, goal, {
      serviceCode,
      institutionId: worker.institutionId,
      workerId: worker.subjectId,
      startsOn: '2026-03-20',
      dueOn: '2026-09-30',
      financingCode: 'none',
      place: 'ul. Lipowa 4, Limanowa',
      hours: '40',
    });
  const open = await plan.openPlan(ctx, c.id);
  await plan.setArrangements(ctx, c.id, open?.rowVersion ?? 0, {
    ownObligation: 'Przychodzę na spotkania i mówię, gdy coś mi przeszkadza.',
    nextReviewOn: '2026-05-20',
    contactEveryDays: '30',
    contactForm: 'visit',
  });
  await plan.startSigning(ctx, c.id);
}

/** The path of the newest invitation in the mail of the test. */
async function invitation(): Promise<string> {
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  const letter = mails.find((mail) => mail.to === EMAIL);
  const path = /\/invitation\/[\w-]{43}/.exec(letter?.body ?? '')?.[0];
  if (!path) throw new Error('no invitation came');
  return path;
}

test('the coordinator invites the person from the case', async () => {
  const desk = await newPage(server.url);
  await signInAs(desk, app, w.socialWorker.accountId);
  await desk.goto(`/cases/${c.id}/invite`);
  await whole(desk);
  await desk.locator('[name=email]').fill(EMAIL);
  await desk.getByRole('radio', { name: 'polski' }).check();
  await submit(desk);
  expect(await desk.textContent('main')).toContain(EMAIL);
  expect(problemsOf(desk)).toEqual([]);
});

test('the person opens the link on a phone, sets a password and is in their window', async () => {
  await phone.goto(await invitation());
  await whole(phone);
  await phone.locator('[name=password]').fill(PASSWORD);
  await submit(phone, 'Otwórz konto');
  if (new URL(phone.url()).pathname.startsWith('/sign-in')) await signIn(phone, EMAIL, PASSWORD);
  expect(new URL(phone.url()).pathname).toBe('/my');
  expect(await phone.textContent('h1')).toContain('Wanda');
  await whole(phone);
  await screenshot(phone, 'my-window');
});

test('every page of the window fits a phone and is accessible', async () => {
  for (const path of OWN_PAGES) {
    await phone.goto(path);
    await whole(phone);
  }
});

test('the person reads the plan and signs it', async () => {
  await phone.goto('/my');
  await follow(phone, 'Przeczytaj plan');
  if (!phone.url().includes('/my/plan/sign')) await follow(phone, 'Przeczytaj i podpisz');
  await whole(phone);
  expect(await phone.textContent('main')).toContain('Stała praca przy szyciu');
  await screenshot(phone, 'my-plan');
  await follow(phone, 'Plan przeczytany, dalej');
  await whole(phone);
  await follow(phone, 'Rozumiem, dalej');
  await whole(phone);
  await phone.locator('[name=name]').fill('Wanda Inna');
  await phone.locator('form button[data-variant=primary]').last().click();
  await phone.locator('[data-errors]').waitFor();
  await whole(phone);
  await phone.getByLabel(/Plan jest dla mnie zrozumiały/).check();
  await phone.locator('[name=name]').fill('Wanda Próbna');
  await submit(phone, 'Podpisuję plan');
  expect(await phone.textContent('main')).toContain('Twój podpis jest zapisany');
  await whole(phone);
});

test('the person sees who looked at the data', async () => {
  await phone.goto('/my/data');
  await whole(phone);
  expect(await phone.textContent('main')).toContain('Anna Wąs');
});

test('the same window in Ukrainian', async () => {
  const page = await newPage(server.url, { viewport: PHONE, lang: 'uk' });
  await signIn(page, EMAIL, PASSWORD);
  for (const path of OWN_PAGES) {
    await page.goto(path);
    expect(await page.getAttribute('html', 'lang')).toBe('uk');
    await whole(page);
  }
  expect(problemsOf(page)).toEqual([]);
});

test('without JavaScript the person signs in, writes a message and sees it', async () => {
  const page = await newPage(server.url, { viewport: PHONE, javaScript: false });
  await signIn(page, EMAIL, PASSWORD);
  await page.goto('/my/messages/new');
  await page.locator('[name=body]').fill('Dzień dobry, w czwartek nie mogę przyjść.');
  await submit(page);
  expect(await page.textContent('main')).toContain('w czwartek nie mogę przyjść');
  await page.goto('/my/plan');
  expect(await page.textContent('main')).toContain('Stała praca przy szyciu');
});

test('a consent withdrawn closes the case to the organisation at once', async () => {
  const desk = await newPage(server.url);
  await signInAs(desk, app, w.specialist.accountId);
  const before = await desk.goto(`/cases/${c.id}`);
  expect(before?.status()).toBe(200);
  expect(await desk.textContent('main')).toContain('Wanda');

  await phone.goto('/my/consents');
  await follow(phone, 'Wycofaj zgodę');
  await whole(phone);
  await submit(phone, 'Wycofuję zgodę');
  expect(await phone.textContent('main')).toContain('Zgoda jest wycofana');
  await whole(phone);

  for (const path of [
    `/cases/${c.id}`,
    `/cases/${c.id}/plan`,
    `/cases/${c.id}/documents`,
    `/cases/${c.id}/history`,
  ]) {
    const after = await desk.goto(path);
    expect(after?.status(), path).toBe(404);
    expect(await desk.textContent('body')).not.toContain('Wanda');
  }
  const told = await desk.goto(`/cases/${c.id}/access`);
  expect(told?.status()).toBe(200);
  await whole(desk);
  expect(await desk.textContent('body')).not.toContain('Wanda');
});

test('no page of the phone had an error of script or policy', () => {
  // The form sent back with errors answers 422, which the browser writes to its console.
  expect(problemsOf(phone).filter((problem) => !problem.includes('422'))).toEqual([]);
});

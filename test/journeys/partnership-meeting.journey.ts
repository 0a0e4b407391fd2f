import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { enter, expectNoOverflow, signInAs, typeInto } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/**
 * A meeting from its plan to its signed minutes: the coordinator plans and invites, a guest answers on a phone without
 * scripts, the labour office proposes a point by keyboard in English, attendance is ticked on the spot, a decision and a
 * task are written, and the two who chair and represent agree.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let w: World;
let coordinator: Page;
let office: Page;
let guest: Page;
let base = '';
let meeting = '';
const signIn: (() => Promise<void>)[] = [];
const PICTURES = process.env.MEETING_PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};
const runQueue = () =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: moduleJobs(app.parts), clock: app.parts.clock });
const letterTo = async (to: string) =>
  (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx, 50), { now: app.parts.clock() })).find(
    (m) => m.to === to,
  );

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  w = await makeWorld(app.adminUrl);
  base = `/partnerships/${w.partnershipId}/meetings`;
  const chair = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator'], {
    name: ['Jolanta', 'Mida'],
  });
  await asAdmin(app.adminUrl, async (run) => {
    for (const [who, role] of [
      [chair, 'coordinator'],
      [w.adviser, 'contact'],
    ] as const)
      await run(
        `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5, '2024-01-01')`,
        [newId(), w.partnershipId, who.institutionId, who.subjectId, role],
      );
  });
  coordinator = await newPage(server.url, { viewport: { width: 1440, height: 900 } });
  office = await newPage(server.url, { lang: 'en' });
  guest = await newPage(server.url, { viewport: { width: 390, height: 844 }, javaScript: false });
  for (const [page, actor] of [
    [coordinator, chair],
    [office, w.adviser],
  ] as const) {
    const account = await makeAccount(app, actor);
    signIn.push(() => signInAs(page, app, account));
  }
  for (const step of signIn) await step();
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

test('the coordinator plans a meeting from an empty page and invites', async () => {
  await coordinator.goto(base);
  await axe(coordinator);
  await picture(coordinator, 'empty-1440');
  await coordinator.getByRole('link', { name: 'Zaplanuj spotkanie' }).click();
  await axe(coordinator);
  await coordinator.getByLabel('zespół roboczy').check();
  await coordinator.getByLabel('Tytuł spotkania').fill('Zespół: marzec');
  await coordinator.getByLabel('Dzień', { exact: true }).fill('20.03.2026');
  await coordinator.getByLabel('Od godziny').fill('9:00');
  await coordinator.getByLabel('Do godziny').fill('11:00');
  await coordinator.getByLabel('Miejsce', { exact: true }).fill('Urząd, sala 12');
  await coordinator.getByLabel(/^Przewodniczy/).selectOption({ label: `Jolanta Mida, ${w.ngo.name}` });
  await picture(coordinator, 'plan-1440');
  await coordinator.getByRole('button', { name: 'Zapisz spotkanie' }).click();
  await coordinator.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  meeting = `${base}/${coordinator.url().split('/').at(-1)}`;
  await coordinator.goto(`${meeting}/people`);
  await coordinator.getByLabel('Imię i nazwisko').fill('Jan Gość');
  await coordinator.getByLabel(/^Adres e-mail/).fill('gosc@example.org');
  await coordinator.getByRole('button', { name: 'Dodaj do listy' }).last().click();
  await coordinator.getByRole('cell', { name: 'gość', exact: true }).waitFor();
  await axe(coordinator);
  await picture(coordinator, 'people-1440');
  await coordinator.getByRole('button', { name: /^Wyślij zaproszenia \(3\)/ }).click();
  await coordinator.getByText('Zaproszenia wysłane.').waitFor();
  await runQueue();
});

test('a guest answers from the letter, on a phone without scripts and without an account', async () => {
  const letter = await letterTo('gosc@example.org');
  await guest.goto(/\/meetings\/invitations\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '');
  await expectNoOverflow(guest);
  await picture(guest, 'invitation-390');
  await guest.getByLabel('Przyjdę', { exact: true }).check();
  await guest.getByRole('button', { name: 'Zapisz odpowiedź' }).click();
  await guest.getByText('Odpowiedź zapisana.').waitFor();
});

test('the labour office proposes a point by keyboard, in English; the coordinator puts it on the agenda', async () => {
  await office.goto(`${meeting}/agenda`);
  await axe(office);
  await typeInto(office, 'title', 'Free places in training');
  await enter(office, office.getByRole('button', { name: 'Propose a point' }));
  await office.getByText('proposed by').waitFor();
  await coordinator.goto(`${meeting}/agenda`);
  await coordinator.getByRole('button', { name: /^Wpisz do porządku/ }).click();
  await coordinator.getByLabel('Punkt', { exact: true }).fill('Nabór do usługi');
  await coordinator.getByRole('button', { name: 'Dodaj punkt' }).click();
  await coordinator.getByText('Razem 20 min.').waitFor();
  await axe(coordinator);
  await picture(coordinator, 'agenda-1440');
});

test('attendance on the spot, then notes, a decision and a task; a telephone number is noticed', async () => {
  app.setNow(new Date('2026-03-20T08:30:00Z'));
  for (const step of signIn) await step();
  await coordinator.goto(`${meeting}/attendance`);
  for (const box of await coordinator.getByRole('checkbox').all()) await box.check();
  await picture(coordinator, 'attendance-1440');
  await axe(coordinator);
  await coordinator.getByRole('button', { name: 'Zapisz obecność' }).click();
  await coordinator.getByText('Obecnych osób: 3.').waitFor();
  await coordinator.goto(`${meeting}/attendance/sheet`);
  await axe(coordinator);
  await coordinator.goto(`${meeting}/minutes`);
  await coordinator.getByRole('button', { name: 'Zacznij protokół' }).click();
  await coordinator.getByRole('link', { name: /^Pisz.*Nabór do usługi/ }).click();
  await coordinator.getByLabel('Co ustalono').fill('Nabór trwa. Telefon 600 100 200.');
  await coordinator.getByRole('button', { name: 'Zapisz punkt' }).click();
  await coordinator.getByLabel('Sprawdzono').waitFor();
  await axe(coordinator);
  await coordinator.getByLabel('Co ustalono').fill('Nabór trwa do końca kwietnia.');
  await coordinator.getByRole('button', { name: 'Zapisz punkt' }).click();
  await coordinator.getByLabel('Treść decyzji').fill('Nabór trwa do 30 kwietnia.');
  await coordinator.getByLabel(/^Sprawdzić dnia/).fill('30.04.2026');
  await coordinator.getByRole('button', { name: 'Dodaj decyzję' }).click();
  await coordinator.getByText('1/2026').first().waitFor();
  await coordinator.getByLabel('Co jest do zrobienia').fill('Ogłosić nabór');
  await coordinator.getByLabel('Kto odpowiada').selectOption({ label: w.pup.name });
  await coordinator.getByLabel('Termin').fill('27.03.2026');
  await coordinator.getByRole('button', { name: 'Dodaj zadanie' }).click();
  await coordinator
    .getByText(/Ogłosić nabór \(/)
    .first()
    .waitFor();
  await axe(coordinator);
  await picture(coordinator, 'point-1440');
});

test('minutes go round and are signed off by the chair and the institution present; then they stand', async () => {
  await coordinator.goto(`${meeting}/minutes`);
  await axe(coordinator);
  await picture(coordinator, 'draft-1440');
  await coordinator.getByRole('button', { name: 'Wyślij do uwag' }).click();
  await coordinator.getByRole('button', { name: 'Podpisz jako przewodniczący' }).click();
  await runQueue();
  await office.goto(`${meeting}/minutes`);
  await axe(office);
  await picture(office, 'sent-en');
  await enter(office, office.getByRole('button', { name: 'Agree for the institution' }));
  await office.getByText('Signed minutes cannot be changed').waitFor();
  await axe(office);
  await office.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(office);
  await picture(office, 'signed-390-en');
  await coordinator.goto(`${base}/decisions`);
  await coordinator.getByText('Nabór trwa do 30 kwietnia.').waitFor();
  await axe(coordinator);
  await picture(coordinator, 'decisions-1440');
  await coordinator.goto(`${base}/tasks`);
  await axe(coordinator);
  await coordinator.goto(base);
  await axe(coordinator);
  await picture(coordinator, 'overview-1440');
  // The telephone number came back with the form, as it had to.
  for (const page of [coordinator, office, guest])
    expect(problemsOf(page).filter((problem) => !problem.includes('422'))).toEqual([]);
});

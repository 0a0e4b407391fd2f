import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { asAdmin } from '#test/factories.ts';
import { enter, expectNoOverflow, signIn, tabTo, typeInto, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/**
 * Somebody without an account finds a seminar, registers and confirms from a letter, at the keyboard and without scripts.
 * A worker books places and sends somebody else. At the door codes are taken while the network is gone, and again.
 */
let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let visitor: Page;
let worker: Page;
let door: Page;
let eyes: Page;
const SLUG = 'pierwsze-kroki-w-ekonomii-spolecznej';

beforeAll(async () => {
  app = await demoApp(0);
  server = await serveApp(app);
  visitor = await newPage(server.url, {
    viewport: { width: 390, height: 844 },
    javaScript: false,
    lang: 'en',
  });
  worker = await newPage(server.url);
  eyes = await newPage(server.url, { viewport: { width: 390, height: 844 }, lang: 'en' });
  door = await newPage(server.url, { viewport: { width: 390, height: 844 } });
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

/** A person reads before writing; the clock of the server goes on meanwhile. */
const read = () => {
  app.setNow(new Date(app.parts.clock().getTime() + 20_000));
};
/** The checker of accessibility needs scripts, so the same page is opened where they run. */
async function look(page: Page): Promise<void> {
  await expectNoOverflow(page);
  await eyes.goto(page.url());
  await whole(eyes);
}
const work = () =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: moduleJobs(app.parts), clock: app.parts.clock });
async function ticketOf(email: string): Promise<string> {
  await work();
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx, 50));
  const body = mails.find((mail) => mail.to === email)?.body ?? '';
  return /\/events\/ticket\/[\w-]{43}/.exec(body)?.[0] ?? '';
}
const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));

test('somebody without an account registers from a phone, in English, without scripts', async () => {
  await visitor.goto('/events');
  await look(visitor);
  await enter(visitor, visitor.getByRole('link', { name: 'First steps in the social economy' }));
  await look(visitor);
  await enter(visitor, visitor.getByRole('link', { name: 'Register', exact: true }));
  read();
  await typeInto(visitor, 'givenName', 'Ewa');
  await typeInto(visitor, 'familyName', 'Wymyślona');
  await typeInto(visitor, 'email', 'ewa@');
  await enter(visitor, visitor.getByRole('button', { name: 'Send the registration' }));
  // What was typed is still there, and what is missing is said.
  await look(visitor);
  expect(await visitor.locator('[name=givenName]').inputValue()).toBe('Ewa');
  await visitor.locator('[name=email]').fill('ewa@przyklad.example');
  await tabTo(visitor, visitor.getByLabel('interpreter of Polish Sign Language (PJM)'));
  await visitor.keyboard.press('Space');
  await tabTo(visitor, visitor.locator('[name=agree]'));
  await visitor.keyboard.press('Space');
  await enter(visitor, visitor.getByRole('button', { name: 'Send the registration' }));
  expect(new URL(visitor.url()).pathname).toBe(`/events/${SLUG}/sent`);
  await visitor.goto(await ticketOf('ewa@przyklad.example'));
  await look(visitor);
  await enter(visitor, visitor.getByRole('button', { name: 'I confirm my registration' }));
  await look(visitor);
  expect(await visitor.getByText('Your place is reserved').count()).toBe(1);
  expect(await visitor.locator('svg.square-code').count()).toBe(1);
});

test('a worker books places and sends somebody else', async () => {
  await signIn(worker, 'anna@splot.example');
  await worker.goto(`/events/${SLUG}/register`);
  await whole(worker);
  expect(await worker.locator('[name=givenName0]').inputValue()).toBe('Anna');
  await worker.locator('[name=givenName1]').fill('Olga');
  await worker.locator('[name=familyName1]').fill('Zmyślona');
  await worker.locator('[name=email1]').fill('olga@przyklad.example');
  await enter(worker, worker.getByRole('button', { name: 'Zapisz te osoby' }));
  expect(new URL(worker.url()).pathname).toBe('/events/booked');
  await whole(worker);
  const first = await ticketOf('olga@przyklad.example');
  await enter(worker, worker.getByRole('link', { name: /Zastąp.*Olga Zmyślona/ }));
  await whole(worker);
  await worker.locator('[name=givenName]').fill('Iga');
  await worker.locator('[name=familyName]').fill('Niebyła');
  await worker.locator('[name=email]').fill('iga@przyklad.example');
  await enter(worker, worker.getByRole('button', { name: 'Zmień osobę' }));
  expect(await worker.getByText('Iga Niebyła').count()).toBeGreaterThan(0);
  expect((await worker.goto(first))?.status()).toBe(404);
  expect((await worker.goto(await ticketOf('iga@przyklad.example')))?.status()).toBe(200);
  await whole(worker);
});

test('the door takes codes while the network is gone, and sends them when it is back', async () => {
  await signIn(door, 'redaktor@splot.example');
  const [event] = await rows('select id, first_at from events.event where slug = $1', [SLUG]);
  await door.goto(`/events/manage/${event?.id}/people`);
  await whole(door);
  await door.goto(`/events/manage/${event?.id}/door`);
  await whole(door);
  const codes = await rows(
    `select code from events.registration where event_id = $1 and email = any('{ewa@przyklad.example,iga@przyklad.example}') order by email`,
    [event?.id],
  );
  const came = async () =>
    (await rows('select registration_id from events.attendance where event_id = $1', [event?.id])).length;
  // One mark that waited: when it has gone, the screen no longer says that it waits.
  await door.context().setOffline(true);
  await door.locator('[name=code]').fill(String(codes[0]?.code));
  await door.locator('[name=code]').press('Enter');
  await door.getByText('Do wysłania: 1').waitFor();
  await door.context().setOffline(false);
  await door.getByText('Wszystko wysłane.').waitFor();
  expect(await came()).toBe(1);
  await door.context().setOffline(true);
  for (const { code } of [...codes, ...codes]) {
    await door.locator('[name=code]').fill(String(code));
    await door.locator('[name=code]').press('Enter');
  }
  await door.getByText('Bez sieci: zapisano na tym urządzeniu').waitFor();
  expect(await door.locator('li[data-present]').count()).toBe(2);
  expect(await came()).toBe(1);
  // Names stay off the device: the queue holds codes.
  expect(await door.evaluate(() => JSON.stringify(localStorage))).not.toContain('Niebyła');
  await door.context().setOffline(false);
  await expect.poll(came).toBe(2);
  expect(await door.evaluate(() => localStorage.length)).toBe(0);
  await door.reload();
  expect(await door.locator('li[data-present]').count()).toBe(2);
  await whole(door);
  // By the list, as an ordinary form.
  await door.goto(`/events/manage/${event?.id}/list`);
  await whole(door);
  // The form that came back and the ticket that ended are answers, not faults.
  for (const page of [visitor, worker])
    expect(problemsOf(page).filter((p) => !/status of (404|422)/.test(p))).toEqual([]);
});

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, launchBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeEvent } from '#test/events.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { cameraFilm, readTicketsLike } from '#test/scanning.ts';
import { signInAs, whole } from '#test/steps.ts';

/**
 * The door of an event on a phone whose network goes: the list opens again, people are let in, everything is on the
 * server once when the network is back, and signing out takes the list from the phone. And the camera reads a ticket.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let phone: Page;
let account: string;
let event: Awaited<ReturnType<typeof makeEvent>>;
const CODES = ['EWAEWAEWA1', 'JANJANJAN2', 'SAMSAMSAM3'] as const;
const links: string[] = [];
const PHONE = { viewport: { width: 390, height: 844 } };

beforeAll(async () => {
  // Browsers know the real time only.
  app = await testApp(new Date());
  server = await serveApp(app);
  const own = await makeInstitution(app.adminUrl, 'NGO', 'Most');
  account = await makeAccount(app, await makeWorker(app.adminUrl, own, ['partnership_coordinator']));
  const tomorrow = Date.now() + 86_400_000;
  event = await makeEvent(app.adminUrl, own, {
    dates: [[new Date(tomorrow), new Date(tomorrow + 3_600_000)]],
  });
  await asAdmin(app.adminUrl, async (run) => {
    for (const [n, code] of CODES.entries()) {
      const [id, token] = [newId(), newSecret()];
      await run(
        `insert into events.registration (id, event_id, state, given_name, family_name, email, lang, code, created_at, settled_at)
         values ($1, $2, 'confirmed', $3, 'Wymyślona', $4, 'pl', $5, now(), now())`,
        [id, event.id, `Osoba ${n}`, `o${n}@example.org`, code],
      );
      await run('insert into events.ticket (hash, registration_id, created_at) values ($1, $2, now())', [
        ...[hashOf(token), id],
      ]);
      links.push(`/events/ticket/${token}`);
    }
  });
  phone = await newPage(server.url, PHONE);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

const came = () =>
  asAdmin(app.adminUrl, (run) =>
    run(
      `select r.code, to_json(a.at)#>>'{}' as at from events.attendance a join events.registration r on r.id = a.registration_id order by r.code`,
    ),
  );
const door = () => `/events/manage/${event.id}/door`;
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const texts = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        return Promise.all((await cache.matchAll()).map((one) => one.text()));
      }),
    );
    return {
      names,
      all: texts.flat().join(''),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

test('the door opens without a network, and what was taken then is on the server once', async () => {
  await signInAs(phone, app, account);
  await phone.goto(`/events/manage/${event.id}/people`);
  await phone.getByRole('link', { name: 'Wejście', exact: true }).click();
  await phone.getByText('otworzy się na tym urządzeniu także bez sieci').waitFor();
  await whole(phone);
  const before = await kept(phone);
  expect(before.all).toContain('Osoba 1');
  expect(before.all).not.toContain('o1@example.org');

  await phone.context().setOffline(true);
  await phone.reload();
  await phone.getByText('Bez sieci. Lista z tego urządzenia').waitFor();
  await whole(phone);
  expect(await phone.locator('.door-list li').count()).toBe(3);
  await phone.locator('[name=code]').fill(CODES[0].toLowerCase());
  await phone.locator('[name=code]').press('Enter');
  await phone.locator(`li[data-code=${CODES[1]}] button`).click();
  // Once more, and the tab is closed: nothing is lost and nothing counts twice.
  await phone.locator('[name=code]').fill(CODES[0]);
  await phone.locator('[name=code]').press('Enter');
  await phone.getByText('Bez sieci: zapisano na tym urządzeniu. Do wysłania: 2').waitFor();
  const address = phone.url();
  // The browser pretends no network for the tabs that it knows, so for a new one the server itself goes.
  await server.close();
  await phone.context().setOffline(false);
  const again = await phone.context().newPage();
  await phone.close();
  phone = again;
  await phone.goto(address);
  await phone.getByText('Bez sieci. Lista z tego urządzenia').waitFor();
  await expect.poll(() => phone.locator('li[data-present]').count()).toBe(2);
  expect(await came()).toEqual([]);
  await phone.locator('text=Obecnych: 2 z 3').waitFor();

  // Meanwhile another door has let the first person in, earlier.
  const early = new Date(Date.now() - 600_000).toISOString();
  const marks = JSON.stringify([{ code: CODES[0], date: event.occurrences[0], at: early }]);
  expect((await (await app.as(account)).post(`${door()}/sync`, { marks })).status).toBe(200);

  server = await serveApp(app, server.port);
  await expect.poll(async () => (await came()).length).toBe(2);
  await phone.getByText('Liczy się pierwsze').waitFor();
  expect(new Date(String((await came())[0]?.at)).toISOString()).toBe(early);
  await phone.getByRole('link', { name: 'Wczytaj nową' }).click();
  await phone.getByText('Zeskanuj kod, wpisz go').waitFor();
  expect(await phone.locator('li[data-present]').count()).toBe(2);
  expect(await came()).toHaveLength(2);
});

test('the list goes from the phone when the session is over or the time has passed', async () => {
  await phone.goto('/account');
  await phone.getByRole('button', { name: 'Wyloguj się' }).click();
  await phone.waitForURL(/sign-in/);
  await expect.poll(() => kept(phone)).toEqual({ names: [], all: '', workers: 0 });
  await phone.context().setOffline(true);
  await expect(phone.goto(door())).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await phone.context().setOffline(false);

  // A session that was ended elsewhere: the next contact shuts the door, and the code waits.
  await signInAs(phone, app, account);
  await phone.goto(door());
  await phone.getByText('otworzy się na tym urządzeniu').waitFor();
  await phone.context().clearCookies();
  await phone.locator('[name=code]').fill(CODES[2]);
  await phone.locator('[name=code]').press('Enter');
  await phone.getByText('usunięto ją z tego urządzenia').waitFor();
  expect(await phone.locator('.door-list').count()).toBe(0);
  expect((await kept(phone)).names).toEqual([]);
  await signInAs(phone, app, account);
  await phone.goto(door());
  await expect.poll(async () => (await came()).length).toBe(3);

  // Past its time it is not shown, and gone.
  await phone.getByText('otworzy się na tym urządzeniu').waitFor();
  await phone.evaluate(async () => {
    const cache = await caches.open('splot-door');
    for (const request of await cache.keys()) {
      const page = await cache.match(request);
      if (!page?.headers.has('x-kept-until')) continue;
      const headers = new Headers(page.headers);
      headers.set('x-kept-until', new Date(Date.now() - 1000).toISOString());
      await cache.put(request, new Response(await page.text(), { headers }));
    }
  });
  await phone.context().setOffline(true);
  await expect(phone.reload()).rejects.toThrow(/ERR_FAILED/);
  await phone.context().setOffline(false);
  await phone.goto('/accessibility');
  await expect.poll(async () => (await kept(phone)).names).toEqual([]);
});

test('the camera reads the ticket as it is shown; without a reader the page says to type', async () => {
  await phone.goto(door());
  await phone.getByText('Ta przeglądarka nie czyta kodów aparatem').waitFor();
  expect(problemsOf(phone)).toEqual([]);

  const ticket = await newPage(server.url, PHONE);
  await ticket.goto(links[2] ?? '');
  const film = join(tmpdir(), `splot-ticket-${process.pid}.y4m`);
  await writeFile(film, await cameraFilm(ticket));
  await asAdmin(app.adminUrl, (run) => run('delete from events.attendance'));
  await closeBrowser();
  await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const camera = await newPage(server.url, PHONE);
  await readTicketsLike(
    camera,
    CODES.map((code) => `http://splot.test/events/door/${code}`),
  );
  await signInAs(camera, app, account);
  await camera.goto(door());
  await camera.getByRole('button', { name: 'Skanuj aparatem' }).click();
  await camera.getByText('Osoba 2 Wymyślona: Zaznaczono obecność').waitFor();
  await expect.poll(async () => (await came()).map((one) => one.code)).toEqual([CODES[2]]);
  await camera.getByRole('button', { name: 'Wyłącz aparat' }).click();
  expect(await camera.locator('video').count()).toBe(0);
  expect(problemsOf(camera)).toEqual([]);
});

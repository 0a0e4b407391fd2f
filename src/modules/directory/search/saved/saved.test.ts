import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { insertEntities } from '#test/directory.ts';
import { asAdmin } from '#test/factories.ts';
import { refreshListings } from '../../listing/api.ts';
import { savedJobs } from './jobs.ts';
import { sendDigest, startDigests } from './service.ts';

let app: TestApp;
const START = new Date('2026-03-04T09:00:00Z');
const SITE = 'http://splot.test';
beforeAll(async () => {
  app = await testApp(START);
});
afterAll(() => app.drop());

const system = <T>(work: Parameters<typeof app.ctxAs<T>>[1], now = START) =>
  app.ctxAs(SYSTEM_ACTOR, work, { now });
const work = (now = START) =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: savedJobs(SITE), clock: () => now });
const letters = (to: string) => system(async (ctx) => (await listMail(ctx)).filter((mail) => mail.to === to));
const ask = (email: string, parameters = 'q=obiady') =>
  app.visitor.post('/directory/saved/new', { email, cadence: 'weekly', parameters });
const linkIn = (body: string, kind: string) =>
  new RegExp(`/directory/saved/${kind}/[\\w-]{43}`).exec(body)?.[0] ?? '';

test('asked, confirmed, told of what is new, left: and the address is gone', async () => {
  const page = await app.visitor.get('/directory/saved/new?q=obiady&category=catering&page=7&nonsense=%00');
  expect(page.text).toContain('value="q=obiady&amp;category=catering"');
  expect((await ask('Clerk@Gmina.example')).location).toBe('/directory/saved/sent');
  await work();
  const [letter] = await letters('clerk@gmina.example');
  const confirmation = linkIn(letter?.body ?? '', 'confirm');
  expect((await app.visitor.get(confirmation)).text).toContain('Potwierdzam');
  // Opening alone does nothing.
  await system(startDigests, new Date('2026-03-05T09:00:00Z'));
  await app.visitor.post(confirmation);
  expect((await app.visitor.get(confirmation)).text).toContain('Powiadomienia są włączone');

  const ids = await insertEntities(app.adminUrl, [
    {
      name: 'Nowa Kuchnia',
      offers: [{ category: 'catering', name: 'Obiady' }],
      updatedAt: '2026-03-06T10:00:00Z',
    },
    {
      name: 'Stara Kuchnia',
      offers: [{ category: 'catering', name: 'Obiady' }],
      updatedAt: '2026-02-01T10:00:00Z',
    },
  ]);
  await system((ctx) => refreshListings(ctx, ids));
  const later = new Date('2026-03-11T09:00:00Z');
  await system(startDigests, later);
  await work(later);
  const [digest] = await letters('clerk@gmina.example');
  expect(digest?.subject).toBe('Splot: 1 nowy wynik w bazie podmiotów');
  expect(digest?.body).toContain('Nowa Kuchnia');
  expect(digest?.body).not.toContain('Stara Kuchnia');

  const leaving = linkIn(digest?.body ?? '', 'leave');
  const [stored] = await asAdmin(app.adminUrl, (run) =>
    run('select leave_url from kernel.mail where leave_url is not null'),
  );
  expect(stored?.leave_url).toBe(SITE + leaving);
  expect((await app.visitor.get(leaving)).text).toContain('Wyłącz i usuń mój adres');
  // As a mail program sends it: no page opened before, no origin.
  const clicked = await app.fetch(
    new Request(SITE + leaving, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    }),
  );
  expect(clicked.status).toBe(303);
  expect(
    await asAdmin(app.adminUrl, (run) => run("select id from directory.saved_search where email <> ''")),
  ).toEqual([]);
  expect((await app.visitor.get(leaving)).text).toContain('Ten odsyłacz już nie działa');
});

test('nothing new, no letter; a wish nobody confirmed is forgotten', async () => {
  await ask('quiet@gmina.example');
  await work();
  expect(await letters('quiet@gmina.example')).toHaveLength(1);
  const [row] = await asAdmin(app.adminUrl, (run) =>
    run("select id from directory.saved_search where email <> ''"),
  );
  await system((ctx) => sendDigest(ctx, String(row?.id), SITE));
  expect(await letters('quiet@gmina.example')).toHaveLength(1);
  await system(startDigests, new Date('2026-03-12T09:00:00Z'));
  expect(
    await asAdmin(app.adminUrl, (run) => run("select id from directory.saved_search where email <> ''")),
  ).toEqual([]);
});

test('a fourth wish of one address on one day, and the eleventh of one source, are passed over in silence', async () => {
  for (let n = 0; n < 5; n++)
    expect((await ask('many@gmina.example')).location).toBe('/directory/saved/sent');
  for (let n = 0; n < 12; n++) await ask(`someone${n}@gmina.example`);
  const count = (where: string) =>
    asAdmin(app.adminUrl, async (run) =>
      Number((await run(`select count(*) as n from directory.saved_search where ${where}`))[0]?.n),
    );
  expect(await count(`email = 'many@gmina.example'`)).toBe(3);
  expect(await count('true')).toBe(10);
});

test('only the system reads addresses; links are kept as hashes; eleven figures are no search', async () => {
  for (const table of ['saved_search', 'saved_token'])
    await expect(
      app.ctxAs(PUBLIC_ACTOR, (ctx) =>
        ctx.tx.run(
          table === 'saved_search'
            ? sql`select from directory.saved_search`
            : sql`select from directory.saved_token`,
        ),
      ),
    ).rejects.toThrow('permission denied');
  const tokens = await asAdmin(app.adminUrl, (run) => run('select hash from directory.saved_token'));
  for (const mail of await system((ctx) => listMail(ctx)))
    for (const { hash } of tokens) expect(mail.body).not.toContain(String(hash));
  const refused = await ask('x@gmina.example', 'q=44051401359');
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('jedenaście cyfr');
  expect((await app.visitor.post('/directory/saved/new', { email: 'none', cadence: 'hourly' })).status).toBe(
    422,
  );
  expect((await app.visitor.get('/directory/saved/leave/short')).status).toBe(404);
});

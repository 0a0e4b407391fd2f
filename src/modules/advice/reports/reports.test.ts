import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { joinDesk, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { report } from './service.ts';

let app: TestApp;
let adviser: Browser;
let head: Browser;
let stranger: Browser;
let ewa: Actor;
let analyst: Actor;
let desk: string;
beforeAll(async () => {
  app = await testApp();
  const ngo = await makeInstitution(app.adminUrl, 'NGO');
  const rops = await makeInstitution(app.adminUrl, 'ROPS');
  const worker = async (where: MadeInstitution, ...functions: Parameters<typeof makeWorker>[2]) => {
    const actor = await makeWorker(app.adminUrl, where, functions, { scope: [] });
    await makeAccount(app, actor);
    return actor;
  };
  ewa = await worker(ngo, 'adviser');
  analyst = await worker(rops, 'analyst');
  adviser = await app.as(ewa.accountId);
  head = await app.as((await worker(ngo, 'head')).accountId);
  stranger = await app.as((await worker(await makeInstitution(app.adminUrl, 'OPS'), 'head')).accountId);
  desk = await makeDesk(app.adminUrl, ngo);
  await joinDesk(app.adminUrl, desk, ewa);
  // Twelve by form about reserved contracts, answered after 0–3 working days; three by telephone about something else, waiting.
  await asAdmin(app.adminUrl, async (run) => {
    await run(
      `insert into advice.question (id, desk_id, number, channel, state, topic_code, county_code, subject, asked_at, first_due_on, first_answered_at, answered_at, closed_at)
       select gen_random_uuid(), $1, '2026/' || lpad(n::text, 6, '0'), 'web', 'closed', 'reserved', '1207', 'Zamówienie zastrzeżone w gminie nr ' || n,
         '2026-02-02T09:00:00Z', '2026-02-04', timestamptz '2026-02-02T10:00:00Z' + make_interval(days => n % 4),
         timestamptz '2026-02-02T10:00:00Z' + make_interval(days => n % 4), '2026-02-20T09:00:00Z' from generate_series(1, 12) n`,
      [desk],
    );
    await run(
      `insert into advice.question (id, desk_id, number, channel, topic_code, subject, asked_at, first_due_on, due_on)
       select gen_random_uuid(), $1, '2026/' || lpad((100 + n)::text, 6, '0'), 'phone', 'benefits', 'Zasiłek Kowalskiego', '2026-02-27T09:00:00Z', '2026-03-03', '2026-03-03'
       from generate_series(1, 3) n`,
      [desk],
    );
    await run(
      `insert into advice.rating (question_id, desk_id, score, rated_at) select id, desk_id, 4, now() from advice.question where topic_code = 'reserved'`,
    );
  });
});
afterAll(() => app.drop());

const csvOf = async (browser: Browser) =>
  (await browser.get('/advice/desk/reports/report.csv')).text.split('\r\n').map((line) => line.split(';'));

test('the desk sees its figures: volume, times, what is late, what nobody has written about', async () => {
  const found = await app.ctxAs(ewa, (ctx) => report(ctx, {}));
  expect(found.outside).toBe(false);
  expect(found.total).toMatchObject({ n: 15, answered: 12, waiting: 3, late: 6 });
  expect(found.first).toMatchObject({ total: 12, quarter: 0, median: 1, threeQuarters: 2, ninety: 3 });
  expect(found.closing).toMatchObject({ median: 14 });
  expect(found.topic.map(({ part, n }) => [part, n])).toEqual([
    ['reserved', 12],
    ['benefits', 3],
  ]);
  expect(found.satisfaction).toEqual({ n: 12, mean: 4 });
  const { text: page, status } = await adviser.get('/advice/desk/reports');
  expect(status).toBe(200);
  expect(page).toContain('Pierwsza odpowiedź: połowa w 1 dzień roboczy');
  expect(page).toContain('O co pytano, a nie ma o tym artykułu');
  expect(page).toContain('zamówienie (12)');
  expect(page).not.toMatch(/kowalski/i);
});

test('what leaves the desk has no small number, nor one that gives it away', async () => {
  const rows = await csvOf(adviser);
  const by = (dimension: string, code: string) => rows.find((r) => r[0] === dimension && r[1] === code);
  expect(by('all', '')?.slice(3)).toEqual(['15', '', '', '6']);
  expect(by('topic', 'benefits')?.slice(3)).toEqual(['', '', '', '']);
  expect(by('topic', 'reserved')?.slice(3)).toEqual(['', '', '', '']);
});

const APRIL = new Date('2026-04-08T09:00:00Z');

test('the regional centre sees the desks of its voivodeship from outside, in quarters that are over', async () => {
  expect((await app.ctxAs(analyst, (ctx) => report(ctx, {}))).total).toBe(null);
  const found = await app.ctxAs(analyst, (ctx) => report(ctx, {}), { now: APRIL });
  expect(found.outside).toBe(true);
  expect(found.period).toEqual({ from: '2025-04-01', to: '2026-03-31' });
  expect(found.total).toMatchObject({ n: 15, answered: null, waiting: null });
  expect(found.topic.every(({ n }) => n === null)).toBe(true);
  app.setNow(APRIL);
  const { text: page, status } = await (await app.as(analyst.accountId)).get('/advice/desk/reports');
  app.setNow(TEST_NOW);
  expect(status).toBe(200);
  expect(page).toContain('Widok spoza punktu');
  expect(page).not.toContain('O co pytano, a nie ma');
});

test('no choice of days or desks lets the regional centre take one number from another', async () => {
  const other = await makeDesk(app.adminUrl, await makeInstitution(app.adminUrl, 'NGO'));
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into advice.question (id, desk_id, number, channel, topic_code, asked_at, first_due_on, due_on)
       select gen_random_uuid(), $1, '2025/' || lpad(n::text, 6, '0'), 'web', 'reserved', '2026-02-27T09:00:00Z', '2026-03-03', '2026-03-03'
       from generate_series(1, 3) n`,
      [other],
    ),
  );
  const read = (query: Parameters<typeof report>[1]) =>
    app.ctxAs(analyst, (ctx) => report(ctx, query), { now: APRIL });
  expect((await read({ desk })).total?.n).toBe(15);
  expect((await read({ desk: other })).total?.n).toBe(null);
  // Eighteen together would say three.
  expect((await read({})).total?.n).toBe(null);
  // Days of the quarter are its quarter.
  const days = await read({ desk, from: '2026-02-01', to: '2026-02-26' });
  expect(days.period).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect((await read({ desk, from: '2026-02-20', to: '2026-04-05' })).total?.n).toBe(15);
});

test('the head of the institution sees them; nobody else does', async () => {
  expect((await head.get(`/advice/desk/reports?desk=${desk}`)).status).toBe(200);
  expect((await stranger.get('/advice/desk/reports')).status).toBe(404);
  expect((await stranger.get(`/advice/desk/reports?desk=${desk}`)).status).toBe(404);
  expect((await stranger.get('/advice/desk/reports/report.csv')).status).toBe(404);
  expect((await app.visitor.get('/advice/desk/reports')).status).toBe(303);
});

test('a wrong period is put right, and an empty one says so', async () => {
  const empty = await adviser.get('/advice/desk/reports?from=1.03.2024&to=31.03.2024');
  expect(empty.text).toContain('W tym okresie nie było pytań');
  expect((await adviser.get('/advice/desk/reports?from=nigdy&to=31.12.2099')).status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';

let app: TestApp;
let head: Browser;
let adviser: Browser;
let stranger: Browser;
let anna: Actor;
let expert: Actor;
let ngo: MadeInstitution;
beforeAll(async () => {
  app = await testApp();
  ngo = await makeInstitution(app.adminUrl, 'NGO');
  const other = await makeInstitution(app.adminUrl, 'OPS');
  const worker = async (where: MadeInstitution, ...functions: Parameters<typeof makeWorker>[2]) => {
    const actor = await makeWorker(app.adminUrl, where, functions, { scope: [] });
    await makeAccount(app, actor);
    return actor;
  };
  const boss = await worker(ngo, 'head');
  anna = await worker(ngo, 'adviser');
  expert = await worker(other, 'adviser');
  head = await app.as(boss.accountId);
  adviser = await app.as(anna.accountId);
  stranger = await app.as((await worker(other, 'head')).accountId);
});
afterAll(() => app.drop());

const rows = (query: string, ...values: unknown[]) => asAdmin(app.adminUrl, (run) => run(query, values));

test('the head opens a desk, takes people in and says what they know', async () => {
  expect((await head.get('/advice/desk/settings')).text).toContain('Nie ma jeszcze żadnego punktu');
  const bad = await head.post('/advice/desk/settings/new', { namePl: '', leadPl: 'Pomagamy' });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Pomagamy');
  const opened = await head.post('/advice/desk/settings/new', {
    namePl: 'Doradztwo dla spółdzielni',
    counties: ['1207'],
    regions: ['30'],
    open: 'yes',
    itself: 'yes',
  });
  expect(opened.status).toBe(303);
  const people = opened.location ?? '';
  const [desk] = await rows('select * from advice.desk where assigns_itself');
  expect(desk).toMatchObject({ slug: 'doradztwo-dla-spoldzielni', is_open: true });
  expect(desk?.counties).toContain('1207');
  expect([desk?.counties].flat().length).toBeGreaterThan(30);

  const own = await head.post(people, { who: anna.subjectId, role: 'lead' });
  expect(own.status).toBe(303);
  const twice = await head.post(people, { who: anna.subjectId, role: 'lead' });
  expect(twice.text).toContain('Ta osoba ma już tę rolę');
  const [{ email } = {}] = await rows(
    'select email from organisations.worker where id = $1',
    expert.subjectId,
  );
  const far = await head.post(people, { address: String(email).toUpperCase(), role: 'adviser' });
  expect(far.status).toBe(303);
  expect((await head.post(people, { address: 'nikt@example.org', role: 'adviser' })).status).toBe(422);

  const person = far.location ?? '';
  expect((await head.post(`${person}/known`, { topic: 'reserved', counties: '1207' })).status).toBe(303);
  const shown = await head.get(person);
  expect(shown.text).toContain('Zamówienia zastrzeżone i klauzule społeczne (1 powiat)');
  const remove = /action="([^"]*\/known\/[^"]*\/remove)"/.exec(shown.text)?.[1] ?? '';
  expect((await head.post(remove)).status).toBe(303);
  expect((await head.get(person)).text).not.toContain('(1 powiat)');

  // The lead sets it up too, though not the head.
  const settings = people.replace('/people', '');
  expect((await adviser.get(settings)).status).toBe(200);
  expect((await adviser.get('/advice/desk/settings')).text).toContain('Doradztwo dla spółdzielni');
  expect((await adviser.get('/advice/desk/settings/new')).status).toBe(404);
  expect((await head.post(`${person}/end`, { to: '1.01.2020' })).status).toBe(422);
  expect((await head.post(`${person}/end`, { to: '4.03.2026' })).status).toBe(303);
});

test('topics are switched off with what lies under them, and on again', async () => {
  const desk = await makeDesk(app.adminUrl, ngo);
  const path = `/advice/desk/settings/${desk}/topics`;
  expect((await head.get(path)).text).toContain('Kontrakt socjalny');
  expect((await head.post(path, { on: ['cooperation', 'agreement'] })).status).toBe(303);
  const on = (await head.get(path)).text.match(/checked=""|checked /g) ?? [];
  expect(on).toHaveLength(2);
});

test('a stale form loses nothing and overwrites nothing', async () => {
  const desk = await makeDesk(app.adminUrl, ngo);
  const path = `/advice/desk/settings/${desk}`;
  expect((await head.post(path, { namePl: 'Pierwszy', _version: '1' })).status).toBe(303);
  const late = await head.post(path, { namePl: 'Drugi', _version: '1' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Drugi');
});

test('nobody else finds the settings of a desk, nor changes them', async () => {
  const [{ id } = {}] = await rows('select id from advice.desk limit 1');
  const path = `/advice/desk/settings/${id}`;
  for (const part of ['', '/people', '/topics']) {
    expect((await stranger.get(path + part)).status).toBe(404);
    expect((await app.visitor.get(path + part)).status).toBe(303);
  }
  expect((await stranger.post(path, { namePl: 'Cudzy' })).status).toBe(404);
  expect((await stranger.post(`${path}/people`, { who: expert.subjectId, role: 'lead' })).status).toBe(404);
  expect(await rows(`select from advice.desk where name_pl = 'Cudzy'`)).toHaveLength(0);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import type { WorkerFunction } from '#modules/organisations/api.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import {
  asAdmin,
  makeAccount,
  makeCaseIn,
  makeInstitution,
  makePartnership,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { type RegionLine, sumOf } from './schema.ts';
import { sumsOf } from './service.ts';

let app: TestApp;
let w: World;
let analyst: Actor;
let rops: Browser;
let speaker: Browser;
let far: Browser;
let farAnalyst: Actor;
let opsHead: Browser;

const run = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (query) => query(text, values));

async function regional(county: string, functions: readonly WorkerFunction[]) {
  const institution = await makeInstitution(app.adminUrl, 'ROPS');
  await run('update organisations.institution set county_code = $2 where id = $1', [institution.id, county]);
  const actor = await makeWorker(app.adminUrl, institution, functions, { scope: [] });
  await makeAccount(app, actor);
  return { institution, actor, browser: await app.as(actor.accountId) };
}

beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  const here = await regional('1261', ['analyst']);
  [analyst, rops] = [here.actor, here.browser];
  const other = await makeWorker(app.adminUrl, here.institution, ['partnership_coordinator'], { scope: [] });
  await makeAccount(app, other);
  speaker = await app.as(other.accountId);
  const away = await regional('1465', ['head', 'analyst']);
  [farAnalyst, far] = [away.actor, away.browser];
  await makeAccount(app, w.opsHead);
  opsHead = await app.as(w.opsHead.accountId);
  for (let i = 0; i < 7; i += 1) await makeCaseIn(app.adminUrl, w, 'active');
  const small = await makeWorld(app.adminUrl);
  await run(`update partnerships.partnership set name = 'Partnerstwo Małe' where id = $1`, [
    small.partnershipId,
  ]);
  for (let i = 0; i < 3; i += 1) await makeCaseIn(app.adminUrl, small, 'active');
  await makePartnership(app.adminUrl, [small.ops, small.pup]);
}, 60_000);
afterAll(() => app.drop());

const cellsOf = (html: string, name: string): string[] => {
  const row = html.split('<tr>').find((one) => one.includes(name)) ?? '';
  return [...row.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '').trim());
};

describe('the view of a voivodeship', () => {
  test('its regional institution sees process figures, small ones veiled and sums as ranges', async () => {
    const page = await rops.get('/region');
    expect(page.status).toBe(200);
    expect(cellsOf(page.text, 'Partnerstwo Małe')[5]).toBe('&lt; 5');
    // 7 shown, 1 to 4 hidden, 0 shown.
    expect(page.text).toContain('od 8 do 11');
    expect(page.text).not.toMatch(/Testowy/);
    expect((await rops.get('/region?state=ended')).text).toContain('Nie ma takich partnerstw');
    expect((await rops.get('/region?state=ended')).text).toContain('od 8 do 11');
    expect((await rops.get('/region/calendar')).status).toBe(200);
  });

  test('the file says what the page says', async () => {
    const file = await rops.get('/region/partnerships.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text.split('\r\n').filter((line) => line.startsWith('Partnerstwo'))).toHaveLength(4);
    expect(file.text).toContain('< 5');
  });

  test('that of another voivodeship sees nothing of it, and no other institution sees any', async () => {
    const page = await far.get('/region');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Partnerstwo Małe');
    for (const path of [
      '/region',
      '/region/calls',
      '/region/calendar',
      '/region/partnerships.csv',
      '/region/calls/new',
    ])
      expect((await opsHead.get(path)).status, path).toBe(404);
    expect((await app.visitor.get('/region')).location).toMatch(/sign-in/);
  });

  test('the database refuses what the pages would', async () => {
    for (const query of [
      sql`select * from cases.api_region('12', '2020-01-01', '2030-01-01')`,
      sql`select * from partnerships.region_lines('12', '2020-01-01', '2030-01-01')`,
    ]) {
      expect(await app.ctxAs(farAnalyst, (ctx) => ctx.tx.many(query))).toEqual([]);
      expect(await app.ctxAs(w.opsHead, (ctx) => ctx.tx.many(query))).toEqual([]);
      expect(await app.ctxAs(analyst, (ctx) => ctx.tx.many(query))).toHaveLength(3);
    }
  });
});

test('whatever the hidden counts are, lines and sums say the same: nothing can be subtracted', () => {
  let seed = 7;
  const chance = (n: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % n;
  };
  const line = (open: number): RegionLine => ({
    ...{ id: '', name: '', countyCode: '1207', county: '', state: 'operating', startedOn: '2024-01-01' },
    ...{
      members: 3,
      contacts: 3,
      agreementFrom: null,
      agreementTo: null,
      meetingsHeld: 0,
      meetingsPlanned: 0,
    },
    ...{ published: false, answered: 0, inTime: { n: 0, veil: null } },
    open: open > 0 && open < 5 ? null : open,
  });
  for (let round = 0; round < 300; round += 1) {
    const real = Array.from({ length: 1 + chance(6) }, () => chance(13));
    const other = real.map((n) => (n > 0 && n < 5 ? 1 + chance(4) : n));
    const told = (counts: number[]) => JSON.stringify(sumsOf(counts.map(line), '2026-03-04'));
    expect(told(other)).toBe(told(real));
    const sum = real.reduce((all, n) => all + n, 0);
    const { least, most } = sumOf(real.map((n) => line(n).open));
    expect(sum >= least && sum <= most).toBe(true);
  }
});

describe('calls for projects', () => {
  const call = (more: Record<string, string> = {}) => ({
    title: 'Nabór na usługi społeczne',
    lead: 'Pieniądze na wspólne usługi.',
    criteria: 'Partnerstwo działa co najmniej rok.',
    opensOn: '1.3.2026',
    closesOn: '30.4.2026',
    amount: '500 000',
    link: 'https://example.org/nabor',
    titleEn: 'Call for social services',
    ...more,
  });
  let path: string;

  test('an analyst does not publish; whoever speaks for the region does', async () => {
    expect((await rops.get('/region/calls/new')).status).toBe(404);
    expect((await rops.post('/region/calls/new', call())).status).toBe(404);
    expect((await opsHead.post('/region/calls/new', call())).status).toBe(404);
    const wrong = await speaker.post('/region/calls/new', call({ closesOn: '1.2.2026' }));
    expect(wrong.status).toBe(422);
    const made = await speaker.post('/region/calls/new', call());
    expect(made.status).toBe(303);
    path = made.location ?? '';
    expect((await speaker.get(path)).text).toContain('szkic');
    expect((await app.visitor.get(path)).status).toBe(404);
    expect((await opsHead.get(path)).status).toBe(404);
  });

  test('published it is read by everybody, and partnerships say that they are interested', async () => {
    const edit = path.replace('/network', '/region');
    expect((await far.get(`${edit}/edit`)).status).toBe(404);
    expect((await speaker.post(`${edit}/edit`, call({ publish: 'yes', _version: '1' }))).status).toBe(303);
    const shown = await app.visitor.get(path);
    expect(shown.text).toMatch(/500.000,00/);
    expect((await app.visitor.get('/network/calls?region=12')).text).toContain('Nabór na usługi');
    const english = await app.visitor.get(`${path}?lang=en`);
    expect(english.text).toContain('Call for social services');
    expect(english.text).toContain('Pieniądze na wspólne usługi.');
    expect((await app.visitor.get('/network/calls?region=14')).text).not.toContain('Nabór na usługi');
    expect((await app.visitor.get('/network/calendar?region=12')).text).toContain('Nabór na usługi');
    expect((await app.visitor.get('/network/calendar.ics?region=12')).text).toContain(
      'SUMMARY:Koniec naboru',
    );
    const marked = await opsHead.post(`${path}/interest`, {
      partnership: w.partnershipId,
      note: 'Chcemy złożyć',
    });
    expect(marked.status).toBe(303);
    expect((await speaker.get(path)).text).toContain('Chcemy złożyć');
    expect((await far.get(path)).text).not.toContain('Chcemy złożyć');
    const theirs = (await makeWorld(app.adminUrl)).partnershipId;
    expect((await opsHead.post(`${path}/interest`, { partnership: theirs })).status).toBe(404);
  });

  test('cancelled it stays to be read, and nobody marks interest any more', async () => {
    const cancel = `${path.replace('/network', '/region')}/cancel`;
    expect((await far.post(cancel)).status).toBe(404);
    expect((await speaker.post(cancel)).status).toBe(303);
    expect((await app.visitor.get(path)).text).toContain('odwołany');
    expect((await opsHead.post(`${path}/interest`, { partnership: w.partnershipId })).status).toBe(404);
    expect(
      await app.ctxAs(farAnalyst, (ctx) =>
        ctx.tx.run(
          sql`update partnerships.regional_call set title = 'x' where id = ${path.split('/').at(-1) ?? newId()}`,
        ),
      ),
    ).toBe(0);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { loadEnquiries } from '../../../demo/directory/enquiries.ts';

let app: TestApp;
let clerk: Browser;
let stranger: Browser;
let strangerActor: Actor;
let editor: Browser;

beforeAll(async () => {
  app = await testApp();
  const signedIn = async (actor: Actor) => {
    await makeAccount(app, actor);
    return app.as(actor.accountId);
  };
  clerk = await signedIn(
    await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'OPS'), ['social_worker']),
  );
  strangerActor = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'PUP'), ['head']);
  stranger = await signedIn(strangerActor);
  editor = await signedIn(
    await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'ROPS'), ['editor']),
  );
}, 60_000);
afterAll(() => app.drop());

const EVIL = '=HYPERLINK("http://x")<script>alert(1)</script>';
const entry = (given: Record<string, string> = {}) => ({
  _key: newId(),
  enquiry: '',
  buyer: 'Gmina Próbna',
  county: '1207',
  subject: 'Obiady',
  cpv: '55524000-9',
  valueBand: 'to_130',
  rule: 'ues_26',
  group: 'disabled',
  kind: 'percent',
  required: '30',
  startsOn: '1.02.2026',
  endsOn: '30.06.2026',
  contractor: 'Spółdzielnia Próba',
  employed: '3',
  control: 'kept',
  controlNote: '',
  ...given,
});

const article = (text: string) => [...text.matchAll(/id="((?:pzp|ues)_\d+)"/g)].map(([, code]) => code);

test('what applies follows from the answers, and what is not sure is marked', async () => {
  const ask = async (query: string) => (await app.visitor.get(`/procurement/assistant?${query}`)).text;
  expect(article(await ask(''))).toEqual([]);
  const below = await ask('band=below&subject=services&buyer=public&groups=yes');
  expect(article(below)).toEqual(['ues_26']);
  expect(below).toContain('170\u00a0000\u00a0zł');
  expect(below).toContain('do potwierdzenia');
  expect(below).toContain('zaświadczenie o statusie przedsiębiorstwa społecznego');
  expect(article(await ask('band=above&subject=services&buyer=public&groups=yes'))).toEqual([
    'pzp_94',
    'pzp_96',
    'pzp_95',
    'pzp_242',
  ]);
  expect(article(await ask('band=above&subject=social&buyer=public&mission=yes'))).toEqual(['pzp_361']);
  expect(article(await ask('band=above&subject=social&buyer=other'))).toEqual([]);
  expect(await ask("band='; drop table x&subject=<script>&buyer=public")).not.toContain('<script>&');
});

test('the threshold is that of the day', async () => {
  app.setNow(new Date('2025-11-03T09:00:00Z'));
  const { text } = await app.visitor.get('/procurement/assistant');
  expect(text).toContain('130\u00a0000\u00a0zł');
  app.setNow(new Date('2026-03-04T09:00:00Z'));
});

test('a worker writes for the own institution, an editor for all, a stranger for nobody', async () => {
  expect((await app.visitor.get('/procurement/register/new')).location).toContain('/sign-in');
  const first = entry();
  const { location } = await clerk.post('/procurement/register/new', first);
  // Sent twice it is one entry.
  expect((await clerk.post('/procurement/register/new', first)).location).toBe(location);
  const path = location ?? '';
  expect((await app.visitor.get(path)).text).toContain('30%');
  expect((await app.visitor.get(path)).text).not.toContain('Zmień wpis');
  expect((await stranger.get(`${path}/edit`)).status).toBe(404);
  expect((await stranger.post(`${path}/edit`, entry({ _version: '1' }))).status).toBe(404);
  const id = path.replace('/procurement/register/', '');
  for (const actor of [strangerActor, PUBLIC_ACTOR]) {
    const change = app.ctxAs(actor, (ctx) =>
      ctx.tx.run(sql`update directory.social_clause set employed = 99 where id = ${id}`),
    );
    expect(await change.catch((e: { code?: string }) => e.code)).toBe(actor === PUBLIC_ACTOR ? '42501' : 0);
  }
  expect((await editor.post(`${path}/edit`, entry({ _version: '1', employed: '4' }))).location).toBe(path);
  expect((await clerk.post(`${path}/edit`, entry({ _version: '1', employed: '5' }))).status).toBe(409);

  const bad = entry({ rule: 'pzp_999', startsOn: '31.02.2026', employed: '-1', county: '9999' });
  const refused = await clerk.post('/procurement/register/new', bad);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Gmina Próbna');
  expect((await clerk.post('/procurement/register/new', entry({ required: '' }))).status).toBe(422);
  expect((await clerk.post('/procurement/register/new', entry({ contractor: '1234567890' }))).status).toBe(
    422,
  );
});

test('the list filters, counts and leaves as a file that holds no formula', async () => {
  await clerk.post('/procurement/register/new', entry({ subject: EVIL, rule: 'pzp_96', employed: '7' }));
  const all = (await app.visitor.get('/procurement/register')).text;
  expect(all).not.toContain('<script>alert(1)');
  expect(all).toContain('Obiady');
  const { text } = await app.visitor.get('/procurement/register?rule=ues_26&voivodeship=12&q=OBIADY&page=1');
  expect(text).toContain('1 wpis');
  expect((await app.visitor.get('/procurement/register?q=%25')).text).toContain('0 wpisów');
  expect((await app.visitor.get('/procurement/register?page=99999&rule=%00&control=x')).status).toBe(200);
  const csv = await app.visitor.get('/procurement/register/export.csv?rule=pzp_96');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.text).not.toMatch(/(^|[;,\n"])=HYPERLINK/);
  const english = await app.visitor.get('/procurement/register', { 'accept-language': 'en' });
  expect(english.text).toContain('Register of social clauses');
});

test('the demonstration fills both', async () => {
  const anna = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'OPS'), ['social_worker']);
  await asAdmin(app.adminUrl, (run) =>
    run("update organisations.worker set email = 'anna@splot.example' where id = $1", [anna.subjectId]),
  );
  await makeAccount(app, anna);
  for (let n = 0; n < 4; n++)
    await makeEntity(app, {
      name: `Podmiot ${n}`,
      shortName: `Podmiot ${n}`,
      email: `podmiot${n}@example.org`,
    });
  await loadEnquiries(app.adminUrl, '2026-03-04');
  const count = await app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.one<{ n: number }>(sql`select count(*)::int as n from directory.enquiry`),
  );
  expect(count.n).toBe(5);
  expect((await (await app.as(anna.accountId)).get('/enquiries')).text).toContain(
    'Obiady dla szkoły podstawowej',
  );
});

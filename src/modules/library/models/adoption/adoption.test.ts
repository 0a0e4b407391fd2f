import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { adoptionsOf } from './api.ts';
import { adopters } from './service.ts';

let t: TestApp;
let editor: Browser;
let worker: Browser;
let entity: string;
const PATH = '/models/stolowka/adopters';
const franchise = {
  rules: ['Dziel się wynikami.'],
  fee: 'bez opłaty',
  territory: '',
  audit: '',
  exit: '',
  brand: '',
};
beforeAll(async () => {
  t = await testApp();
  await makeDocument(t.adminUrl, {
    kind: 'model',
    slug: 'stolowka',
    title: 'Stołówka',
    facts: { franchise },
  });
  await makeDocument(t.adminUrl, { kind: 'model', slug: 'zielen', title: 'Zieleń' });
  const institution = await makeInstitution(t.adminUrl, 'ROPS');
  const chief = await makeWorker(t.adminUrl, institution, ['editor']);
  const other = await makeWorker(t.adminUrl, institution, ['social_worker']);
  editor = await t.as(await makeAccount(t, chief));
  worker = await t.as(await makeAccount(t, other));
  entity = await makeEntity(t, { name: 'Spółdzielnia Socjalna Łyżka', shortName: 'Spn.s. Łyżka' });
});
afterAll(() => t.drop());

const given = { county: '1205', since: '5.03.2025', state: 'running' };
const all = () => t.ctxAs(PUBLIC_ACTOR, (ctx) => adopters(ctx, 'stolowka'));

test('only editors add who uses a model; what is wrong is said beside its field', async () => {
  expect((await t.visitor.get(PATH)).status).not.toBe(200);
  expect((await worker.get(PATH)).status).toBe(404);
  expect((await worker.post(PATH, given)).status).toBe(404);
  const wrong = await editor.post(PATH, {
    ...given,
    since: '31.02.2025',
    entity: '/directory/nie-ma',
    county: '',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('nie-ma');
  expect((await editor.post(PATH, { ...given, county: '9999' })).status).toBe(422);
  expect((await editor.post('/models/nie-ma/adopters', given)).status).toBe(404);
  expect(await all()).toEqual([]);
});

test('whoever did not agree to be named is a county for readers, whatever they ask', async () => {
  expect((await editor.post(PATH, { ...given, entity: `/directory/${entity}` })).status).toBe(303);
  expect((await t.visitor.get('/models/adopters')).text).not.toContain('Łyżka');
  expect((await editor.get(PATH)).text).toContain('nazwa niejawna');
  expect(await t.ctxAs(PUBLIC_ACTOR, (ctx) => adoptionsOf(ctx, entity))).toEqual([]);
  const rows = await t.ctxAs(PUBLIC_ACTOR, (ctx) =>
    ctx.tx.many<{ adopter_id: string }>(sql`select adopter_id from library.adopter_entity`),
  );
  expect(rows).toEqual([]);
  expect(await all()).toMatchObject([{ county: 'gorlicki', entity: null }]);
});

test('with permission the name stands on the list and on the page of the entity', async () => {
  const bound = { ...given, entity, named: 'yes', franchise: 'yes', county: '1207' };
  expect((await editor.post(PATH, bound)).status).toBe(303);
  const list = await t.visitor.get('/models/adopters?model=stolowka');
  expect(list.text).toContain('Łyżka');
  expect(list.text).toContain('2 zespoły');
  expect((await t.visitor.get('/models/adopters?model=zielen')).text).toContain('Nikt jeszcze nie zgłosił');
  expect(await t.ctxAs(PUBLIC_ACTOR, (ctx) => adoptionsOf(ctx, entity))).toMatchObject([
    { modelSlug: 'stolowka', title: 'Stołówka', state: 'running' },
  ]);
  expect((await t.visitor.get('/models/stolowka')).text).toContain('korzystają 2 zespoły');
});

test('audits are of those bound by the franchise, on a day that has come', async () => {
  const [bound, unbound] = [
    (await all()).find((each) => each.franchise)?.id ?? '',
    (await all()).find((each) => !each.franchise)?.id ?? '',
  ];
  const audit = { adopter: bound, on: '2.03.2026', result: 'conditions', note: 'Brak jednej karty.' };
  const path = `${PATH}/audits`;
  expect((await editor.post(path, { ...audit, adopter: unbound })).status).toBe(422);
  expect((await editor.post(path, { ...audit, on: '5.03.2026' })).status).toBe(422);
  expect((await worker.post(path, audit)).status).toBe(404);
  expect((await editor.post(path, audit)).status).toBe(303);
  const page = await t.visitor.get('/models/stolowka/franchise');
  for (const said of ['Dziel się wynikami.', 'bez opłaty', 'spełnia z uwagami', 'Brak jednej karty.'])
    expect(page.text).toContain(said);
  expect((await t.visitor.get('/models/zielen/franchise')).status).toBe(404);
});

test('a state changes and an entry goes, by editors and under its own model alone', async () => {
  const [one] = await all();
  const path = `${PATH}/${one?.id}`;
  expect((await worker.post(path, { state: 'ended' })).status).toBe(404);
  expect((await editor.post(`/models/zielen/adopters/${one?.id}`, { state: 'ended' })).status).toBe(404);
  expect((await editor.post(path, { state: 'ended' })).status).toBe(303);
  expect((await all()).find(({ id }) => id === one?.id)?.state).toBe('ended');
  expect((await editor.post(path, { state: 'remove' })).status).toBe(303);
  expect(await all()).toHaveLength(1);
});

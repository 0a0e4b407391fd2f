import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';

let app: TestApp;
let w: World;
let coordinator: Browser;
let outsider: Browser;
let partner: Browser;

const run = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (query) => query(text, values));

beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  const one = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator'], { scope: [] });
  await run(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
    [newId(), w.partnershipId, w.ngo.id, one.subjectId],
  );
  await makeAccount(app, one);
  coordinator = await app.as(one.accountId);
  await makeAccount(app, w.adviser);
  partner = await app.as(w.adviser.accountId);
  const other = await makeWorld(app.adminUrl);
  await makeAccount(app, other.opsHead);
  outsider = await app.as(other.opsHead.accountId);
});
afterAll(() => app.drop());

const card = (more: Record<string, string | readonly string[]> = {}) => ({
  lead: 'Razem pracujemy z mieszkańcami.',
  specialises: 'Prowadzimy szkolenia dla pracodawców.',
  'topic[]': ['employers', 'plan'],
  'group[]': ['long_unemployed'],
  hosts: 'yes',
  hostOffer: 'Pokażemy warsztaty.',
  topic0: 'employers',
  institution0: w.pup.id,
  role0: 'doradczyni klienta instytucjonalnego',
  ...more,
});
const edit = () => `/partnerships/${w.partnershipId}/card`;
const shown = () => `/network/${w.partnershipId}`;

test('the coordinator alone writes the card; a draft is seen by partners alone', async () => {
  expect((await partner.get(edit())).status).toBe(404);
  expect((await outsider.get(edit())).status).toBe(404);
  expect((await coordinator.get(edit())).status).toBe(200);
  expect((await coordinator.post(edit(), card())).location).toBe(shown());
  expect((await partner.get(shown())).text).toContain('To szkic');
  expect((await outsider.get(shown())).status).toBe(404);
  expect((await app.visitor.get(shown())).status).toBe(404);
  expect((await app.visitor.get('/network')).text).not.toContain('Razem pracujemy');
});

test('a slip in the form loses nothing', async () => {
  const wrong = await coordinator.post(edit(), card({ site: 'strona', role0: '', lead: 'Nowe zdanie' }));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Nowe zdanie');
  const bad = await coordinator.post(edit(), card({ institution0: newId() }));
  expect(bad.status).toBe(422);
});

test('once published everybody reads it and finds it by words, subject and place', async () => {
  expect((await coordinator.post(edit(), card({ publish: 'yes' }))).status).toBe(303);
  const page = await app.visitor.get(shown());
  expect(page.status).toBe(200);
  expect(page.text).toContain('doradczyni klienta instytucjonalnego');
  expect(page.text).toContain('"@type":"Organization"');
  expect(page.text).not.toContain('Umów wizytę');
  const find = async (query: string) =>
    (await app.visitor.get(`/network?${query}`)).text.includes('Razem pracujemy');
  expect(await find('')).toBe(true);
  expect(await find('q=szkoleniach+pracodawcom')).toBe(true);
  expect(await find('q=kosmos')).toBe(false);
  expect(await find('term=employers&region=12')).toBe(true);
  expect(await find('term=homeless')).toBe(false);
  expect(await find('region=14')).toBe(false);
  expect(await find('county=1207&hosts=yes')).toBe(true);
});

test('a partnership that changes its name is found by the new one at once', async () => {
  const area = await asAdmin(app.adminUrl, (run) =>
    run('select gmina_id as id from partnerships.area where partnership_id = $1', [w.partnershipId]),
  );
  const renamed = await coordinator.post(`/partnerships/${w.partnershipId}/area`, {
    name: 'Partnerstwo Zielonej Doliny',
    'area[]': area.map(({ id }) => String(id)),
  });
  expect(renamed.status).toBe(303);
  for (const words of ['zielona+dolina', 'szkoleniach', 'limanowski'])
    expect((await app.visitor.get(`/network?q=${words}`)).text, words).toContain('Zielonej Doliny');
});

test('taken out of the network it is gone for the others', async () => {
  expect((await outsider.post(`${edit()}/hide`)).status).toBe(404);
  expect((await coordinator.post(`${edit()}/hide`)).status).toBe(303);
  expect((await app.visitor.get(shown())).status).toBe(404);
  expect((await coordinator.post(edit(), card({ publish: 'yes' }))).status).toBe(303);
});

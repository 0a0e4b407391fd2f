import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeAccount, makeWorker } from '#test/factories.ts';
import { type ActiveCase, put, type ReviewWorld, reviewWorld } from '#test/review-world.ts';

let app: TestApp;
let w: ReviewWorld;
let ops: Browser;
let pup: Browser;
let head: Browser;
beforeAll(async () => {
  app = await testApp();
  w = await reviewWorld(app);
  ops = await app.as(await makeAccount(app, w.socialWorker));
  pup = await app.as(await makeAccount(app, w.adviser));
  head = await app.as(await makeAccount(app, w.opsHead));
});
afterAll(async () => {
  await w.admin.end();
  await app.drop();
});

const versionOf = async (c: ActiveCase) =>
  String(
    (await w.admin.run('select row_version from cases.shared_case where id = $1', [c.id])).rows[0]
      ?.row_version,
  );
const stateOf = async (c: ActiveCase) =>
  String((await w.admin.run('select state from cases.shared_case where id = $1', [c.id])).rows[0]?.state);
/** Ids that stand more than once on a page. */
const repeated = (html: string) => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
};
async function opens(browser: Browser, path: string, says: string): Promise<void> {
  const answer = await browser.get(path);
  expect(answer.status, path).toBe(200);
  expect(answer.text, path).toContain(says);
  expect(repeated(answer.text), path).toEqual([]);
  expect(answer.text, path).not.toMatch(/undefined|\[object|NaN/);
  const english = await browser.get(`${path}?lang=en`);
  expect(english.status).toBe(200);
}

test('from the final review to the follow-up, in the browser', async () => {
  const c = await w.active({}, [w.adviser]);
  const base = `/cases/${c.id}`;
  await opens(ops, `${base}/reviews`, 'Nie było jeszcze przeglądu');
  await opens(ops, `${base}/reviews/new`, 'Praca na pół etatu');
  const review = {
    _key: newId(),
    _version: await versionOf(c),
    held_on: '4.3.2026',
    trigger: 'closing',
    present: 'zespół',
    [`goal_${c.goal}`]: '4',
    [`item_${c.items[0]}`]: 'done',
    [`item_${c.items[1]}`]: 'in_progress',
    decision: 'close',
    next_review_on: '',
    minutes: 'Cel osiągnięty <b>w całości</b>.',
  };
  const wrong = await ops.post(`${base}/reviews`, { ...review, held_on: '31.2.2026', _key: newId() });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Cel osiągnięty');
  expect(wrong.text).toContain('31.2.2026');
  expect((await ops.post(`${base}/reviews`, review)).location).toBe(`${base}/outcome`);
  // The same form sent twice gets the first answer.
  expect((await ops.post(`${base}/reviews`, review)).location).toBe(`${base}/outcome`);
  await opens(ops, `${base}/reviews`, '&lt;b&gt;w całości');
  expect((await ops.post(`${base}/reviews`, { ...review, _key: newId() })).status).toBe(409);

  await opens(ops, `${base}/outcome`, 'Zapisz rezultat');
  // First the kind of the result; a job is asked about only where the result is one.
  await opens(ops, `${base}/outcome/new`, 'Jak zakończył się udział');
  expect((await ops.get(`${base}/outcome/new?kind=progress`)).text).not.toContain('Wymiar czasu pracy');
  await opens(ops, `${base}/outcome/new?kind=employment`, 'Działania jeszcze otwarte');
  // Another kind shows its own fields; what was typed stays, nothing is recorded.
  const changed = await ops.post(`${base}/outcome`, {
    _version: await versionOf(c),
    choose: 'kind',
    kind: 'drop_out',
    employment_started_on: '3.3.2026',
    employment_term: 'open_ended',
    note: 'Wpisana uwaga',
  });
  expect(changed.text).toContain('rezygnacja');
  expect(changed.text).toContain('name="employment_term" value="open_ended"');
  expect(changed.text).toContain('Wpisana uwaga');
  expect(changed.text).not.toContain('data-errors');
  expect(await stateOf(c)).toBe('active');
  const sent = await ops.post(`${base}/outcome`, {
    _version: await versionOf(c),
    code: 'EMP_OPEN',
    left_on: '2.3.2026',
    evidence: 'contract_seen',
    employment_started_on: '3.3.2026',
    employment_hours: 'full',
    employment_term: 'open_ended',
    planned_months: '',
    'progress[]': ['b', 'c'],
    informed_on: '3.3.2026',
    evaluation: 'asked',
    note: '',
    [`item_${c.items[1]}`]: 'done',
  });
  expect(sent.location).toBe(`${base}/outcome`);
  await opens(ops, `${base}/outcome`, 'na czas nieokreślony');
  await opens(ops, `${base}/outcome`, 'Cofnij zamykanie');
  await opens(pup, `${base}/outcome`, 'Potwierdź zamknięcie');
  expect((await pup.post(`${base}/outcome/confirm`)).location).toBe(`${base}/outcome`);
  expect(await stateOf(c)).toBe('follow_up');

  await opens(pup, `${base}/follow-up`, 'Zapisz rozmowę');
  await opens(pup, `${base}/follow-up/F0`, 'Sytuacja na rynku pracy');
  await opens(pup, `${base}/follow-up/F0/tries`, 'Data próby');
  expect(
    (await pup.post(`${base}/follow-up/F0/tries`, { tried_on: '3.3.2026', channel: 'phone' })).status,
  ).toBe(303);
  const early = await pup.post(`${base}/follow-up/F0/unreachable`);
  expect(early.status).toBe(422);
  expect(early.text).toContain('po trzech próbach');
  const talk = await pup.post(`${base}/follow-up/F0`, {
    done_on: '4.3.2026',
    channel: 'phone',
    informant: 'person',
    employment_status: 'employed',
    employment_kind: 'contract',
    same_job: 'yes',
    income_change: 'better',
    needs_help: 'yes',
  });
  expect(talk.location).toBe(`${base}/follow-up`);
  await opens(ops, `${base}/follow-up`, 'Osoba potrzebuje nowej pomocy');
  await opens(ops, `${base}/reopen`, 'Powstaje nowa sprawa');
  const again = await ops.post(`${base}/reopen`);
  expect(again.location).toMatch(/^\/cases\/[0-9a-f-]{36}\/basis$/);
  expect((await ops.get(again.location ?? '')).status).toBe(200);
});

test('suspension and resumption', async () => {
  const c = await w.active();
  const base = `/cases/${c.id}`;
  await opens(ops, `${base}/suspend`, 'terminy stoją');
  const refused = await ops.post(`${base}/suspend`, {
    _version: await versionOf(c),
    reason: 'abroad',
    from_on: '4.3.2026',
    until_on: '1.12.2026',
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('31.08.2026');
  const done = await ops.post(`${base}/suspend`, {
    _version: await versionOf(c),
    reason: 'abroad',
    from_on: '4.3.2026',
    until_on: '1.5.2026',
  });
  expect(done.location).toBe(`${base}/reviews`);
  await opens(ops, `${base}/reviews`, 'pobyt za granicą');
  await opens(ops, `${base}/resume`, 'Wznów sprawę');
  expect(
    (await ops.post(`${base}/resume`, { _version: await versionOf(c), resumed_on: '4.3.2026' })).status,
  ).toBe(303);
  expect(await stateOf(c)).toBe('active');
});

test('withdrawal says what will happen, and the partner is shown that access ended', async () => {
  const c = await w.active();
  const base = `/cases/${c.id}`;
  await opens(ops, `${base}/withdraw`, 'Partnerzy od razu tracą dostęp');
  expect((await ops.post(`${base}/withdraw`, { reason: '', said_on: '', way: '' })).status).toBe(422);
  const done = await ops.post(`${base}/withdraw`, {
    reason: 'moved',
    said_on: '3.3.2026',
    way: 'phone',
    note: '',
  });
  expect(done.location).toBe(base);
  expect((await ops.get(base)).status).toBe(200);
  expect((await pup.get(base)).status).toBe(404);
  expect((await pup.get(`${base}/access`)).status).toBe(200);
});

test('assigning, the archive and the figures', async () => {
  const colleague = await makeWorker(app.adminUrl, w.ops, ['social_worker']);
  const c = await w.active();
  await opens(head, `/cases/${c.id}/assign`, 'Przydziel pracownika');
  const done = await head.post(`/cases/${c.id}/assign`, {
    _version: await versionOf(c),
    worker: colleague.subjectId,
  });
  expect(done.location).toBe(`/cases/${c.id}/assign`);
  const changed = await ops.post(`/cases/${c.id}/assign/coordinator`, {
    _version: await versionOf(c),
    coordinator: colleague.subjectId,
  });
  expect(changed.location).toBe('/cases');
  expect((await ops.get(`/cases/${c.id}/assign`)).status).toBe(404);

  const archived = await w.active({ state: 'archived', retain_until: '2036-12-31', waits_until: null });
  await opens(ops, `/cases/${archived.id}/archive`, 'po podaniu powodu');
  expect((await ops.post(`/cases/${archived.id}/archive`, { reason: 'control', note: '' })).location).toBe(
    `/cases/${archived.id}`,
  );
  expect((await ops.post(`/cases/${archived.id}/archive/hold`, { hold: 'control' })).status).toBe(303);
  await opens(ops, `/cases/${archived.id}/archive`, 'Zakończ wstrzymanie');

  await opens(head, '/results', 'Efektywność społeczna');
  expect((await ops.get('/results')).status).toBe(404);
  const coordinator = await makeWorker(app.adminUrl, w.ops, ['partnership_coordinator']);
  await put(w.admin, 'partnerships.contact', {
    id: newId(),
    partnership_id: w.partnershipId,
    institution_id: w.ops.id,
    worker_id: coordinator.subjectId,
    role: 'coordinator',
    valid_from: '2020-01-01',
  });
  const process = await app.as(await makeAccount(app, coordinator));
  await opens(process, `/partnerships/${w.partnershipId}/results`, 'Mianowniki');
});

test('a stranger finds nothing on any address', async () => {
  const c = await w.active({}, [w.adviser]);
  const stranger = await app.as(await makeAccount(app, w.specialist));
  const get = [
    'reviews',
    'reviews/new',
    'outcome',
    'follow-up',
    'follow-up/F0',
    'follow-up/F0/tries',
    'archive',
    'assign',
  ];
  for (const path of get) expect((await stranger.get(`/cases/${c.id}/${path}`)).status, path).toBe(404);
  for (const path of ['outcome/confirm', 'follow-up/F0/unreachable', 'archive/hold'])
    expect((await stranger.post(`/cases/${c.id}/${path}`)).status, path).toBe(404);
});

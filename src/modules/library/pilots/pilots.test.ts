import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { pilotFacts, progressOf } from './schema.ts';

let t: TestApp;
let ops: MadeInstitution;
let member: Actor;
let editor: Browser;
let team: Browser;
let stranger: Browser;
let pilotId: string;
const facts = {
  model: 'stolowka',
  place: { county: '1205', locality: 'Gorlice' },
  team: ['koordynatorka'],
  agreement: 'na rok',
  start: '2025-09-01',
  milestones: [
    { month: 0, what: 'start', planned: '2025-09-15', done: '2025-09-10' },
    { month: 3, what: 'wpis do KRS', planned: '2025-12-15', done: null },
  ],
  indicators: [{ name: 'miejsca pracy', unit: 'etaty', target: 5, value: null }],
  visits: [{ on: '2025-10-01', what: 'Pierwsza wizyta.' }],
  lessons: ['Zacznij wcześniej.'],
  decision: null,
};
beforeAll(async () => {
  t = await testApp();
  await makeDocument(t.adminUrl, { kind: 'model', slug: 'stolowka', title: 'Stołówka' });
  pilotId = (
    await makeDocument(t.adminUrl, { kind: 'pilot', slug: 'gorlice', title: 'Gorlice gotują', facts })
  ).id;
  await makeDocument(t.adminUrl, {
    kind: 'pilot',
    slug: 'pusty',
    title: 'Bez danych',
    facts: { decision: 'stop' },
  });
  ops = await makeInstitution(t.adminUrl, 'OPS');
  member = await makeWorker(t.adminUrl, ops, ['social_worker']);
  team = await t.as(await makeAccount(t, member));
  const outside = await makeInstitution(t.adminUrl, 'OPS');
  stranger = await t.as(await makeAccount(t, await makeWorker(t.adminUrl, outside, ['social_worker'])));
  const rops = await makeInstitution(t.adminUrl, 'ROPS');
  editor = await t.as(await makeAccount(t, await makeWorker(t.adminUrl, rops, ['editor'])));
});
afterAll(() => t.drop());

test('the latest note of the team counts, whatever the page said', () => {
  const note = { note: '', institution: null };
  const progress = progressOf(pilotFacts.parse(facts), [
    { ...note, id: '1', kind: 'value', item: 0, on: '2025-12-01', value: 3 },
    { ...note, id: '2', kind: 'value', item: 0, on: '2026-01-01', value: 4 },
    { ...note, id: '3', kind: 'milestone', item: 3, on: '2025-12-20', value: null },
    { ...note, id: '4', kind: 'visit', item: 0, on: '2026-01-05', value: null, note: 'Druga.' },
    { ...note, id: '5', kind: 'value', item: 9, on: '2026-01-05', value: 7 },
  ]);
  expect(progress.indicators[0]?.value).toBe(4);
  expect(progress.milestones.map(({ done }) => done)).toEqual(['2025-09-10', '2025-12-20']);
  expect(progress.next).toBeNull();
  expect(progress.visits.map(({ what }) => what)).toEqual(['Druga.', 'Pierwsza wizyta.']);
});

test('the list is sifted by model and state, and says what is overdue', async () => {
  const all = await t.visitor.get('/pilots');
  expect(all.text).toContain('2 pilotaże');
  expect(all.text).toContain('Gorlice, powiat gorlicki');
  expect(all.text).toContain('po terminie');
  expect((await t.visitor.get('/pilots?state=stop')).text).not.toContain('Gorlice gotują');
  expect((await t.visitor.get('/pilots?model=nie-ma')).text).toContain('Nie ma takich pilotaży');
});

test('a page shows the plan and its state to everybody, without data too', async () => {
  const page = await t.visitor.get('/pilots/gorlice');
  for (const said of [
    'wpis do KRS',
    'miejsca pracy (etaty)',
    'Pierwsza wizyta.',
    'Zacznij wcześniej.',
    'trwa',
  ])
    expect(page.text).toContain(said);
  expect(page.text).not.toContain('/log"');
  expect((await t.visitor.get('/pilots/pusty')).status).toBe(200);
});

test('editors name the institutions; their workers write, others do not', async () => {
  const log = '/pilots/gorlice/log';
  const visit = { kind: 'visit', on: '1.03.2026', note: 'Sprawdzono kuchnię.' };
  expect((await team.get(log)).status).toBe(404);
  expect((await team.post('/pilots/gorlice/keepers', { institution: ops.id })).status).toBe(404);
  expect((await editor.post('/pilots/gorlice/keepers', { institution: newId() })).status).toBe(422);
  expect((await editor.post('/pilots/gorlice/keepers', { institution: ops.id })).status).toBe(303);
  expect((await team.get('/pilots/gorlice')).text).toContain('/pilots/gorlice/log"');
  expect((await team.get(log)).status).toBe(200);
  expect((await team.post(log, visit)).status).toBe(303);
  expect((await t.visitor.get('/pilots/gorlice')).text).toContain('Sprawdzono kuchnię.');
  for (const outsider of [stranger, t.visitor])
    expect((await outsider.post(log, visit)).status).not.toBe(303);
  expect((await team.post('/pilots/pusty/log', visit)).status).toBe(404);
});

test('a wrong note comes back with what was typed, in its own form', async () => {
  const log = '/pilots/gorlice/log';
  const future = await team.post(log, { kind: 'milestone', item: '3', on: '1.04.2026', note: 'za wcześnie' });
  expect(future.status).toBe(422);
  expect(future.text).toContain('Ta data jest w przyszłości');
  expect(future.text).toContain('za wcześnie');
  expect((await team.post(log, { kind: 'milestone', item: '7', on: '1.03.2026' })).status).toBe(422);
  expect((await team.post(log, { kind: 'value', item: '0', on: '1.03.2026', value: 'pięć' })).status).toBe(
    422,
  );
  expect((await team.post(log, { kind: 'value', item: '0', on: '1.03.2026', value: '' })).status).toBe(422);
  expect((await team.post(log, { kind: 'visit', on: '1.03.2026', note: '' })).status).toBe(422);
  expect((await team.post(log, { kind: 'value', item: '0', on: '1.03.2026', value: '5,5' })).status).toBe(
    303,
  );
  const page = await t.visitor.get('/pilots/gorlice');
  expect(page.text).toContain('5,5');
  expect(page.text).toContain('osiągnięty');
});

test('the database itself refuses a note under a foreign name or institution, and any change', async () => {
  const add = (institution: string, worker: string) => sql`
    insert into library.pilot_entry (id, document_id, kind, on_date, note, institution_id, added_at, added_by)
    values (${newId()}, ${pilotId}, 'visit', '2026-03-01', 'x', ${institution}, kernel.instant(), ${worker})`;
  const attempt = (query: ReturnType<typeof add>) =>
    t.ctxAs(member, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
  expect(await attempt(add(ops.id, member.subjectId))).toBe(1);
  expect(await attempt(add(ops.id, newId()))).toBe('42501');
  expect(await attempt(add(newId(), member.subjectId))).toBe('42501');
  expect(await attempt(sql`update library.pilot_entry set note = 'y'`)).toBe('42501');
  expect(await attempt(sql`delete from library.pilot_entry`)).toBe(0);
});

test('an institution that no longer keeps the log writes no more', async () => {
  expect((await editor.post('/pilots/gorlice/keepers', { institution: ops.id, take: 'yes' })).status).toBe(
    303,
  );
  expect((await team.get('/pilots/gorlice/log')).status).toBe(404);
});

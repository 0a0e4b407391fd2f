import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { dueSelection } from './service.ts';

let app: TestApp;
let w: World;
let pupHead: Actor;
let ngoHead: Actor;
const browsers = new Map<Actor, Browser>();
const as = (actor: Actor): Browser => browsers.get(actor) ?? app.visitor;
const base = () => `/partnerships/${w.partnershipId}/selection`;
const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const open = async () =>
  String(
    (
      await rows(
        `select id from partnerships.selection where partnership_id = $1 and state in ('draft', 'proposed')`,
        [w.partnershipId],
      )
    )[0]?.id,
  );
async function sent(actor: Actor, path: string, values: Record<string, string> = {}) {
  const answer = await as(actor).post(path, values);
  expect(
    answer.status,
    answer.text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 400),
  ).toBe(303);
}
const words = {
  who: 'Osoby długotrwale bezrobotne.',
  basis: 'Porozumienie, § 7.',
  choosing: 'Zgłasza każdy partner, odpowiada koordynator sprawy.',
  orderWords: 'Najpierw podstawy, potem data.',
};

beforeAll(async () => {
  app = await testApp(new Date('2026-03-04T09:00:00Z'));
  w = await makeWorld(app.adminUrl);
  pupHead = await makeWorker(app.adminUrl, w.pup, ['head']);
  ngoHead = await makeWorker(app.adminUrl, w.ngo, ['head']);
  const stranger = (await makeWorld(app.adminUrl)).opsHead;
  await rows(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
    [newId(), w.partnershipId, w.ops.id, w.opsHead.subjectId],
  );
  for (const actor of [w.opsHead, pupHead, ngoHead, w.adviser, stranger]) {
    await makeAccount(app, actor);
    browsers.set(actor, await app.as(actor.accountId));
  }
  expect((await as(stranger).get(base())).status).toBe(404);
});
afterAll(() => app.drop());

test('criteria are written, shown, agreed by every member and only then in force', async () => {
  expect((await as(w.opsHead).get(base())).text).toContain('Napisz kryteria');
  expect((await as(w.adviser).get(base())).text).not.toContain('Napisz kryteria');
  expect((await as(pupHead).post(`${base()}/write`, words)).status).toBe(404);
  expect((await as(w.opsHead).post(`${base()}/write`, { ...words, who: '' })).status).toBe(422);
  await sent(w.opsHead, `${base()}/write`, words);
  const id = await open();
  const refused = await as(w.opsHead).post(`${base()}/versions/${id}/propose`);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Dodaj przynajmniej jeden warunek');
  const criterion = { kind: 'condition', name: 'Długotrwałe bezrobocie', checking: 'PUP potwierdza status.' };
  await sent(w.opsHead, `${base()}/criteria/new`, criterion);
  await sent(w.opsHead, `${base()}/criteria/new`, {
    ...criterion,
    kind: 'ground',
    name: 'Kryzys bezdomności',
  });
  await sent(w.opsHead, `${base()}/criteria/new`, {
    ...criterion,
    kind: 'ground',
    name: 'Rodzina wielodzietna',
    position: '1',
  });
  expect(
    await rows(
      `select name, position from partnerships.selection_criterion where selection_id = $1 and kind = 'ground' order by position`,
      [id],
    ),
  ).toEqual([
    { name: 'Rodzina wielodzietna', position: 1 },
    { name: 'Kryzys bezdomności', position: 2 },
  ]);
  await sent(w.opsHead, `${base()}/versions/${id}/propose`);
  expect((await as(w.opsHead).get(`${base()}/write`)).status).toBe(404);
  const due = await app.ctxAs(pupHead, (ctx) => dueSelection(ctx), { now: new Date('2026-03-04T09:00:00Z') });
  expect(due).toEqual([
    { href: base(), what: 'Zgoda na kryteria doboru, wersja 1', until: '2026-03-18', late: false },
  ]);
  await sent(w.opsHead, `${base()}/versions/${id}/agree`);
  expect((await as(w.opsHead).post(`${base()}/versions/${id}/agree`)).status).toBe(404);
  await sent(pupHead, `${base()}/versions/${id}/agree`);
  expect((await as(w.opsHead).post(`${base()}/versions/${id}/in-force`)).status).toBe(409);
  expect((await as(w.adviser).post(`${base()}/versions/${id}/agree`)).status).toBe(404);
  await sent(ngoHead, `${base()}/versions/${id}/agree`);
  await sent(w.opsHead, `${base()}/versions/${id}/in-force`, { from: '1.03.2026' });
  const shown = await as(w.adviser).get(base());
  for (const part of [
    'obowiązują od 01.03.2026',
    'Najpierw podstawy, potem data.',
    '1. Rodzina wielodzietna',
  ])
    expect(shown.text).toContain(part);
});

test('a change is the next version; taken back, agreement is void; the version before ends', async () => {
  await sent(w.opsHead, `${base()}/write`, { ...words, changeNote: 'Nowy warunek' });
  const id = await open();
  expect(
    await rows('select count(*)::int as n from partnerships.selection_criterion where selection_id = $1', [
      id,
    ]),
  ).toEqual([{ n: 3 }]);
  await sent(w.opsHead, `${base()}/versions/${id}/propose`);
  await sent(pupHead, `${base()}/versions/${id}/agree`);
  await sent(w.opsHead, `${base()}/versions/${id}/take-back`);
  await sent(w.opsHead, `${base()}/versions/${id}/propose`);
  for (const actor of [w.opsHead, pupHead, ngoHead]) await sent(actor, `${base()}/versions/${id}/agree`);
  await sent(w.opsHead, `${base()}/versions/${id}/in-force`);
  expect(
    await rows(
      'select version, state, valid_to from partnerships.selection where partnership_id = $1 order by version',
      [w.partnershipId],
    ),
  ).toEqual([
    { version: 1, state: 'superseded', valid_to: '2026-03-03' },
    { version: 2, state: 'in_force', valid_to: null },
  ]);
  const first = String(
    (
      await rows('select id from partnerships.selection where partnership_id = $1 and version = 1', [
        w.partnershipId,
      ])
    )[0]?.id,
  );
  expect((await as(w.adviser).get(`${base()}/versions/${first}`)).text).toContain(
    'obowiązywały 01.03.2026 – 03.03.2026',
  );
});

test('places are told by the institution that gives the service', async () => {
  expect(
    (await as(w.adviser).post(`${base()}/services/new`, { name: 'Staż', places: '5', free: '6' })).status,
  ).toBe(422);
  await sent(w.adviser, `${base()}/services/new`, { name: 'Trener pracy', places: '5', free: '0' });
  const id = String(
    (await rows('select id from partnerships.service where partnership_id = $1', [w.partnershipId]))[0]?.id,
  );
  expect((await as(w.opsHead).get(`${base()}/services/${id}`)).status).toBe(404);
  await sent(w.adviser, `${base()}/services/${id}`, { name: 'Trener pracy', places: '5', free: '2' });
  expect((await as(w.opsHead).get(base())).text).toContain('2 z 5');
});

test('the database alone: nobody agrees for another, nothing proposed changes, nothing is in force before all agreed', async () => {
  const act = (actor: Actor, query: ReturnType<typeof sql>) =>
    app
      .ctxAs(actor, (ctx) => ctx.tx.run(query))
      .catch((e: { constraint?: string; code?: string }) => e.constraint ?? e.code);
  const id = newId();
  expect(
    await act(
      w.opsHead,
      sql`insert into partnerships.selection (id, partnership_id, version, who, basis, choosing, order_words, created_by, created_at)
      values (${id}, ${w.partnershipId}, 9, 'a', 'b', 'c', 'd', ${w.opsHead.subjectId}, kernel.instant())`,
    ),
  ).toBe(1);
  const agreement = (
    actor: Actor,
  ) => sql`insert into partnerships.selection_agreement (id, selection_id, partnership_id, institution_id, worker_id, agreed_on)
    values (${newId()}, ${id}, ${w.partnershipId}, ${actor.institutionId}, ${actor.subjectId}, kernel.today())`;
  expect(await act(pupHead, agreement(pupHead))).toBe('selection_proposed');
  expect(
    await act(w.opsHead, sql`update partnerships.selection set state = 'proposed' where id = ${id}`),
  ).toBe(1);
  expect(await act(w.opsHead, agreement(pupHead))).toBe('42501');
  expect(await act(w.adviser, agreement(w.adviser))).toBe('42501');
  expect(
    await act(
      w.opsHead,
      sql`update partnerships.selection set state = 'in_force', valid_from = kernel.today() where id = ${id}`,
    ),
  ).toBe('selection_agreed');
  expect(await act(w.opsHead, sql`update partnerships.selection set who = 'x' where id = ${id}`)).toBe(
    'selection_life',
  );
  expect(await act(pupHead, sql`update partnerships.selection set state = 'draft' where id = ${id}`)).toBe(0);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { dueNetwork } from './api.ts';
import { alike, mostAlike } from './similar/policy.ts';
import type { Facts } from './similar/schema.ts';
import { MOVES, VISIT_STATES } from './visits/schema.ts';

let app: TestApp;
let guest: Side;
let host: Side;
let third: Browser;
let editor: Browser;

interface Side {
  readonly w: World;
  readonly actor: Actor;
  readonly browser: Browser;
}
const run = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (query) => query(text, values));

async function side(name: string, hosts: boolean): Promise<Side> {
  const w = await makeWorld(app.adminUrl);
  const actor = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator', 'head'], { scope: [] });
  await run(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
    [newId(), w.partnershipId, w.ngo.id, actor.subjectId],
  );
  await run('update partnerships.partnership set name = $2 where id = $1', [w.partnershipId, name]);
  await run(
    `insert into partnerships.profile (partnership_id, lead, hosts, published_on, updated_at) values ($1, 'Wizytówka', $2, '2026-01-01', now())`,
    [w.partnershipId, hosts],
  );
  await makeAccount(app, actor);
  return { w, actor, browser: await app.as(actor.accountId) };
}

beforeAll(async () => {
  app = await testApp();
  guest = await side('Goście', false);
  host = await side('Gospodarze', true);
  third = (await side('Inni', false)).browser;
  const redaktor = await makeWorker(app.adminUrl, host.w.ops, ['editor'], { scope: [] });
  await makeAccount(app, redaktor);
  editor = await app.as(redaktor.accountId);
}, 30_000);
afterAll(() => app.drop());

describe('peer visits', () => {
  let path: string;
  const step = (who: Side, name: string, more: Record<string, string> = {}) =>
    who.browser.post(path, { step: name, ...more });

  test('a partnership asks one that receives visitors; nobody else sees it', async () => {
    const ask = (who: Browser, to: Side, from: Side) =>
      who.post(`/network/${to.w.partnershipId}/visit`, {
        guest: from.w.partnershipId,
        topic: 'plan',
        wish: 'Jak?',
      });
    expect((await ask(host.browser, guest, host)).status).toBe(404);
    expect((await ask(guest.browser, host, host)).status).toBe(422);
    const asked = await ask(guest.browser, host, guest);
    expect(asked.status).toBe(303);
    path = asked.location ?? '';
    expect((await ask(guest.browser, host, guest)).location).toBe(path);
    expect((await third.get(path)).status).toBe(404);
    expect((await host.browser.get('/network/visits')).text).toContain('Goście u partnerstwa Gospodarze');
    const due = await app.ctxAs(host.actor, dueNetwork);
    expect(due).toMatchObject([{ href: path, late: false }]);
    expect(await app.ctxAs(guest.actor, dueNetwork)).toEqual([]);
  });

  test('each step is taken by the side whose turn it is', async () => {
    expect((await step(guest, 'accept')).status).toBe(404);
    expect((await step(host, 'accept')).status).toBe(422);
    expect((await step(host, 'propose', { day: '1.2.2026' })).status).toBe(422);
    expect((await step(host, 'propose', { day: '10.3.2026' })).status).toBe(303);
    expect((await step(host, 'accept', { day: '10.3.2026' })).status).toBe(404);
    expect((await step(guest, 'accept')).status).toBe(303);
    expect((await step(guest, 'hold')).status).toBe(409);
    // As if the day had come: the trigger asks the clock of a request, which this is not.
    await run('alter table partnerships.peer_visit disable trigger keep_visit');
    await run(`update partnerships.peer_visit set day = '2026-03-04'`);
    await run('alter table partnerships.peer_visit enable trigger keep_visit');
    expect((await step(host, 'hold')).status).toBe(303);
  });

  test('what was learnt is written by the side that learnt it and read by both', async () => {
    const wrote = await guest.browser.post(`${path}/learnt`, {
      guestLearnt: 'Wspólna lista',
      hostLearnt: 'obce słowa',
    });
    expect(wrote.status).toBe(303);
    const shown = (await host.browser.get(path)).text;
    expect(shown).toContain('Wspólna lista');
    expect(shown).not.toContain('obce słowa');
    expect((await third.post(`${path}/learnt`, { guestLearnt: 'x' })).status).toBe(404);
  });

  test('the database holds the same table of steps', async () => {
    const id = path.split('/').at(-1) ?? '';
    const move = (who: Side, to: string) =>
      app
        .ctxAs(who.actor, (ctx) =>
          ctx.tx.run(sql`update partnerships.peer_visit set state = ${to} where id = ${id}`),
        )
        .catch((e: { code?: string }) => e.code);
    for (const from of VISIT_STATES)
      for (const to of VISIT_STATES.filter((one) => one !== from))
        for (const [who, name] of [
          [guest, 'guest'],
          [host, 'host'],
        ] as const) {
          await run('alter table partnerships.peer_visit disable trigger keep_visit');
          await run('update partnerships.peer_visit set state = $2 where id = $1', [id, from]);
          await run('alter table partnerships.peer_visit enable trigger keep_visit');
          const allowed = MOVES.some((m) => m.from === from && m.to === to && m.by.includes(name));
          expect(await move(who, to), `${from} ${to} ${name}`).toBe(allowed ? 1 : '42501');
        }
  });
});

describe('announcements', () => {
  const words = (more: Record<string, string> = {}) => ({
    partnership: guest.w.partnershipId,
    kind: 'offer',
    title: 'Oddamy wzór ankiety',
    body: 'Napiszcie do nas.',
    audience: 'network',
    endsOn: '1.6.2026',
    ...more,
  });
  const list = async (who: Browser) => (await who.get('/network/announcements')).text;

  test('for the network they are read by workers at once, until their last day', async () => {
    expect((await third.post('/network/announcements/new', words())).status).toBe(404);
    expect(
      (await guest.browser.post('/network/announcements/new', words({ endsOn: '1.6.2029' }))).status,
    ).toBe(422);
    expect((await guest.browser.post('/network/announcements/new', words())).status).toBe(303);
    expect(await list(third)).toContain('Oddamy wzór');
    expect(await list(app.visitor)).not.toContain('Oddamy wzór');
  });

  test('for everybody only once an editor has read them', async () => {
    const title = 'Szukamy trenerki';
    expect(
      (await guest.browser.post('/network/announcements/new', words({ title, audience: 'public' }))).status,
    ).toBe(303);
    expect(await list(app.visitor)).not.toContain(title);
    expect(await list(third)).not.toContain(title);
    expect(await list(guest.browser)).toContain('czeka na redakcję');
    expect((await third.get('/network/announcements/waiting')).status).toBe(404);
    const waiting = (await editor.get('/network/announcements/waiting')).text;
    const id = /announcements\/([0-9a-f-]{36})\/settle/.exec(waiting)?.[1] ?? '';
    expect((await editor.post(`/network/announcements/${id}/settle`, { decision: 'refuse' })).status).toBe(
      422,
    );
    expect((await editor.post(`/network/announcements/${id}/settle`, { decision: 'show' })).status).toBe(303);
    expect(await list(app.visitor)).toContain(title);
    expect((await third.post(`/network/announcements/${id}/withdraw`)).status).toBe(404);
    expect((await guest.browser.post(`/network/announcements/${id}/withdraw`)).status).toBe(303);
    expect(await list(app.visitor)).not.toContain(title);
  });
});

describe('questions to the network', () => {
  test('are asked in an open group and gathered by subject', async () => {
    const founded = await guest.browser.post('/groups/new', {
      name: 'Partnerstwa pytają',
      description: 'Rozmowy partnerstw',
      reading: 'open',
      joining: 'anybody',
    });
    const group = /groups\/([0-9a-f-]{36})/.exec(founded.location ?? '')?.[1] ?? '';
    expect((await guest.browser.get('/network/questions/new')).text).toContain('Partnerstwa pytają');
    expect((await third.get('/network/questions/new')).text).toContain('Nie należysz jeszcze');
    const words = {
      group,
      term: 'transport',
      title: 'Jak dowozicie na zajęcia?',
      body: 'U nas nie ma autobusów.',
    };
    expect((await third.post('/network/questions/new', words)).status).toBe(422);
    const asked = await guest.browser.post('/network/questions/new', words);
    expect(asked.status).toBe(303);
    const list = (await third.get('/network/questions?term=transport')).text;
    expect(list).toContain('Jak dowozicie na zajęcia?');
    expect(list).toContain('Goście');
    expect((await third.get('/network/questions?term=debts')).text).not.toContain('Jak dowozicie');
    const topic = asked.location?.split('/').at(-1);
    // Nothing to link before it is solved, and never by somebody who did not ask.
    expect((await guest.browser.get(`/network/questions/${topic}/practice`)).status).toBe(404);
    await run(`update exchange.topic set solved_id = opening_id where id = $1`, [topic]);
    expect((await guest.browser.get(`/network/questions/${topic}/practice`)).status).toBe(200);
    expect((await third.get(`/network/questions/${topic}/practice`)).status).toBe(404);
    expect(
      (await guest.browser.post(`/network/questions/${topic}/practice`, { practice: newId() })).status,
    ).toBe(422);
  });
});

describe('similar partnerships', () => {
  const facts = (more: Partial<Facts>): Facts => ({
    ...{ id: 'a', name: 'A', county: '', voivodeshipCode: '12', startedOn: '2020-01-01', state: 'operating' },
    ...{
      published: true,
      hosts: false,
      gminas: 4,
      rural: 4,
      city: false,
      inhabitants: 100_000,
      terms: ['young'],
    },
    ...more,
  });

  test('reasons are facts that both have', () => {
    const { reasons, points } = alike(
      facts({}),
      facts({ id: 'b', gminas: 7, inhabitants: 149_000, hosts: true }),
    );
    expect(reasons.map((reason) => reason.kind)).toEqual([
      'rural',
      'gminas',
      'inhabitants',
      'near',
      'terms',
      'hosts',
    ]);
    expect(points).toBe(5);
    expect(
      alike(facts({}), facts({ city: true, gminas: 0, inhabitants: null, voivodeshipCode: '14', terms: [] }))
        .points,
    ).toBe(0);
  });

  test('the young, the unpublished and oneself are not proposed; whoever has more in common comes first', () => {
    const found = mostAlike(
      facts({}),
      [
        facts({}),
        facts({ id: 'new', startedOn: '2025-12-01' }),
        facts({ id: 'draft', published: false }),
        facts({ id: 'less', terms: [] }),
        facts({ id: 'more' }),
      ],
      '2025-03-04',
    );
    expect(found.map((one) => one.facts.id)).toEqual(['more', 'less']);
  });

  test('the page says why', async () => {
    const page = await third.get(`/network/${host.w.partnershipId}/similar`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('to samo województwo');
    expect((await app.visitor.get(`/network/${host.w.partnershipId}/similar`)).location).toMatch(/sign-in/);
  });
});

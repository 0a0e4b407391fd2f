import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import {
  asAdmin,
  type MadeCase,
  makeAccount,
  makeCaseIn,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { dueQueue, ownQueue, waitingCounts } from './lists/service.ts';
import { compare, NO_GROUND, ordered } from './policy.ts';
import type { OrderFacts } from './schema.ts';

const NOW = new Date('2026-03-04T09:00:00Z');
let app: TestApp;
let w: World;
let worker: Browser;
let specialist: Browser;
let ngoHead: Actor;
const selection = newId();
const [condition, second] = [newId(), newId()];
const [first, other] = [newId(), newId()];
const service = newId();
let one: MadeCase;
let two: MadeCase;

const rows = (text: string, values: unknown[] = []) =>
  asAdmin(app.adminUrl, async (run) => {
    await run(`select set_config('app.now', $1, false)`, [NOW.toISOString()]);
    return run(text, values);
  });

beforeAll(async () => {
  app = await testApp(NOW);
  w = await makeWorld(app.adminUrl);
  ngoHead = await makeWorker(app.adminUrl, w.ngo, ['head']);
  one = await makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker, w.adviser] });
  two = await makeCaseIn(app.adminUrl, w, 'intake', { team: [w.socialWorker] });
  await rows(
    `insert into partnerships.selection (id, partnership_id, version, state, who, basis, choosing, order_words, appeal, valid_from, created_by, created_at)
     values ($1, $2, 1, 'draft', 'Osoby bez pracy', 'porozumienie', 'zgłasza partner', 'Najpierw podstawy, potem data.', 'do koordynatora', '2026-01-01', $3, now())`,
    [selection, w.partnershipId, w.opsHead.subjectId],
  );
  for (const [id, kind, position, name] of [
    [condition, 'condition', 1, 'Bez pracy od roku'],
    [second, 'condition', 2, 'Mieszka w powiecie'],
    [first, 'ground', 1, 'Kryzys bezdomności'],
    [other, 'ground', 2, 'Rodzina wielodzietna'],
  ] as const)
    await rows(
      `insert into partnerships.selection_criterion (id, selection_id, partnership_id, kind, position, name, checking) values ($1, $2, $3, $4, $5, $6, 'dokument')`,
      [id, selection, w.partnershipId, kind, position, name],
    );
  await rows('alter table partnerships.selection disable trigger life');
  await rows(`update partnerships.selection set state = 'in_force' where id = $1`, [selection]);
  await rows('alter table partnerships.selection enable trigger life');
  await rows(
    `insert into partnerships.service (id, partnership_id, institution_id, name, places, free, free_on, valid_from) values ($1, $2, $3, 'Mieszkanie treningowe', 4, 1, '2026-02-20', '2026-01-01')`,
    [service, w.partnershipId, w.ngo.id],
  );
  for (const actor of [w.socialWorker, w.specialist]) await makeAccount(app, actor);
  worker = await app.as(w.socialWorker.accountId);
  specialist = await app.as(w.specialist.accountId);
});
afterAll(() => app.drop());

const at = (c: MadeCase, entry?: string) => `/cases/${c.id}/queue${entry ? `/${entry}` : ''}`;
const entryOf = async (c: MadeCase) =>
  String(
    (
      await rows('select id from cases.queue_entry where case_id = $1 order by created_at desc limit 1', [
        c.id,
      ])
    )[0]?.id,
  );
async function sent(path: string, values: Record<string, string | readonly string[]> = {}) {
  const answer = await worker.post(path, values);
  expect(
    answer.status,
    answer.text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 500),
  ).toBe(303);
}

describe('one queue', () => {
  let a: string;
  let b: string;

  test('a person joins by stated facts; the place and its reason are said in words', async () => {
    expect((await worker.get(at(one))).text).toContain('Osoba na nic nie czeka');
    expect((await worker.post(`${at(one)}/new`, { service, since: '5.03.2026' })).status).toBe(422);
    expect((await worker.post(`${at(one)}/new`, { service, since: '1.01.2020' })).status).toBe(422);
    await sent(`${at(one)}/new`, { service, 'met[]': [condition, second] });
    await sent(`${at(two)}/new`, { service, ground: other, 'met[]': [condition] });
    a = await entryOf(one);
    b = await entryOf(two);
    const behind = await worker.get(at(one, a));
    for (const words of ['2. miejsce', 'Bez podstawy pierwszeństwa', 'Anna Próbna'])
      expect(behind.text).toContain(words);
    const ahead = await worker.get(at(two, b));
    for (const words of [
      'pierwsze miejsce',
      'Podstawa pierwszeństwa nr 2: Rodzina wielodzietna',
      'niesprawdzone',
    ])
      expect(ahead.text).toContain(words);
    expect((await worker.post(`${at(one)}/new`, { service })).status).toBe(422);
  });

  test('seen by whoever sees the case, by nobody else', async () => {
    expect((await specialist.get(at(one))).status).toBe(404);
    const list = await specialist.get(`/partnerships/${w.partnershipId}/selection/people`);
    expect(list.text).toContain('Nikt z Twoich spraw nie czeka');
    const own = await worker.get(`/partnerships/${w.partnershipId}/selection/people`);
    expect(own.text.match(/Jan T\./g)).toHaveLength(2);
    // A partner of the case reads; only whoever directs it writes.
    const read = (actor: Actor) =>
      app.ctxAs(actor, (ctx) => ctx.tx.many<{ id: string }>(sql`select id from cases.queue_entry`), {
        purpose: 'P3',
      });
    expect((await read(w.adviser)).map((e) => e.id)).toEqual([a]);
    expect(await read(w.specialist)).toEqual([]);
    expect(await read(ngoHead)).toEqual([]);
    const places = await app.ctxAs(ngoHead, (ctx) =>
      ctx.tx.many(sql`select entry_id from cases.api_queue_places(${service}::uuid)`),
    );
    expect(places).toEqual([]);
    const looks = await rows(
      `select count(*)::int as n from audit.entry where object_type = 'queue' and file_id = $1`,
      [one.id],
    );
    expect(Number(looks[0]?.n)).toBeGreaterThan(0);
  });

  test('others see counts, and those only from five on', async () => {
    const counts = await app.ctxAs(ngoHead, (ctx) => waitingCounts(ctx, w.partnershipId), { now: NOW });
    expect(counts).toMatchObject([{ serviceId: service, few: true, waiting: null, medianDays: null }]);
    const stranger = (await makeWorld(app.adminUrl)).opsHead;
    expect(await app.ctxAs(stranger, (ctx) => waitingCounts(ctx, w.partnershipId))).toEqual([]);
  });

  test('the person sees their place and the rules', async () => {
    const own = await app.ctxAs(one.participant, (ctx) => ownQueue(ctx, one.id));
    expect(own).toMatchObject([
      { service: 'Mieszkanie treningowe', place: 2, orderWords: 'Najpierw podstawy, potem data.' },
    ]);
    expect(await app.ctxAs(one.participant, (ctx) => ownQueue(ctx, two.id))).toEqual([]);
  });

  test('a place goes to the first, or before others with a reason; every condition is checked before', async () => {
    const skipped = await worker.post(`${at(one, a)}/offer`, { ahead: '' });
    expect(skipped.status).toBe(422);
    expect(skipped.text).toContain('Ktoś stoi w kolejce wcześniej');
    const unchecked = await worker.post(`${at(two, b)}/offer`, {});
    expect(unchecked.status).toBe(422);
    expect(unchecked.text).toContain('Nie wszystkie warunki');
    await sent(`${at(two, b)}/facts`, { 'met[]': [condition, second] });
    const due = await app.ctxAs(w.socialWorker, (ctx) => dueQueue(ctx), { now: NOW, purpose: 'P3' });
    expect(due).toMatchObject([{ href: at(two, b), until: '2026-02-23', late: true }]);
    await sent(`${at(two, b)}/offer`, { until: '10.03.2026' });
    await sent(`${at(two, b)}/answer`, { answer: 'declined', reason: 'woli poczekać na większe' });
    const waits = await worker.get(at(two, b));
    for (const words of ['Miejsce nieprzyjęte, czeka dalej', 'woli poczekać', 'pierwsze miejsce'])
      expect(waits.text).toContain(words);
    await sent(`${at(one, a)}/offer`, {
      ahead: 'Miejsce tylko dla jednej osoby, pierwsza czeka na większe.',
    });
    await sent(`${at(one, a)}/answer`, { answer: 'accepted' });
    expect((await worker.get(at(one, a))).text).toContain('pierwsza czeka na większe');
    expect((await worker.post(`${at(one, a)}/answer`, { answer: 'accepted' })).status).toBe(409);
  });

  test('order changes with a reason alone, and who leaves the list leaves with one', async () => {
    const three = await makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker] });
    await sent(`${at(three)}/new`, { service });
    const c = await entryOf(three);
    expect((await worker.post(`${at(three, c)}/shift`, { rank: '1', reason: '' })).status).toBe(422);
    await sent(`${at(three, c)}/shift`, { rank: '1', reason: 'Eksmisja w piątek.' });
    const moved = await worker.get(at(three, c));
    for (const words of ['pierwsze miejsce', 'jak podstawa nr 1', 'Eksmisja w piątek.'])
      expect(moved.text).toContain(words);
    expect((await worker.post(`${at(three, c)}/remove`, { code: 'person', note: '' })).status).toBe(422);
    await sent(`${at(three, c)}/remove`, { code: 'person', note: 'Wyjechała do siostry.' });
    expect((await worker.get(at(three, c))).text).toContain('osoba zrezygnowała');
  });

  test('when the case ends, nobody waits', async () => {
    await rows(`update cases.shared_case set state = 'withdrawn' where id = $1`, [two.id]);
    expect(await rows('select state, end_code from cases.queue_entry where id = $1', [b])).toEqual([
      { state: 'removed', end_code: 'case_ended' },
    ]);
  });
});

describe('the order', () => {
  const facts = fc.record({
    rank: fc.constantFrom(1, 2, NO_GROUND),
    since: fc.integer({ min: 0, max: 20 }).map((n) => addDays('2026-01-05', n)),
    shiftedRank: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 4 }),
    shiftedFrom: fc.option(
      fc.integer({ min: 0, max: 20 }).map((n) => addDays('2026-01-05', n)),
      { freq: 4 },
    ),
    createdAt: fc.integer({ min: 0, max: 5 }).map((n) => new Date(Date.UTC(2026, 0, 30, n))),
  });
  const many = fc
    .array(facts, { minLength: 2, maxLength: 12 })
    .map((list): OrderFacts[] => list.map((f) => ({ ...f, id: newId() })));

  test('property: sorted by the ground, then the date, and every pair can be explained', () => {
    fc.assert(
      fc.property(many, (entries) => {
        const list = ordered(entries);
        for (let i = 1; i < list.length; i += 1) {
          const [x, y] = [list[i - 1], list[i]];
          if (!x || !y) continue;
          const [ground, date] = [
            (e: OrderFacts) => e.shiftedRank ?? e.rank,
            (e: OrderFacts) => e.shiftedFrom ?? e.since,
          ];
          expect(ground(x)).toBeLessThanOrEqual(ground(y));
          if (ground(x) === ground(y)) expect(date(x) <= date(y)).toBe(true);
          const { order, by } = compare(x, y);
          expect(order).toBe(-1);
          if (by === 'ground') expect(ground(x)).toBeLessThan(ground(y));
          if (by === 'date') expect(date(x) < date(y) && ground(x) === ground(y)).toBe(true);
        }
        // The same facts give the same order, whatever order they came in.
        expect(ordered([...entries].reverse()).map((e) => e.id)).toEqual(list.map((e) => e.id));
      }),
    );
  });

  test('property: the database keeps the same order', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, () => makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker] })),
    );
    await fc.assert(
      fc.asyncProperty(many, async (entries) => {
        const id = newId();
        await rows(
          `insert into partnerships.service (id, partnership_id, institution_id, name, places, free, free_on, valid_from) values ($1, $2, $3, 'x', 1, 0, '2026-02-20', '2026-01-01')`,
          [id, w.partnershipId, w.ngo.id],
        );
        const grounds: Readonly<Record<number, string>> = { 1: first, 2: other };
        for (const [i, e] of entries.entries())
          await rows(
            `insert into cases.queue_entry (id, case_id, partnership_id, service_id, selection_id, since, ground_id, shifted_rank, shifted_from, shift_reason, created_by, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
            [
              e.id,
              people[i]?.id,
              w.partnershipId,
              id,
              selection,
              e.since,
              grounds[e.rank] ?? null,
              e.shiftedRank,
              e.shiftedFrom,
              e.shiftedRank === null && e.shiftedFrom === null ? '' : 'powód',
              w.socialWorker.subjectId,
              e.createdAt,
            ],
          );
        const stored = await rows('select entry_id from cases.queue_order($1) order by place', [id]);
        expect(stored.map((r) => r.entry_id)).toEqual(ordered(entries).map((e) => e.id));
      }),
      { numRuns: 8 },
    );
  });

  test('the database alone asks for the reasons', async () => {
    const [x, y] = [newId(), newId()];
    const cases = await Promise.all(
      [0, 1].map(() => makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker] })),
    );
    const id = newId();
    await rows(
      `insert into partnerships.service (id, partnership_id, institution_id, name, places, free, free_on, valid_from) values ($1, $2, $3, 'y', 1, 1, '2026-02-20', '2026-01-01')`,
      [id, w.partnershipId, w.ngo.id],
    );
    const act = (query: ReturnType<typeof sql>) =>
      app
        .ctxAs(w.socialWorker, (ctx) => ctx.tx.run(query), { purpose: 'P3', now: NOW })
        .catch((e: { constraint?: string; code?: string }) => e.constraint ?? e.code);
    for (const [i, entry] of [x, y].entries())
      expect(
        await act(sql`insert into cases.queue_entry (id, case_id, partnership_id, service_id, selection_id, since, created_by, created_at)
          values (${entry}, ${cases[i]?.id}, ${w.partnershipId}, ${id}, ${selection}, ${addDays('2026-02-01', i)}, ${w.socialWorker.subjectId}, kernel.instant())`),
      ).toBe(1);
    const offer = (entry: string, ahead: string) =>
      act(
        sql`update cases.queue_entry set state = 'offered', offered_on = kernel.today(), answer_until = kernel.today(), ahead_reason = ${ahead} where id = ${entry}`,
      );
    expect(await offer(x, '')).toBe('queue_conditions');
    for (const entry of [x, y])
      for (const criterion of [condition, second])
        expect(
          await act(sql`insert into cases.queue_fact (entry_id, case_id, criterion_id, met, checked_on, checked_by)
            values (${entry}, ${cases[entry === x ? 0 : 1]?.id}, ${criterion}, true, kernel.today(), ${w.socialWorker.subjectId})`),
        ).toBe(1);
    expect(await offer(y, '')).toBe('queue_ahead');
    expect(await act(sql`update cases.queue_entry set shifted_rank = 1 where id = ${y}`)).toBe(
      'queue_shift_reason',
    );
    expect(await act(sql`update cases.queue_entry set since = '2020-01-01' where id = ${y}`)).toBe('42501');
    expect(await act(sql`update cases.queue_entry set ground_rank = 1 where id = ${y}`)).toBe('42501');
    expect(await offer(x, '')).toBe(1);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { insertEntities, type TestEntity } from '#test/directory.ts';
import { asAdmin } from '#test/factories.ts';
import { refreshListings } from './api.ts';
import { refreshTurned } from './service.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

/** A small generator of its own, so that a failure can be repeated. */
function dice(seed: number) {
  let state = seed;
  return (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
}
const CATEGORIES = ['catering', 'cleaning', 'green', 'building'];
const KINDS = ['job', 'therapy', 'debt'];

function randomEntities(count: number): TestEntity[] {
  const roll = dice(7);
  const some = <T>(list: readonly T[]): T[] => list.filter(() => roll(2) === 1);
  return Array.from({ length: count }, (_, n) => ({
    name: `Spółdzielnia „Łąka ${n}”`,
    type: ['SPS', 'NGO', 'KIS'][roll(3)] ?? 'SPS',
    description: roll(2) ? "Działa od lat. O'Neill \\ 'cudzysłów':1A" : '',
    confirmedOn: roll(2) ? '2026-02-01' : null,
    ...(roll(4) > 0 && { locality: 'Limanowa', county: '1207', lat: 49.7, lon: 20.4 }),
    access: some(['step_free', 'lift']),
    served: some(['1210', '1262']),
    statuses: some([
      { status: 'PS', from: '2025-01-01' },
      { status: 'OPP', from: '2020-01-01', to: '2024-12-31' },
    ]),
    terms: some([
      { taxonomy: 'group', code: 'disabled' },
      { taxonomy: 'pkd2025', code: '56' },
    ]),
    offers: some(CATEGORIES).map((category) => ({
      category,
      name: `${category} na miejscu`,
      capacity: roll(2) ? 100 : undefined,
      rangeKm: 25,
      reserved: roll(2) === 1,
      active: roll(4) > 0,
      cpv: some(['55500000', '90910000']),
    })),
    supports: some(KINDS).map((kind) => ({ kind, name: kind, free: roll(5), active: roll(3) > 0 })),
  }));
}

const listings = () =>
  asAdmin(t.adminUrl, (run) =>
    run('select *, words::text as words from directory.listing order by entity_id'),
  );
const as = { now: new Date('2026-03-04T09:00:00Z') };

test('thousands at once, one by one and twice over: always the same rows', async () => {
  const ids = await insertEntities(t.adminUrl, randomEntities(120));
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, ids), as);
  const together = await listings();
  expect(together).toHaveLength(120);
  await t.ctxAs(
    SYSTEM_ACTOR,
    async (ctx) => {
      for (const id of [...ids].reverse()) await refreshListings(ctx, [id, id]);
    },
    as,
  );
  expect(await listings()).toEqual(together);
});

test('a row says what its records say, counted by the database alone', async () => {
  const wrong = await asAdmin(t.adminUrl, (run) =>
    run(`select l.entity_id from directory.listing l join directory.entity e on e.id = l.entity_id where not (
      l.offers = (select count(*) from directory.offer o where o.entity_id = e.id and o.active)
      and l.reserved = exists (select from directory.offer o where o.entity_id = e.id and o.active and o.reserved_basis <> '{}')
      and l.free_places = (select coalesce(sum(places_free), 0) from directory.support s where s.entity_id = e.id and s.active)
      and l.categories = array(select distinct category from directory.offer o where o.entity_id = e.id and o.active order by 1)
      and l.support_kinds = array(select distinct kind from directory.support s where s.entity_id = e.id and s.active order by 1)
      and l.statuses = array(select distinct status from directory.status s where s.entity_id = e.id and daterange(valid_from, valid_to, '[]') @> '2026-03-04'::date order by 1)
      and l.cpv = array(select distinct c.code from directory.offer o join directory.offer_code c on c.offer_id = o.id where o.entity_id = e.id and o.active order by 1)
      and l.counties = array(select county_code from directory.place p where p.entity_id = e.id and county_code is not null
        union select county_code from directory.served_county s where s.entity_id = e.id order by 1)
      and l.state = e.state and l.type = e.type and l.confirmed_on is not distinct from e.confirmed_on)`),
  );
  expect(wrong).toEqual([]);
});

test('words are stems by weight, and what they mean', async () => {
  const [id = ''] = await insertEntities(t.adminUrl, [
    {
      name: 'Spółdzielnia Socjalna Ziarno',
      offers: [
        {
          category: 'catering',
          name: 'Obiady szkolne',
          description: 'Dowozimy posiłki',
          capacity: 300,
          unit: 'porcji dziennie',
          rangeKm: 25,
          cpv: ['55524000'],
        },
      ],
    },
  ]);
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, [id]), as);
  const [row] = await asAdmin(t.adminUrl, (run) =>
    run(
      `select summary, plain, words @@ '''ziar'':A & ''obiad'':B & ''posilk'':C & ''category.catering'' & ''type.SPS'' & ''cpv.5552'':*' as found
       from directory.listing where entity_id = $1`,
      [id],
    ),
  );
  expect(row).toEqual({
    summary: 'Obiady szkolne do 300 porcji dziennie, dojazd do 25 km',
    plain: 'spoldzielnia socjalna ziarno',
    found: true,
  });
  const words = await asAdmin(t.adminUrl, (run) =>
    run(`select word from directory.word where word in ('obiady', 'ziarno')`),
  );
  expect(words).toHaveLength(2);
});

test('a status that ended by itself leaves the row on the next day', async () => {
  const [id = ''] = await insertEntities(t.adminUrl, [
    { name: 'Do końca marca', statuses: [{ status: 'PS', from: '2025-01-01', to: '2026-03-31' }] },
  ]);
  const statuses = async () =>
    (
      await asAdmin(t.adminUrl, (run) =>
        run('select statuses from directory.listing where entity_id = $1', [id]),
      )
    )[0];
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, [id]), as);
  expect(await statuses()).toEqual({ statuses: ['PS'] });
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshTurned(ctx), { now: new Date('2026-04-01T00:30:00Z') });
  expect(await statuses()).toEqual({ statuses: [] });
});

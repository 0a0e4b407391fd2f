import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import type { Scope } from '#kernel/db/database.ts';
import { sql } from '#kernel/db/tx.ts';
import { parse } from '#kernel/http/dispatch.ts';
import { addDays, warsawDate } from '#kernel/time.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { generate, madeId, workerNumber } from '../bench/generate.ts';
import { workHost } from '../src/due.ts';
import { countWaiting } from '../src/modules/cases/api.ts';
import { routes } from '../src/modules/cases/routes.tsx';
import { TEST_NOW, type TestDatabase, testDatabase } from './database.ts';
import { type Shape, shapesOf, shapesOfFunction } from './plans.ts';

/** Read from end to end, one of these is slow in a country's worth of cases. */
const LARGE = new Set([
  ...[
    'access_grant',
    'assignment',
    'participation',
    'case_lock',
    'shared_case',
    'person',
    'person_identifier',
  ],
  ...['attendance', 'session', 'event', 'referral', 'contact', 'note', 'consent', 'clause_given'],
  ...[
    'diagnosis',
    'diagnosis_part',
    'plan',
    'plan_item',
    'plan_signature',
    'goal',
    'item_progress',
    'review',
  ],
]);

let t: TestDatabase;
const people: Record<string, Actor> = {};
const known: Record<string, string> = {};

beforeAll(async () => {
  t = await testDatabase();
  await generate(t.adminUrl, 3000, warsawDate(TEST_NOW));
  const actor = async (county: number, slot: number, hand: number): Promise<Actor> => {
    const account = madeId('account', workerNumber(county, slot, hand));
    const [found] = await t.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, account));
    if (!found) throw new Error('the generator made no such worker');
    return found;
  };
  people.worker = await actor(0, 0, 1);
  people.head = await actor(1, 2, 0);
  people.adviser = await actor(1, 6, 1);
}, 120_000);
afterAll(() => t.drop());

const scope = (who: string, overrides: Partial<Scope> = {}): Scope => {
  const actor = people[who];
  if (!actor) throw new Error(`nobody is called ${who}`);
  return { actor, now: TEST_NOW, lang: 'pl', requestId: 'test', purpose: 'P3', path: '/test', ...overrides };
};

/** Fails with the statements that read a large table from end to end. */
function expectIndexed(shapes: readonly Shape[]): void {
  expect(shapes.length).toBeGreaterThan(0);
  const wrong = shapes.flatMap(({ statement, mode, scanned }) =>
    scanned.filter((table) => LARGE.has(table)).map((table) => `${table}, ${mode} plan: ${statement}`),
  );
  expect(wrong).toEqual([]);
}

/** What the page at this address asks, as this person. */
function pageShapes(
  who: string,
  path: string,
  params: Record<string, string>,
  query: Record<string, string>,
) {
  const route = routes(workHost).find((r) => r.method === 'GET' && r.path === path);
  if (!route) throw new Error(`no page at ${path}`);
  const input = {
    params: parse(route.params, params) ?? {},
    query: parse(route.query, query, 'lenient') ?? {},
  };
  return shapesOf(t.url, scope(who, { purpose: route.purpose }), (ctx) => route.handle(ctx, input as never));
}

const LISTS: readonly (readonly [string, Record<string, string>])[] = [
  ['/work', {}],
  ['/cases', {}],
  ['/cases', { view: 'late' }],
  ['/cases', { view: 'mine', sort: '-until' }],
  ['/cases', { state: 'archived', sort: '-number' }],
  ['/cases', { q: 'nowak' }],
  ['/referrals', {}],
  ['/referrals', { box: 'out', show: 'all' }],
];

describe.each(['worker', 'head', 'adviser'])('no large table is read from end to end for the %s', (who) => {
  test.each(LISTS)('at %s %o', async (path, query) => {
    expectIndexed(await pageShapes(who, path, {}, query));
  });
  test('in the counter of the header', async () => {
    expectIndexed(await shapesOf(t.url, scope(who), countWaiting));
  });
});

describe('no large table is read from end to end for one case', () => {
  const PARTS = [
    '',
    '/referral',
    '/basis',
    '/diagnosis',
    '/plan',
    '/sessions',
    '/contacts',
    '/reviews',
    '/history',
    '/access',
  ];
  test.each(PARTS)('at /cases/:id%s', async (part) => {
    // A case in progress with a partner: of the first hundred of the large office, one that this worker coordinates.
    known.case ??= await caseOf('worker');
    expectIndexed(await pageShapes('worker', `/cases/:id${part}`, { id: known.case }, {}));
  });
});

const caseOf = async (who: string): Promise<string> => {
  const { actor } = scope(who);
  const rows = await t.ctxAs(actor, (ctx) =>
    ctx.tx.many<{ id: string }>(
      sql`select id from cases.shared_case where state = 'active' and audience @> array[${actor.subjectId}]::uuid[] order by id limit 1`,
    ),
  );
  return rows[0]?.id ?? '';
};

describe('no large table is read from end to end', () => {
  test('for the sessions of a week', async () => {
    expectIndexed(await pageShapes('adviser', '/sessions', {}, { week: addDays(warsawDate(TEST_NOW), 7) }));
  });
  test('by the functions that work with rights of their own', async () => {
    const partnership = madeId('partnership', 1);
    const one = await caseOf('worker');
    const bodies: readonly (readonly [string, readonly unknown[]])[] = [
      ['cases.api_find_person', [partnership, '', 'Kowalski Anna', null]],
      ['cases.api_find_person', [partnership, '44051401359', '', null]],
      ['cases.api_same_person', [partnership, 'pesel', '44051401359', 'Kowalski', 'Anna']],
      ['cases.has_open_case', [partnership, madeId('person', 7)]],
      ['cases.api_named', ['nowak']],
      ['cases.sees_case', [one]],
      ['cases.api_team', [one]],
      ['cases.api_grants', [one]],
      ['cases.api_case_referrals', [one]],
    ];
    for (const [name, values] of bodies)
      expectIndexed(await shapesOfFunction(t.url, scope('worker'), name, values));
  });
});

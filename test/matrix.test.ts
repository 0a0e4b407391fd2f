import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { may } from '#kernel/http/dispatch.ts';
import type { Route } from '#kernel/http/routes.ts';
import { type Answer, filled, type Matrix, matrixWorld, SECRET } from './matrix-world.ts';

/**
 * Every route of the application × who must not get in. The table of routes is the one that serves; a route that
 * somebody adds tomorrow is tried by these tests without a line here.
 */
let m: Matrix;
beforeAll(async () => {
  m = await matrixWorld();
}, 180_000);
afterAll(() => m.app.drop());

const name = (route: Route) => `${route.method} ${route.path}`;
const secret = (route: Route) => SECRET.test(route.path);

/** Calls every route that fits as this actor; answers the sentences of what is wrong. */
async function every(
  actor: Actor,
  fits: (route: Route) => boolean,
  wrong: (route: Route, answer: Answer) => string | null,
): Promise<string[]> {
  const found: string[] = [];
  let tried = 0;
  for (const route of m.routes.filter(fits)) {
    const answer = await m.call(actor, route.method, filled(route.path, m.real));
    tried++;
    const problem = answer.status >= 500 ? 'fails' : wrong(route, answer);
    if (problem) found.push(`${name(route)}: ${answer.status} ${problem}`);
  }
  expect(tried).toBeGreaterThan(0);
  return found;
}

test('nobody signed in: pages lead to the sign-in, everything else answers 401, public routes never fail', async () => {
  const closed = (route: Route, { status, location }: Answer) => {
    if (route.permission === 'public') return null;
    if (route.kind === 'page')
      return status === 303 && location?.startsWith('/sign-in?next=') ? null : 'leads not to the sign-in';
    return status === 401 ? null : 'is not 401';
  };
  expect(await every(m.actors.anonymous, () => true, closed)).toEqual([]);
}, 120_000);

describe('whoever lacks the permission', () => {
  test.each(['admin', 'participant'] as const)(
    '%s finds no such page and no such call',
    async (who) => {
      const actor = m.actors[who];
      const lacks = (route: Route) => !may(actor, route.permission);
      // A participant is no worker, so for them a scope is no question either: there is no such address.
      expect(await every(actor, lacks, (_, { status }) => (status === 404 ? null : 'is not 404'))).toEqual(
        [],
      );
    },
    120_000,
  );

  test('the one who runs the system never sees a person', async () => {
    const open = (route: Route) => route.method === 'GET' && may(m.actors.admin, route.permission);
    const leak = (route: Route, { status, text }: Answer) =>
      (route.personal && status === 200) || text.includes(m.real.case ?? '-') ? 'shows a person' : null;
    expect(await every(m.actors.admin, open, leak)).toEqual([]);
  }, 120_000);
});

describe('a worker of an institution that has no part in the case, with every permission there is', () => {
  test('finds nothing of it under its own ids', async () => {
    const looks = (route: Route) => route.method === 'GET' && secret(route);
    expect(
      await every(m.actors.foreign, looks, (_, { status }) => (status === 404 ? null : 'is not 404')),
    ).toEqual([]);
  }, 120_000);

  test('changes nothing of it', async () => {
    const changes = (route: Route) => route.method !== 'GET' && secret(route);
    const refused = [403, 404, 409, 422];
    expect(
      await every(m.actors.foreign, changes, (_, { status }) =>
        refused.includes(status) ? null : 'is not refused',
      ),
    ).toEqual([]);
  }, 120_000);

  test('does not meet it in lists, searches and exports', async () => {
    const lists = (route: Route) => route.method === 'GET' && !route.path.includes(':');
    const leak = (_: Route, { text }: Answer) =>
      ['case', 'person', 'referral', 'plan', 'consent'].some((what) => text.includes(m.real[what] ?? '-'))
        ? 'names the case'
        : null;
    expect(await every(m.actors.foreign, lists, leak)).toEqual([]);
  }, 120_000);

  test('cannot tell what exists from what does not', async () => {
    const differences: string[] = [];
    const still = (text: string) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-?[0-9a-f]{12})?/g, '#');
    for (const route of m.routes.filter(secret)) {
      const [real, absent] = [
        await m.call(m.actors.foreign, route.method, filled(route.path, m.real)),
        await m.call(m.actors.foreign, route.method, filled(route.path, {})),
      ];
      if (real.status !== absent.status || still(real.text).length !== still(absent.text).length)
        differences.push(
          `${name(route)}: ${real.status}/${real.text.length} and ${absent.status}/${absent.text.length}`,
        );
    }
    expect(differences).toEqual([]);
  }, 240_000);
});

describe('a worker of the case', () => {
  test('opens every address under its real ids, and none fails', async () => {
    const looks = (route: Route) => route.method === 'GET';
    let shown = 0;
    const count = (route: Route, { status }: Answer) => {
      if (secret(route) && status === 200) shown++;
      return null;
    };
    expect(await every(m.actors.insider, looks, count)).toEqual([]);
    // The ids are those of a case that is there: what others do not find, this worker does.
    expect(shown).toBeGreaterThan(50);
  }, 180_000);

  // Last, since some steps need no words and are taken.
  test('sends every form and call empty: each is answered, none fails', async () => {
    const sends = (route: Route) => route.method !== 'GET';
    const answers = [200, 201, 204, 303, 400, 401, 403, 404, 409, 413, 415, 422, 429];
    expect(
      await every(m.actors.insider, sends, (_, { status }) =>
        answers.includes(status) ? null : 'is no such answer',
      ),
    ).toEqual([]);
  }, 240_000);
});

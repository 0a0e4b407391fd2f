import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { refreshListings } from '../src/modules/directory/listing/api.ts';
import { readQuery } from '../src/modules/directory/search/schema.ts';
import { search } from '../src/modules/directory/search/service.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from './database.ts';
import { insertEntities } from './directory.ts';
import { asAdmin } from './factories.ts';
import { shapesOf } from './plans.ts';

/** Places are found by index whatever the base holds; the search rows are read once a question. */
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  const ids = await insertEntities(
    t.adminUrl,
    Array.from({ length: 4000 }, (_, n) => ({
      name: `Spółdzielnia numer ${n} ${n.toString(36)}owa`,
      county: '1207',
      locality: 'Limanowa',
      lat: 49.7,
      lon: 20.4,
      offers: [{ category: n % 40 === 0 ? 'catering' : 'green', name: n % 40 === 0 ? 'Obiady' : 'Koszenie' }],
      supports: [{ kind: 'reintegration', name: 'Klub', free: n % 5 }],
    })),
  );
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, ids));
  await asAdmin(t.adminUrl, (run) =>
    run('analyze directory.listing, directory.support, directory.word, territory.locality'),
  );
}, 120_000);
afterAll(() => t.drop());

test.each(['q=obiady w Limanowej', 'q=obady&where=Lymanowa', 'q=cater', 'where=Sanok&km=20', ''])(
  'no record and no place is read from end to end for %s',
  async (address) => {
    const query = readQuery(Object.fromEntries(new URLSearchParams(address))).query;
    const shapes = await shapesOf(
      t.url,
      {
        actor: PUBLIC_ACTOR,
        now: TEST_NOW,
        lang: 'pl',
        requestId: 'test',
        purpose: 'P5',
        path: '/directory',
      },
      (ctx) => search(ctx, query),
    );
    expect(shapes.length).toBeGreaterThan(0);
    const scanned = shapes.flatMap((shape) => shape.scanned.map((table) => `${table} (${shape.mode})`));
    // The words of the base are few thousand short rows: reading them all takes a millisecond or two.
    for (const table of ['entity', 'offer', 'support', 'place', 'locality'])
      expect(scanned.filter((each) => each.startsWith(`${table} `))).toEqual([]);
    // Whole rows are read only where nothing narrows them; both branches stand in one statement.
    expect(new Set(scanned.filter((each) => each.startsWith('listing '))).size).toBeLessThanOrEqual(2);
  },
);

import { systemScope } from '#kernel/db/database.ts';
import { warsawDate } from '#kernel/time.ts';
import { saveRecords } from '#modules/directory/api.ts';
import { inventRecords } from '../src/demo/directory/generate.ts';
import { findTowns } from '../src/demo/directory/load.ts';
import { chance } from '../src/demo/random.ts';
import type { TestApp } from './app.ts';

/** Fills the base with invented entities, the same ones each time. Gives their ids in the order of their invention. */
export async function fillDirectory(app: TestApp, count: number): Promise<string[]> {
  const now = app.parts.clock();
  const towns = await findTowns(app.adminUrl);
  const invented = [...inventRecords(chance(7), towns, count, warsawDate(now))];
  return app.db.transaction(systemScope(now, 'test'), async (ctx) => {
    const ids: string[] = [];
    for (const { record, from, founder } of invented) {
      const parentId = founder === null ? null : (ids[founder] ?? null);
      ids.push(...(await saveRecords(ctx, [{ id: null, input: { ...record, parentId }, from }])));
    }
    return ids;
  });
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

test('a test database is migrated and works under the role of the actor', async () => {
  const row = await t.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.one<{ role: string; at: Date }>(sql`select current_user::text as role, kernel.instant() as at`),
  );
  expect(row).toEqual({ role: 'splot_system', at: TEST_NOW });
});

test('two test databases do not see each other', async () => {
  const other = await testDatabase();
  const key = newId();
  const insert = sql`insert into kernel.submission (key, account_id, path, outcome, at)
    values (${key}, ${PUBLIC_ACTOR.accountId}, '/test', '/done', ${TEST_NOW})`;
  const find = sql`select key from kernel.submission where key = ${key}`;
  await other.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.run(insert));
  expect(await other.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.many(find))).toHaveLength(1);
  expect(await t.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.many(find))).toHaveLength(0);
  await other.drop();
});

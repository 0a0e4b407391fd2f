import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeWorld, type World } from '#test/factories.ts';
import { tellEnding } from './agreements/service.ts';
import { operatingPartnerships } from './api.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  await asAdmin(t.adminUrl, async (run) => {
    await run(`update partnerships.agreement set valid_to = '2026-06-30' where partnership_id = $1`, [
      w.partnershipId,
    ]);
    await run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'contact', '2025-01-01')`,
      [newId(), w.partnershipId, w.ops.id, w.opsHead.subjectId],
    );
  });
});
afterAll(() => t.drop());

const at = (day: string) => ({ now: new Date(`${day}T06:00:00Z`) });

test('a partnership operates until the last day of its agreement, and no day longer', async () => {
  const operates = async (day: string) =>
    (await t.ctxAs(w.socialWorker, operatingPartnerships, at(day))).length === 1;
  const stateOn = (day: string) =>
    t.ctxAs(
      w.socialWorker,
      (ctx) =>
        ctx.tx.one<{ state: string | null }>(sql`
          select state from partnerships.api_membership where institution_id = ${w.ops.id}`),
      at(day),
    );
  const ceiling = (day: string) =>
    t.ctxAs(w.socialWorker, (ctx) => ctx.tx.run(sql`select classes from partnerships.api_ceiling`), at(day));
  expect([await operates('2026-06-30'), await stateOn('2026-06-30')]).toEqual([true, { state: 'operating' }]);
  expect(await ceiling('2026-06-30')).toBeGreaterThan(0);
  expect([await operates('2026-07-01'), await stateOn('2026-07-01')]).toEqual([
    false,
    { state: 'suspended' },
  ]);
  expect(await ceiling('2026-07-01')).toBe(0);
});

test('those who keep it going are told sixty days before, once', async () => {
  const tell = (day: string) =>
    t.ctxAs(SYSTEM_ACTOR, (ctx) => tellEnding(ctx, 'https://splot.test'), at(day));
  expect(await tell('2026-04-30')).toBe(0);
  expect(await tell('2026-05-01')).toBe(1);
  expect(await tell('2026-05-02')).toBe(0);
  const [mail] = await asAdmin(t.adminUrl, (run) => run('select to_address, body from kernel.mail'));
  expect(mail?.to_address).toBe(`${w.opsHead.subjectId}@example.org`);
  expect(mail?.body).toContain('30.06.2026');
});

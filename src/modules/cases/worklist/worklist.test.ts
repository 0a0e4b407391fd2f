import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeCaseIn, makePartnership, makeWorld, type World } from '#test/factories.ts';
import { listQuery } from './schema.ts';
import { listCases } from './service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

test('a number that two partnerships gave is told apart by the partnership, others are not', async () => {
  const second = { ...w, partnershipId: await makePartnership(t.adminUrl, [w.ops, w.pup, w.ngo]) };
  const [one, two, single] = [
    await makeCaseIn(t.adminUrl, w, 'active'),
    await makeCaseIn(t.adminUrl, second, 'active'),
    await makeCaseIn(t.adminUrl, w, 'active'),
  ];
  await asAdmin(t.adminUrl, async (run) => {
    await run(`set session_replication_role = 'replica'`);
    await run(`update cases.shared_case set number = 'RAZEM/1' where id = any ($1)`, [[one.id, two.id]]);
    await run(`update partnerships.partnership set name = 'Drugie' where id = $1`, [second.partnershipId]);
  });
  const { lines } = await t.ctxAs(w.socialWorker, (ctx) => listCases(ctx, listQuery.parse({})), {
    purpose: 'P3',
  });
  const said = new Map(lines.map((l) => [l.id, l.partnership]));
  expect(said.get(two.id)).toBe('Drugie');
  expect(said.get(one.id)).toBeTruthy();
  expect(said.get(one.id)).not.toBe('Drugie');
  expect(said.get(single.id)).toBeNull();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { tellEnding } from './authorisations/service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const endsOn = (worker: Actor, day: string) =>
  asAdmin(t.adminUrl, (run) =>
    run('update organisations.authorisation set valid_to = $2, reminded_days = null where worker_id = $1', [
      worker.subjectId,
      day,
    ]),
  );
const told = async (day: string): Promise<string[]> => {
  await asAdmin(t.adminUrl, (run) => run('delete from kernel.mail'));
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => tellEnding(ctx, 'https://splot.test'), {
    now: new Date(`${day}T06:00:00Z`),
  });
  const rows = await asAdmin(t.adminUrl, (run) =>
    run('select to_address, body from kernel.mail order by body'),
  );
  return rows.map((r) => `${r.to_address}: ${String(r.body).split('.')[0]}`);
};

test('whoever runs the institution is told a month and a week before, once each, in numbers', async () => {
  const head = `${w.opsHead.subjectId}@example.org`;
  const second = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  await endsOn(w.socialWorker, '2026-04-03');
  await endsOn(second, '2026-04-03');
  expect(await told('2026-03-03')).toEqual([]);
  expect(await told('2026-03-04')).toEqual([`${head}: 2 upoważnienia kończą się za 30 dni lub wcześniej`]);
  expect(await told('2026-03-05')).toEqual([]);
  // The job missed a day; a later authorisation has followed one of the two.
  await asAdmin(t.adminUrl, (run) =>
    run(
      `insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document)
       values ($1, $2, $3, '{D1}', '2026-04-04', '2027-04-04', 'następne')`,
      [newId(), second.subjectId, w.ops.id],
    ),
  );
  expect(await told('2026-03-28')).toEqual([`${head}: 1 upoważnienie kończy się za 7 dni lub wcześniej`]);
  expect(await told('2026-03-29')).toEqual([]);
});

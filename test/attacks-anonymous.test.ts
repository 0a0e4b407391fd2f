import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeWorker, makeWorld, type World } from '#test/factories.ts';

/** Whether an anonymous answer leads to its sheet or to who gave it, for somebody who reads the storage itself. */

let t: TestDatabase;
let w: World;
let coordinator: Actor;
const round = newId();
const SHEETS = 12;
const hash = (n: number) => `${n}`.padStart(43, 'x');
const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(t.adminUrl, (run) => run(text, values));

beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  coordinator = await makeWorker(t.adminUrl, w.ngo, ['partnership_coordinator']);
  await rows(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
    [newId(), w.partnershipId, w.ngo.id, coordinator.subjectId],
  );
  await rows(
    `insert into partnerships.evaluation_round (id, partnership_id, title, opened_on, closes_on) values ($1, $2, 'X', '2026-03-01', '2026-03-31')`,
    [round, w.partnershipId],
  );
  await rows(
    `insert into partnerships.evaluation_group (round_id, partnership_id, audience) select $1, $2, a from unnest(array['partner', 'worker', 'participant']) a`,
    [round, w.partnershipId],
  );
});
afterAll(() => t.drop());

test('an answer leads neither to its sheet nor to whoever gave it', async () => {
  const hashes = Array.from({ length: SHEETS }, (_, n) => hash(n));
  await t.ctxAs(coordinator, (ctx) =>
    ctx.tx.run(sql`select partnerships.evaluation_issue(${round}, 'participant', ${hashes}::text[])`),
  );
  await t.ctxAs(w.socialWorker, (ctx) =>
    ctx.tx.run(sql`select partnerships.evaluation_take(${round}, ${hash(99)})`),
  );
  const audit = await rows('select count(*)::int as n from audit.entry');
  for (const [n, each] of hashes.entries()) {
    const said = JSON.stringify({
      person_help: String(1 + (n % 5)),
      person_heard: '5',
      person_good: `tekst ${n}`,
    });
    await t.ctxAs(PUBLIC_ACTOR, (ctx) =>
      ctx.tx.run(sql`select partnerships.evaluation_answer(${each}, ${said}::jsonb, false)`),
    );
  }
  expect(await rows('select count(*)::int as n from audit.entry')).toEqual(audit);
  const close = sql`update partnerships.evaluation_round set state = 'closed', closed_on = kernel.today() where id = ${round}`;
  expect(await t.ctxAs(coordinator, (ctx) => ctx.tx.run(close))).toBe(1);
  // One transaction wrote them all, on one day.
  for (const table of ['evaluation_answer', 'evaluation_text'])
    expect(
      await rows(
        `select count(distinct xmin::text)::int as n from partnerships.${table} where round_id = $1`,
        [round],
      ),
    ).toEqual([{ n: 1 }]);
  expect(
    await rows(
      'select distinct answered_on::text as day, by_hand from partnerships.evaluation_answer where round_id = $1',
      [round],
    ),
  ).toEqual([{ day: '2026-03-04', by_hand: false }]);
  // Nor does the order in which they lie: sheets lay one behind the other.
  const texts = await rows(
    'select body from partnerships.evaluation_text where round_id = $1 order by ctid',
    [round],
  );
  expect(texts).toHaveLength(SHEETS);
  expect(texts.map(({ body }) => body)).not.toEqual(Array.from({ length: SHEETS }, (_, n) => `tekst ${n}`));
  expect(
    await rows(
      'select from partnerships.evaluation_pass union all select from partnerships.evaluation_taken',
    ),
  ).toEqual([]);
  const results = sql`select from partnerships.evaluation_results(${round})`;
  expect(await t.ctxAs(w.socialWorker, (ctx) => ctx.tx.run(results))).toBe(6);
  const stranger = (await makeWorld(t.adminUrl)).socialWorker;
  expect(await t.ctxAs(stranger, (ctx) => ctx.tx.run(results))).toBe(0);
});

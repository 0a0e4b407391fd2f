import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { earlierOutcome, loadDraft, rememberOutcome, saveDraft } from '#kernel/forms/forms.ts';
import { formJobs } from '#kernel/forms/jobs.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

const HOUR = 3_600_000;
const anna: Actor = { ...PUBLIC_ACTOR, kind: 'worker', accountId: newId(), institutionId: newId() };
const ago = (hours: number) => ({ now: new Date(TEST_NOW.getTime() - hours * HOUR) });

test('an answer is kept for a day, a draft for sixty', async () => {
  const [old, fresh] = [newId(), newId()];
  await t.ctxAs(anna, (ctx) => rememberOutcome(ctx, old, '{"name":"x"}'), ago(25));
  await t.ctxAs(anna, (ctx) => rememberOutcome(ctx, fresh, '/work'), ago(23));
  const given = await t.ctxAs(anna, (ctx) => saveDraft(ctx, 'test', null, { a: 'x' }), ago(61 * 24));
  const kept = await t.ctxAs(anna, (ctx) => saveDraft(ctx, 'test', null, { a: 'x' }), ago(59 * 24));
  await t.ctxAs(PUBLIC_ACTOR, (ctx) => enqueue(ctx, 'forms.forget', {}));
  await runQueueOnce({ adminUrl: t.adminUrl, db: t.db, jobs: formJobs, clock: () => TEST_NOW });
  const left = await t.ctxAs(anna, async (ctx) => [
    await earlierOutcome(ctx, old),
    await earlierOutcome(ctx, fresh),
    await loadDraft(ctx, 'test', given),
    (await loadDraft(ctx, 'test', kept))?.id,
  ]);
  expect(left).toEqual([null, '/work', null, kept]);
});

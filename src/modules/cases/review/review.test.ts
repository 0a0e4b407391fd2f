import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#kernel/errors.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { type ActiveCase, type ReviewWorld, reviewWorld } from '#test/review-world.ts';
import { loadCase } from '../service.ts';
import { type NewReview, recordReview, resumeCase, reviewsOf, suspendCase, suspensionsOf } from './api.ts';
import { text } from './text.pl.ts';

let t: TestDatabase;
let w: ReviewWorld;
beforeAll(async () => {
  t = await testDatabase();
  w = await reviewWorld(t);
});
afterAll(async () => {
  await w.admin.end();
  await t.drop();
});

const review = (c: ActiveCase, more: Partial<NewReview> = {}): NewReview => ({
  heldOn: '2026-03-04',
  trigger: 'scheduled',
  present: 'osoba, koordynator, doradca',
  items: [
    { lineageId: c.items[0], result: 'done', reason: '' },
    { lineageId: c.items[1], result: 'in_progress', reason: '' },
  ],
  goals: [{ lineageId: c.goal, scale: 2 }],
  decision: 'continue',
  nextReviewOn: '2026-05-29',
  ...more,
});
const P4 = { purpose: 'P4' } as const;
const record = (c: ActiveCase, more: Partial<NewReview> = {}, actor = w.socialWorker) =>
  t.ctxAs(actor, (ctx) => recordReview(ctx, c.id, review(c, more)), P4);
const caseNow = (c: ActiveCase) => t.ctxAs(w.socialWorker, (ctx) => loadCase(ctx, c.id), P4);

/** The fields and messages of the refusal. */
async function refusal(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return Object.fromEntries(error.fields.map((f) => [f.field, f.message]));
}

describe('a review', () => {
  test('is kept with its findings, moves the progress of items and waits for the next one', async () => {
    const c = await w.active();
    await record(c, { minutes: 'Idzie dobrze.' });
    const [kept] = await t.ctxAs(w.socialWorker, (ctx) => reviewsOf(ctx, c.id), P4);
    expect(kept).toMatchObject({
      number: 1,
      kind: 'scheduled',
      decision: 'continue',
      minutes: 'Idzie dobrze.',
    });
    expect(kept?.goals).toEqual([{ lineageId: c.goal, scale: 2, label: 'Praca na pół etatu' }]);
    expect(kept?.items.map((i) => i.result)).toEqual(['done', 'in_progress']);
    const { waits, state } = await caseNow(c);
    expect(state).toBe('active');
    expect(waits).toMatchObject({ for: 'review', until: '2026-05-29' });
    const progress = await w.admin.run('select state from cases.item_progress where case_id = $1', [c.id]);
    expect(progress.rows.map((r: { state: string }) => r.state).sort()).toEqual(['done', 'in_progress']);
  });

  test('hard constraint 5: not in the future, not before the previous one, not before the case', async () => {
    const c = await w.active();
    expect(await refusal(record(c, { heldOn: '5.03.2026' }))).toEqual({ held_on: 'date.future' });
    expect(await refusal(record(c, { heldOn: '2.11.2025', nextReviewOn: '2026-03-10' }))).toEqual({
      held_on: text.pl.beforeCase('03.11.2025'),
    });
    await record(c, { heldOn: '2026-03-02' });
    expect(await refusal(record(c, { heldOn: '2026-03-01' }))).toEqual({
      held_on: text.pl.beforePrevious('02.03.2026'),
    });
    await record(c, { heldOn: '2026-03-02' });
  });

  test('hard constraint 5 holds in the database too, and a review never changes', async () => {
    const c = await w.active();
    await record(c, { heldOn: '2026-03-02' });
    const insert = (heldOn: string, number: number) =>
      t.ctxAs(
        w.socialWorker,
        (ctx) =>
          import('./queries.ts').then((q) =>
            q.insertReview(ctx, {
              id: crypto.randomUUID(),
              caseId: c.id,
              planId: c.planId,
              number,
              heldOn,
              kind: 'extra',
              trigger: 'absences',
              present: 'x',
              decision: 'continue',
              minutes: '',
              nextReviewOn: null,
            }),
          ),
        P4,
      );
    await expect(insert('2026-03-01', 2)).rejects.toMatchObject({ constraint: 'review_date' });
    await expect(insert('2026-03-05', 2)).rejects.toMatchObject({ constraint: 'review_date' });
    await expect(
      t.ctxAs(
        w.socialWorker,
        (ctx) =>
          ctx.tx.run(
            Object.assign(Object.create(null), { text: "update cases.review set minutes = 'x'", values: [] }),
          ),
        P4,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('asks for every goal and item, a reason for what was not done, and a near next date', async () => {
    const c = await w.active();
    expect(await refusal(record(c, { items: [], goals: [] }))).toEqual({
      [`goal_${c.goal}`]: 'choice',
      [`item_${c.items[0]}`]: 'choice',
      [`item_${c.items[1]}`]: 'choice',
    });
    const failed = [
      { lineageId: c.items[0], result: 'not_done' as const, reason: '' },
      { lineageId: c.items[1], result: 'done' as const, reason: '' },
    ];
    expect(await refusal(record(c, { items: failed }))).toEqual({ [`reason_${c.items[0]}`]: 'required' });
    expect(await refusal(record(c, { nextReviewOn: '' }))).toEqual({ next_review_on: 'required' });
    expect(await refusal(record(c, { nextReviewOn: '5.06.2026' }))).toEqual({
      next_review_on: text.pl.nextTooLate('04.06.2026'),
    });
    expect(await refusal(record(c, { nextReviewOn: '2026-03-01' }))).toEqual({ next_review_on: 'date.past' });
    expect(await refusal(record(c, { trigger: 'whim', present: ' ' }))).toEqual({
      trigger: 'choice',
      present: 'required',
    });
    expect(await refusal(record(c, { trigger: 'closing' }))).toEqual({ decision: text.pl.finalMustClose });
  });

  test('is recorded by who directs the case, in a state that allows it', async () => {
    const c = await w.active();
    expect(await refusal(record(c, {}, w.adviser))).toEqual({ '': text.pl.refusals.not_coordinator });
    for (const state of ['planning', 'agreed', 'closing', 'follow_up']) {
      const other = await w.active({ state });
      expect(await refusal(record(other))).toEqual({ '': text.pl.refusals.not_active });
    }
    await w.admin.run("update cases.plan set state = 'superseded' where id = $1", [c.planId]);
    expect(await refusal(record(c))).toEqual({ '': text.pl.refusals.no_plan });
  });

  test('may change the plan, or close', async () => {
    const changed = await w.active();
    expect((await record(changed, { decision: 'change_plan', nextReviewOn: '' })).next).toBe('plan');
    expect((await caseNow(changed)).state).toBe('planning');
    const closed = await w.active();
    expect((await record(closed, { decision: 'close', trigger: 'closing' })).next).toBe('outcome');
    expect((await caseNow(closed)).waits).toMatchObject({ for: 'outcome', until: '2026-03-18' });
    const [last] = await t.ctxAs(w.socialWorker, (ctx) => reviewsOf(ctx, closed.id), P4);
    expect(last?.kind).toBe('final');
  });
});

describe('suspension', () => {
  const suspend = (c: ActiveCase, more: Record<string, string> = {}, actor = w.socialWorker) =>
    t.ctxAs(
      actor,
      (ctx) =>
        suspendCase(ctx, c.id, { reason: 'illness', fromOn: '2026-03-04', untilOn: '2026-05-04', ...more }),
      P4,
    );
  const resumeOn = (c: ActiveCase, on: string, now: string) =>
    t.ctxAs(w.socialWorker, (ctx) => resumeCase(ctx, c.id, { resumedOn: on }), { ...P4, now: new Date(now) });

  test('waits for its end; resumed, the review moves by the days of rest', async () => {
    const c = await w.active();
    await suspend(c);
    expect(await caseNow(c)).toMatchObject({
      state: 'suspended',
      waits: { for: 'resume', until: '2026-05-04' },
    });
    await resumeOn(c, '2026-04-03', '2026-04-03T08:00:00Z');
    // 20 March and the thirty days of rest.
    expect(await caseNow(c)).toMatchObject({
      state: 'active',
      waits: { for: 'review', until: '2026-04-19' },
    });
    const [kept] = await t.ctxAs(w.socialWorker, (ctx) => suspensionsOf(ctx, c.id), P4);
    expect(kept?.resumedOn).toBe('2026-04-03');
  });

  test('at most 180 days, counted since the last review', async () => {
    const c = await w.active();
    expect(await refusal(suspend(c, { untilOn: '2026-09-01' }))).toEqual({
      until_on: text.pl.suspension.tooLong('31.08.2026'),
    });
    await suspend(c, { untilOn: '2026-08-31' });
    await resumeOn(c, '2026-08-31', '2026-08-31T08:00:00Z');
    const again = t.ctxAs(
      w.socialWorker,
      (ctx) => suspendCase(ctx, c.id, { reason: 'illness', fromOn: '2026-09-01', untilOn: '2026-09-20' }),
      { ...P4, now: new Date('2026-09-01T08:00:00Z') },
    );
    expect(await refusal(again)).toEqual({ until_on: text.pl.suspension.tooLong('01.09.2026') });
  });

  test('each wrong field and each missing guard is refused in words', async () => {
    const c = await w.active();
    expect(await refusal(suspend(c, { reason: 'holiday' }))).toEqual({ reason: 'choice' });
    expect(await refusal(suspend(c, { fromOn: '5.3.2026' }))).toEqual({ from_on: 'date.future' });
    expect(await refusal(suspend(c, { untilOn: '2026-03-03' }))).toEqual({ until_on: 'date.past' });
    expect(await refusal(suspend(c, {}, w.adviser))).toEqual({ '': text.pl.refusals.not_coordinator });
    expect(await refusal(resumeOn(c, '2026-03-04', '2026-03-04T09:00:00Z'))).toEqual({
      '': text.pl.refusals.not_suspended,
    });
    await suspend(c);
    expect(await refusal(suspend(c))).toEqual({ '': text.pl.refusals.not_active });
    expect(await refusal(record(c, { decision: 'suspend' }))).toEqual({
      '': text.pl.refusals.already_suspended,
    });
    expect(await refusal(resumeOn(c, '2026-03-09', '2026-03-04T09:00:00Z'))).toEqual({
      resumed_on: 'date.future',
    });
  });

  test('a review in a suspended case resumes it', async () => {
    const c = await w.active();
    await suspend(c);
    await record(c, { trigger: 'suspension_end' });
    expect(await caseNow(c)).toMatchObject({
      state: 'active',
      waits: { for: 'review', until: '2026-05-29' },
    });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeWorker } from '#test/factories.ts';
import { put, type ReviewWorld, reviewWorld } from '#test/review-world.ts';
import { loadCase } from '../service.ts';
import { assign, changeCoordinator, handOver, obligationsOf, settleStandIn } from './api.ts';
import { endAssignment } from './service.ts';
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

const words = text.pl.refusals;
async function refusal(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return Object.fromEntries(error.fields.map((f) => [f.field, f.message]));
}
const sees = (actor: Actor, id: string) =>
  t
    .ctxAs(actor, (ctx) => loadCase(ctx, id))
    .then(
      () => true,
      () => false,
    );

test('a leaver hands everything over; a case the colleague is locked out of stays and is still shown', async () => {
  const leaver = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  const colleague = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  const manager = await makeWorker(t.adminUrl, w.ops, ['institution_admin']);
  const more = { coordinator_id: leaver.subjectId, waits_worker_id: leaver.subjectId };
  const c = await w.active(more);
  const locked = await w.active(more);
  for (const one of [c, locked])
    await put(w.admin, 'cases.assignment', {
      id: newId(),
      case_id: one.id,
      institution_id: w.ops.id,
      worker_id: leaver.subjectId,
      role: 'coordinator',
      valid_from: new Date('2026-01-01'),
    });
  await put(w.admin, 'cases.case_lock', {
    id: newId(),
    case_id: locked.id,
    institution_id: w.ops.id,
    worker_id: colleague.subjectId,
    reason: 'conflict_of_interest',
    valid_from: new Date('2026-01-01'),
  });
  await put(w.admin, 'cases.session', {
    id: newId(),
    institution_id: w.ops.id,
    worker_id: leaver.subjectId,
    service_code: 'social_work',
    title: 'rozmowa',
    starts_at: new Date('2026-03-10T09:00:00Z'),
    hours: 1,
  });
  const open = () => t.ctxAs(manager, (ctx) => obligationsOf(ctx, leaver.subjectId));
  expect((await open()).map((o) => o.kind).sort()).toEqual(['coordinates', 'coordinates', 'session']);
  expect(await sees(manager, c.id)).toBe(false);
  await t.ctxAs(manager, (ctx) => handOver(ctx, leaver.subjectId, colleague.subjectId));
  expect((await open()).map((o) => o.kind)).toEqual(['coordinates']);
  expect(await sees(colleague, c.id)).toBe(true);
  expect(await sees(leaver, c.id)).toBe(false);
  expect(await t.ctxAs(colleague, (ctx) => loadCase(ctx, c.id))).toMatchObject({
    coordinatorId: colleague.subjectId,
    waits: { workerId: colleague.subjectId },
  });
  expect(await sees(colleague, locked.id)).toBe(false);
});

test('not to another institution, not to somebody without authorisation, not by whoever does not manage', async () => {
  const plain = await makeWorker(t.adminUrl, w.ops, ['social_worker'], { scope: [] });
  const give = (to: Actor, by = w.opsHead) =>
    t.ctxAs(by, (ctx) => handOver(ctx, w.socialWorker.subjectId, to.subjectId));
  expect(await refusal(give(w.adviser))).toEqual({ worker: words.not_assignable });
  expect(await refusal(give(plain))).toEqual({ worker: words.not_assignable });
  await expect(give(w.opsHead, w.socialWorker)).rejects.toMatchObject({ code: 'not_found' });
  // Another institution learns nothing.
  expect(await t.ctxAs(w.pupHead, (ctx) => obligationsOf(ctx, w.socialWorker.subjectId))).toEqual([]);
});

test('workers are put on a case and taken off it, never the last one', async () => {
  const c = await w.active();
  const second = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  const put_ = (by: Actor, workerId: string) => t.ctxAs(by, (ctx) => assign(ctx, c.id, { workerId }));
  expect(await refusal(put_(w.adviser, second.subjectId))).toEqual({ '': words.not_assigner });
  expect(await refusal(put_(w.opsHead, w.adviser.subjectId))).toEqual({ worker: words.not_assignable });
  await put_(w.opsHead, second.subjectId);
  expect(await sees(second, c.id)).toBe(true);
  expect(await refusal(put_(w.socialWorker, second.subjectId))).toEqual({ worker: 'duplicate' });
  const off = (by: Actor, workerId: string) => t.ctxAs(by, (ctx) => endAssignment(ctx, c.id, workerId));
  expect(await refusal(off(w.opsHead, w.socialWorker.subjectId))).toEqual({ '': words.is_coordinator });
  await off(w.socialWorker, second.subjectId);
  expect(await sees(second, c.id)).toBe(false);
  expect(await refusal(off(w.pupHead, w.adviser.subjectId))).toEqual({ '': words.last_worker });
});

test('the coordinator gives the case to a colleague and sees it no more', async () => {
  const c = await w.active();
  const next = await makeWorker(t.adminUrl, w.ops, ['case_coordinator']);
  const instructor = await makeWorker(t.adminUrl, w.ops, ['unit_worker']);
  const change = (by: Actor, workerId: string) =>
    t.ctxAs(by, (ctx) => changeCoordinator(ctx, c.id, { workerId }));
  expect(await refusal(change(w.socialWorker, instructor.subjectId))).toEqual({
    worker: words.cannot_coordinate,
  });
  expect(await refusal(change(w.pupHead, w.adviser.subjectId))).toEqual({ '': words.not_lead });
  await change(w.socialWorker, next.subjectId);
  expect(await sees(w.socialWorker, c.id)).toBe(false);
  expect(await t.ctxAs(next, (ctx) => loadCase(ctx, c.id))).toMatchObject({
    coordinatorId: next.subjectId,
    waits: { workerId: next.subjectId },
  });
});

test('an absence that begins or ends now acts now, by the hand of whoever runs the institution', async () => {
  const standIn = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  const manager = await makeWorker(t.adminUrl, w.ops, ['institution_admin']);
  const c = await w.active();
  const absence = newId();
  await put(w.admin, 'organisations.absence', {
    id: absence,
    worker_id: w.socialWorker.subjectId,
    institution_id: w.ops.id,
    stand_in_id: standIn.subjectId,
    from_on: '2026-03-04',
    to_on: '2026-03-10',
  });
  const settle = (actor: Actor) => t.ctxAs(actor, (ctx) => settleStandIn(ctx, w.socialWorker.subjectId));
  // Neither a colleague nor the head of another institution lets anybody in.
  await settle(standIn);
  await settle(w.pupHead);
  expect(await sees(standIn, c.id)).toBe(false);
  await settle(manager);
  expect(await sees(standIn, c.id)).toBe(true);
  await w.admin.run('update organisations.absence set cancelled_at = now() where id = $1', [absence]);
  await settle(manager);
  expect(await sees(standIn, c.id)).toBe(false);
});

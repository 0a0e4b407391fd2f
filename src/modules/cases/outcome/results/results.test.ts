import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeWorker } from '#test/factories.ts';
import { put, type ReviewWorld, reviewWorld } from '#test/review-world.ts';
import { cell, rate, suppressedParts } from './policy.ts';
import { findCounts } from './queries.ts';
import { effectiveness } from './service.ts';

let t: TestDatabase;
let w: ReviewWorld;
let partnershipCoordinator: Actor;
beforeAll(async () => {
  t = await testDatabase();
  w = await reviewWorld(t);
  partnershipCoordinator = await makeWorker(t.adminUrl, w.ops, ['partnership_coordinator']);
  await put(w.admin, 'partnerships.contact', {
    id: newId(),
    partnership_id: w.partnershipId,
    institution_id: w.ops.id,
    worker_id: partnershipCoordinator.subjectId,
    role: 'coordinator',
    valid_from: '2020-01-01',
  });
});
afterAll(async () => {
  await w.admin.end();
  await t.drop();
});

interface Left {
  code: string;
  leftOn: LocalDate;
  progress?: string[];
  started?: LocalDate | null;
  months?: number | null;
  hours?: string;
  vocational?: boolean;
  f6?: { result: string; status: string };
}
async function left(o: Left): Promise<void> {
  const c = await w.active({ state: 'follow_up', closed_on: o.leftOn, left_on: o.leftOn });
  await put(w.admin, 'cases.outcome', {
    case_id: c.id,
    code: o.code,
    left_on: o.leftOn,
    evidence_code: 'contract_seen',
    employment_started_on: o.started ?? null,
    employment_hours: o.hours ?? '',
    planned_months: o.months ?? null,
    progress_codes: o.progress ?? [],
    informed_on: o.leftOn,
    vocational: o.vocational ?? true,
    recorded_by: w.socialWorker.subjectId,
    recorded_at: new Date('2024-01-01'),
  });
  if (o.f6)
    await put(w.admin, 'cases.follow_up', {
      id: newId(),
      case_id: c.id,
      stage: 'F6',
      opens_on: o.leftOn,
      due_on: o.leftOn,
      done_on: o.leftOn,
      result: o.f6.result,
      employment_status: o.f6.status,
    });
}
const counts = (
  from: LocalDate,
  to: LocalDate,
  day: LocalDate,
  actor = w.opsHead,
  partnership: string | null = null,
) =>
  t.ctxAs(actor, (ctx) => findCounts(ctx, partnership, from, to), {
    purpose: 'P7',
    now: new Date(`${day}T10:00:00Z`),
  });

describe('hard constraint 7: what is in a denominator', () => {
  test('neutral exits and open windows are not, and employment is counted by its definition', async () => {
    const day = '2023-05-10';
    const job = { code: 'EMP_OPEN', leftOn: day, progress: ['b'], months: 3, hours: 'half_or_more' };
    await left({ ...job, started: addDays(day, 90), f6: { result: 'reached', status: 'employed' } });
    await left({ ...job, started: addDays(day, 91), f6: { result: 'reached', status: 'unemployed' } });
    await left({ ...job, started: day, months: 2, f6: { result: 'unreachable', status: '' } });
    await left({ ...job, started: day, hours: 'under_half', vocational: false });
    await left({ code: 'STABLE', leftOn: day });
    await left({ code: 'DROP_PERSON', leftOn: day });
    await left({ code: 'MOVE', leftOn: day, progress: ['a'] });
    expect(await counts(day, day, '2024-03-04')).toEqual({
      closed: 7,
      neutral: 1,
      dropped: 1,
      waiting: 0,
      eligible: 6,
      social: 4,
      vocational_waiting: 0,
      vocational: 5,
      employed: 1,
      jobs: 4,
      jobs_waiting: 0,
      durable: 1,
      durable_unknown: 2,
    });
  });

  test('a window of three months and one of ninety days, through leap years and clock changes', async () => {
    const windows: [LocalDate, LocalDate, LocalDate][] = [
      // left on, last day inside three months, last day inside ninety days
      ['2023-11-30', '2024-02-29', '2024-02-28'],
      ['2024-02-29', '2024-05-29', '2024-05-29'],
      ['2022-12-31', '2023-03-31', '2023-03-31'],
    ];
    for (const [leftOn, three, ninety] of windows) {
      await left({ code: 'EDU', leftOn, progress: ['a'] });
      expect(await counts(leftOn, leftOn, three)).toMatchObject({ waiting: 1, eligible: 0, social: 0 });
      expect(await counts(leftOn, leftOn, addDays(three, 1))).toMatchObject({
        waiting: 0,
        eligible: 1,
        social: 1,
      });
      expect(await counts(leftOn, leftOn, ninety)).toMatchObject({ vocational_waiting: 1, vocational: 0 });
      expect(await counts(leftOn, leftOn, addDays(ninety, 1))).toMatchObject({
        vocational_waiting: 0,
        vocational: 1,
      });
    }
  });

  test('only for the head of the institution that leads, and the coordinator of the partnership', async () => {
    const range = ['2023-05-10', '2023-05-10', '2024-03-04'] as const;
    expect((await counts(...range, w.pupHead)).closed).toBe(0);
    expect((await counts(...range, w.socialWorker)).closed).toBe(0);
    expect((await counts(...range, w.opsHead, w.partnershipId)).closed).toBe(0);
    expect((await counts(...range, partnershipCoordinator, w.partnershipId)).closed).toBe(7);
  });
});

describe('hard constraint 8: small cells', () => {
  test('from 1 to 4 are hidden, and a rate with a small part or a small rest shows no share', () => {
    expect([0, 1, 4, 5].map(cell)).toEqual([0, 'few', 'few', 5]);
    expect(rate(6, 20)).toEqual({ count: 6, of: 20, share: 0.3 });
    expect(rate(3, 20)).toEqual({ count: 'few', of: 20, share: null });
    expect(rate(18, 20)).toEqual({ count: 'hidden', of: 20, share: null });
    expect(rate(0, 0)).toEqual({ count: 0, of: 0, share: null });
  });

  test('property: a single small part cannot be computed from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 }), (parts) => {
        const cells = suppressedParts(parts);
        const lost = cells.filter((c) => typeof c !== 'number').length;
        expect(parts.every((n, i) => n === 0 || n >= 5 || typeof cells[i] !== 'number')).toBe(true);
        if (parts.filter((n) => n > 0).length > 1) expect(lost).not.toBe(1);
      }),
    );
  });

  test('what leaves the service is suppressed', async () => {
    const figures = await t.ctxAs(
      w.opsHead,
      (ctx) => effectiveness(ctx, { from: '2023-05-10', to: '2023-05-10' }),
      { purpose: 'P7', now: new Date('2024-03-04T10:00:00Z') },
    );
    expect(figures.employment).toEqual({ count: 'few', of: 5, share: null });
    expect(JSON.stringify(figures.outcomes)).not.toMatch(/"n":[1-4][,}]/);
  });
});

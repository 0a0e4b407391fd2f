import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { AppError } from '#kernel/errors.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { fillPart, fillParts, setConclusion, setOwnView } from '../assessment/api.ts';
import { loadCase } from '../service.ts';
import { approveDiagnosis, type Diagnosis, latestDiagnosis, loadDiagnosis, startDiagnosis } from './api.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const as = <T>(actor: Actor, work: Parameters<typeof t.ctxAs<T>>[1], now: Date = TEST_NOW) =>
  t.ctxAs(actor, work, { purpose: 'P2', now });
const HOLD: Record<string, DataClass[]> = {
  OPS: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'],
  PUP: ['D1', 'D2', 'D4', 'D5', 'D6'],
  NGO: ['D1', 'D5', 'D6'],
};
/** In diagnosis, with the first diagnosis open. */
async function begun(): Promise<MadeCase> {
  const c = await makeCaseIn(t.adminUrl, w, 'diagnosis', { classes: HOLD });
  await as(w.socialWorker, (ctx) => startDiagnosis(ctx, c.id));
  return c;
}
async function seen(actor: Actor, c: MadeCase): Promise<Diagnosis> {
  const d = await as(actor, (ctx) => loadDiagnosis(ctx, c.id));
  if (!d) throw new Error('no diagnosis is seen');
  return d;
}
/** Fills every required part of the actor's institution. */
const fillOwn = (actor: Actor, c: MadeCase) =>
  as(actor, async (ctx) => {
    const d = await loadDiagnosis(ctx, c.id);
    const own = d?.parts.filter((p) => p.required && p.institutionId === actor.institutionId) ?? [];
    const entries = own.map((p) => ({
      domain: p.domain,
      scale: 2 as const,
      note: 'opis',
      rowVersion: p.content?.rowVersion ?? 0,
    }));
    await fillParts(ctx, c.id, entries);
  });
const ownView = (c: MadeCase) =>
  as(w.socialWorker, async (ctx) => {
    const d = await loadDiagnosis(ctx, c.id);
    await setOwnView(ctx, c.id, {
      own_view: 'Chcę pracować.',
      strengths: 'Punktualność',
      _version: d?.rowVersion ?? 0,
    });
  });
const CONCLUSION = { conclusion: 'Najpierw długi.', meeting_on: '3.03.2026', present: 'Anna, Jan' };
const conclude = (c: MadeCase, body: Partial<typeof CONCLUSION> = {}) =>
  as(w.socialWorker, async (ctx) => {
    const d = await loadDiagnosis(ctx, c.id);
    await setConclusion(ctx, c.id, { ...CONCLUSION, ...body, _version: d?.rowVersion ?? 0 });
  });
const complete = async (c: MadeCase) => {
  await fillOwn(w.socialWorker, c);
  await fillOwn(w.adviser, c);
  await ownView(c);
  await conclude(c);
};
const approve = (actor: Actor, c: MadeCase) =>
  as(actor, async (ctx) =>
    approveDiagnosis(ctx, c.id, (await loadDiagnosis(ctx, c.id))?.contentVersion ?? 0),
  );
const waits = (c: MadeCase) => as(w.socialWorker, async (ctx) => (await loadCase(ctx, c.id)).waits);
const refused = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error;
};

describe('the parts', () => {
  test('belong to the institutions of the dictionary; others see that they are there, not what stands in them', async () => {
    const c = await begun();
    const d = await seen(w.adviser, c);
    const of = (domain: string) => d.parts.find((p) => p.domain === domain);
    expect(of('housing')).toMatchObject({
      institutionId: w.ops.id,
      required: true,
      filled: false,
      content: null,
    });
    expect(of('work_history')).toMatchObject({ institutionId: w.pup.id, required: true });
    expect(of('work_history')?.content).not.toBeNull();
    await fillOwn(w.socialWorker, c);
    const later = await seen(w.adviser, c);
    expect(later.parts.find((p) => p.domain === 'housing')).toMatchObject({ filled: true, content: null });
  });

  test('are written by their owner alone, in the service and in the database', async () => {
    const c = await begun();
    const entry = { domain: 'work_history', scale: 1 as const, note: 'x', rowVersion: 1 };
    expect((await refused(as(w.socialWorker, (ctx) => fillPart(ctx, c.id, entry)))).code).toBe('not_found');
    const byHand = await as(w.socialWorker, (ctx) =>
      ctx.tx.run(
        sql`update cases.diagnosis_part set note = 'x' where case_id = ${c.id} and domain = 'work_history'`,
      ),
    );
    expect(byHand).toBe(0);
    const moved = as(w.socialWorker, (ctx) =>
      ctx.tx.run(
        sql`update cases.diagnosis_part set data_class = 'D3' where case_id = ${c.id} and domain = 'addiction'`,
      ),
    );
    await expect(moved).rejects.toThrow(/keeps its domain, class and owner/);
  });

  test('two people at once: the later one is shown what stands now, and loses nothing', async () => {
    const c = await begun();
    const at = (note: string) => ({ domain: 'housing', scale: 1 as const, note, rowVersion: 1 });
    await as(w.socialWorker, (ctx) => fillPart(ctx, c.id, at('pierwszy')));
    const error = await refused(as(w.socialWorker, (ctx) => fillPart(ctx, c.id, at('drugi'))));
    expect(error.code).toBe('stale');
    expect(error.detail.housing).toMatchObject({ note: 'pierwszy', rowVersion: 2 });
    const d = await seen(w.socialWorker, c);
    expect(d.parts.find((p) => p.domain === 'housing')?.content?.note).toBe('pierwszy');
  });
});

describe('health, addiction and criminal record', () => {
  const protectedOf = (d: Diagnosis) => d.parts.filter((p) => ['D7', 'D8'].includes(p.dataClass));
  const secret = (c: MadeCase) =>
    as(w.socialWorker, (ctx) =>
      fillParts(
        ctx,
        c.id,
        ['health_disability', 'criminal_record'].map((domain) => ({
          domain,
          scale: 1 as const,
          note: 'TAJNE',
          rowVersion: 1,
        })),
        { body: 'bez dźwigania', rowVersion: 0 },
      ),
    );

  test('are never required, and never seen without a grant: neither content nor whether they are filled', async () => {
    const c = await begun();
    const before = await seen(w.adviser, c);
    await secret(c);
    const after = await seen(w.adviser, c);
    expect(protectedOf(after).every((p) => !p.required && p.filled === null && p.content === null)).toBe(
      true,
    );
    expect(protectedOf(after)).toEqual(protectedOf(before));
    expect(JSON.stringify(after)).not.toContain('TAJNE');
    // What follows for work is told to the team, with no domain beside it.
    expect(after.work?.body).toBe('bez dźwigania');
    expect((await seen(w.specialist, c)).work?.body).toBe('bez dźwigania');
    expect(protectedOf(await seen(w.socialWorker, c)).filter((p) => p.filled)).toHaveLength(2);
  });

  test('leave no trace on the timeline, but one in the access record', async () => {
    const c = await begun();
    await secret(c);
    const [trace] = await asAdmin(t.adminUrl, (run) =>
      run(
        `select (select count(*)::int from cases.event where case_id = $1 and kind = 'diagnosis.part_filled') as events,
           (select count(*)::int from audit.entry where file_id = $1 and action = 'diagnosis.part_filled') as entries`,
        [c.id],
      ),
    );
    expect(trace).toEqual({ events: 0, entries: 2 });
  });

  test('are closed to a colleague whose authorisation does not cover them', async () => {
    const c = await begun();
    await secret(c);
    const narrow = { ...w.socialWorker, scope: ['D1', 'D3', 'D5'] };
    expect(protectedOf(await seen(narrow, c)).every((p) => p.content === null && p.filled === null)).toBe(
      true,
    );
  });
});

describe('transition 7: from diagnosis to planning', () => {
  test('names exactly what is missing', async () => {
    const c = await begun();
    const missing = async () =>
      (await seen(w.socialWorker, c)).missing.map((m) => (m.what === 'part' ? m.part.domain : m.what));
    const ops = ['identity_legal', 'family_care', 'housing', 'income_debts'];
    const pup = ['education', 'work_history', 'skills', 'job_motivation'];
    const common = ['own_view', 'strengths', 'conclusion', 'meeting', 'present'];
    expect(await missing()).toEqual([...ops, ...pup, ...common]);
    expect(await waits(c)).toMatchObject({
      for: 'diagnosis_parts',
      institutionId: w.ops.id,
      until: '2026-02-01',
    });
    await fillOwn(w.socialWorker, c);
    expect(await missing()).toEqual([...pup, ...common]);
    expect(await waits(c)).toMatchObject({ for: 'diagnosis_parts', institutionId: w.pup.id });
    await fillOwn(w.adviser, c);
    await ownView(c);
    expect(await missing()).toEqual(['conclusion', 'meeting', 'present']);
    for (const actor of [w.socialWorker, w.adviser])
      expect((await refused(approve(actor, c))).message).toBe('diagnosis_incomplete');
    await conclude(c);
    expect(await missing()).toEqual([]);
    expect(await waits(c)).toMatchObject({ for: 'diagnosis_approval', institutionId: w.ops.id });
  });

  test.each(['conclusion', 'meeting_on', 'present'] as const)('is refused without %s', async (field) => {
    const c = await begun();
    await complete(c);
    await conclude(c, { [field]: '' });
    expect((await refused(approve(w.socialWorker, c))).message).toBe('diagnosis_incomplete');
  });

  test('needs OPS or CUS and PUP; an NGO does not approve', async () => {
    const c = await begun();
    await complete(c);
    expect((await refused(approve(w.specialist, c))).code).toBe('not_found');
    expect(await approve(w.adviser, c)).toBe('waits');
    expect(await waits(c)).toMatchObject({ for: 'diagnosis_approval', institutionId: w.ops.id });
    expect((await refused(approve(w.adviser, c))).code).toBe('not_found');
    expect(await approve(w.socialWorker, c)).toBe('approved');
    const after = await as(w.socialWorker, (ctx) => loadCase(ctx, c.id));
    expect(after.state).toBe('planning');
    expect(after.waits).toMatchObject({ for: 'plan_draft', institutionId: w.ops.id, until: '2026-03-18' });
  });

  test('an approval belongs to one text: a later change makes it void', async () => {
    const c = await begun();
    await complete(c);
    await approve(w.adviser, c);
    await conclude(c, { conclusion: 'Jednak najpierw zdrowie.' });
    expect((await seen(w.socialWorker, c)).approvals).toMatchObject([
      { institutionId: w.pup.id, current: false },
    ]);
    expect(await approve(w.socialWorker, c)).toBe('waits');
    expect(await approve(w.adviser, c)).toBe('approved');
  });

  test('who read an older text is asked to read again', async () => {
    const c = await begun();
    await complete(c);
    const { contentVersion } = await seen(w.adviser, c);
    await conclude(c, { present: 'Anna, Jan, Ewa' });
    const error = await refused(as(w.adviser, (ctx) => approveDiagnosis(ctx, c.id, contentVersion)));
    expect(error.code).toBe('stale');
  });

  test('the database refuses an approval by one side, whoever writes', async () => {
    const c = await begun();
    await complete(c);
    await approve(w.adviser, c);
    const byHand = as(w.adviser, (ctx) =>
      ctx.tx.run(sql`update cases.diagnosis set state = 'approved' where case_id = ${c.id}`),
    );
    await expect(byHand).rejects.toThrow(/approved by OPS or CUS and by PUP/);
  });
});

describe('an approved diagnosis', () => {
  const approved = async () => {
    const c = await begun();
    await complete(c);
    await approve(w.adviser, c);
    await approve(w.socialWorker, c);
    return c;
  };

  test.each([
    ['the diagnosis', "update cases.diagnosis set conclusion = 'x' where case_id = $1"],
    ['its state', "update cases.diagnosis set state = 'draft' where case_id = $1"],
    ['a part', "update cases.diagnosis_part set note = 'x' where case_id = $1"],
    ['an approval', 'update cases.diagnosis_approval set at = now() where case_id = $1'],
    [
      'what follows for work',
      "insert into cases.functional_conclusion (id, diagnosis_id, case_id, domain, body) select gen_random_uuid(), id, case_id, 'work', 'x' from cases.diagnosis where case_id = $1",
    ],
  ])('cannot be changed in the database: %s', async (_, statement) => {
    const c = await approved();
    await expect(asAdmin(t.adminUrl, (run) => run(statement, [c.id]))).rejects.toThrow(
      /approved diagnosis cannot be changed/,
    );
  });

  test('a re-diagnosis starts as its copy with the next number; the old one stays readable as it was', async () => {
    const c = await approved();
    await as(w.socialWorker, (ctx) => startDiagnosis(ctx, c.id));
    const second = await seen(w.socialWorker, c);
    expect(second).toMatchObject({ number: 2, state: 'draft', ownView: 'Chcę pracować.', conclusion: '' });
    // The content is there to start from, but each owner confirms it.
    const part = second.parts.find((p) => p.domain === 'housing');
    expect(part).toMatchObject({ filled: false, content: { scale: 2, note: 'opis', filledAt: null } });
    // PUP's own content came along without OPS reading it on the way.
    expect((await seen(w.adviser, c)).parts.find((p) => p.domain === 'skills')?.content?.note).toBe('opis');
    expect((await as(w.socialWorker, (ctx) => loadCase(ctx, c.id))).state).toBe('diagnosis');
    expect(await as(w.socialWorker, (ctx) => latestDiagnosis(ctx, c.id, true))).toMatchObject({
      number: 1,
      state: 'approved',
    });
    // Beginning twice gives the same draft.
    expect(await as(w.socialWorker, (ctx) => startDiagnosis(ctx, c.id))).toBe(second.id);
  });

  test('is read by the person, all of it', async () => {
    const c = await approved();
    const d = await as(c.participant, (ctx) => latestDiagnosis(ctx, c.id));
    expect(d?.parts.filter((p) => p.required).every((p) => p.content?.note === 'opis')).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { loadCase } from '../service.ts';
import * as plan from './api.ts';
import { beginDueCases } from './service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const DAY: LocalDate = '2026-03-04';
const P3 = { purpose: 'P3' } as const;
const as = <T>(actor: Actor, work: Parameters<typeof t.ctxAs<T>>[1], now: Date = TEST_NOW) =>
  t.ctxAs(actor, work, { ...P3, now });

/** A draft with one goal and an item for each institution given; ready to be signed. */
async function draft(c: MadeCase, workers: readonly Actor[], startsOn: LocalDate = addDays(DAY, 10)) {
  await as(w.socialWorker, async (ctx) => {
    await plan.createPlan(ctx, c.id);
    const goal = await plan.addGoal(ctx, c.id, {
      title: 'Stała praca',
      measure: 'umowa',
      dueOn: '2026-12-31',
    });
    for (const worker of workers)
      await plan.addItem(ctx, c.id, goal, {
        serviceCode: 'social_work',
        institutionId: worker.institutionId,
        workerId: worker.subjectId,
        startsOn,
        dueOn: '2026-09-30',
        financingCode: 'none',
      });
    const open = await plan.openPlan(ctx, c.id);
    await plan.setArrangements(ctx, c.id, open?.rowVersion ?? 0, {
      ownObligation: 'Przychodzę na zajęcia.',
      nextReviewOn: '2026-05-20',
      contactEveryDays: '30',
      contactForm: 'visit',
    });
  });
}
const all = () => [w.socialWorker, w.adviser, w.specialist];
const start = (c: MadeCase) => as(w.socialWorker, (ctx) => plan.startSigning(ctx, c.id));
const sign = (actor: Actor, c: MadeCase) => as(actor, (ctx) => plan.signPlan(ctx, c.id));
const waits = (c: MadeCase) => as(w.socialWorker, async (ctx) => (await loadCase(ctx, c.id)).waits);
const stateOf = (c: MadeCase) => as(w.socialWorker, async (ctx) => (await loadCase(ctx, c.id)).state);

describe('signing by three institutions and the person', () => {
  test('the case waits for each in turn and is agreed by the last signature', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, all());
    const planId = await start(c);
    expect(await waits(c)).toMatchObject({
      for: 'plan_signatures',
      workerId: w.socialWorker.subjectId,
      until: '2026-03-18',
    });
    expect(await sign(w.socialWorker, c)).toBe('waiting');
    expect(await waits(c)).toMatchObject({ for: 'plan_signatures' });
    expect(await sign(w.adviser, c)).toBe('waiting');
    expect(await waits(c)).toMatchObject({ institutionId: w.ngo.id, workerId: w.specialist.subjectId });
    expect(await sign(w.specialist, c)).toBe('waiting');
    expect(await waits(c)).toMatchObject({
      for: 'person_signature',
      workerId: w.socialWorker.subjectId,
      until: '2026-03-18',
    });
    expect(await as(c.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId))).toBe('agreed');
    expect(await stateOf(c)).toBe('agreed');
    expect(await waits(c)).toMatchObject({ for: 'start', until: addDays(DAY, 10) });
    const signed = await as(w.adviser, (ctx) => plan.currentPlan(ctx, c.id));
    expect(signed?.signatures.map((s) => s.signer).sort()).toEqual([
      'coordinator',
      'institution',
      'institution',
      'institution',
      'person',
    ]);
    expect(signed?.signedOn).toBe(DAY);
    const kinds = await as(w.socialWorker, (ctx) =>
      ctx.tx.many<{ kind: string }>(sql`select kind from cases.event where case_id = ${c.id}`),
    );
    expect(kinds.map((k) => k.kind)).toEqual(
      expect.arrayContaining(['plan.signing_started', 'plan.signed_by', 'plan.signed', 'state.agreed']),
    );
  });

  test('the person may sign first, the guardian or the person on paper', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.socialWorker]);
    await start(c);
    for (const [signedOn, message] of [
      ['5.03.2026', 'date.future'],
      ['3.03.2026', expect.stringContaining('04.03.2026')],
      ['wczoraj?', 'date.invalid'],
    ])
      await expect(
        as(w.socialWorker, (ctx) =>
          plan.recordPaperSignature(ctx, c.id, { signer: 'person', name: 'Jan', signedOn }),
        ),
      ).rejects.toMatchObject({ fields: [{ field: 'signed_on', message }] });
    await as(w.socialWorker, (ctx) =>
      plan.recordPaperSignature(ctx, c.id, { signer: 'guardian', name: 'Ewa Opiekun', signedOn: '4.03' }),
    );
    const kept = await as(w.socialWorker, (ctx) => plan.openPlan(ctx, c.id));
    expect(kept?.signatures).toMatchObject([{ name: 'Ewa Opiekun', way: 'paper', signedOn: DAY }]);
    await expect(
      as(w.socialWorker, (ctx) => plan.recordPaperSignature(ctx, c.id, { signer: 'person', name: 'Jan' })),
    ).rejects.toMatchObject({ message: 'already_signed' });
    expect(await sign(w.socialWorker, c)).toBe('agreed');
  });

  test('an institution that sees only its own items signs for them', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning', { classes: { NGO: ['D1', 'D6'] } });
    await draft(c, [w.specialist]);
    await start(c);
    await sign(w.socialWorker, c);
    const own = await as(w.specialist, (ctx) => plan.ownItems(ctx, c.id));
    expect(own).toHaveLength(1);
    expect(await as(w.specialist, (ctx) => plan.openPlan(ctx, c.id))).toBeNull();
    expect(await sign(w.specialist, c)).toBe('waiting');
    await expect(sign(w.specialist, c)).rejects.toMatchObject({ message: 'nothing_to_sign' });
  });

  test('nobody signs for another', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.adviser]);
    const planId = await start(c);
    await expect(sign(w.specialist, c)).rejects.toMatchObject({ message: 'nothing_to_sign' });
    await expect(
      as(w.adviser, (ctx) => plan.recordPaperSignature(ctx, c.id, { signer: 'person', name: 'Jan' })),
    ).rejects.toMatchObject({ message: 'not_coordinator' });
    const hash = (await as(w.adviser, (ctx) => plan.planVersion(ctx, planId))).contentHash;
    const forge = (signer: string, institution: string | null, worker: string | null, way = 'electronic') =>
      as(w.specialist, (ctx) =>
        ctx.tx.run(sql`
        insert into cases.plan_signature (id, plan_id, case_id, signer, institution_id, worker_id, name, way, signed_at, content_hash)
        values (gen_random_uuid(), ${planId}, ${c.id}, ${signer}, ${institution}, ${worker}, 'X', ${way}, now(), ${hash})`),
      );
    await expect(forge('institution', w.pup.id, w.adviser.subjectId)).rejects.toThrow(/row-level/);
    await expect(forge('institution', w.pup.id, w.specialist.subjectId)).rejects.toThrow(/row-level/);
    await expect(forge('person', null, w.specialist.subjectId)).rejects.toThrow(/row-level/);
    const other = await makeCaseIn(t.adminUrl, w, 'planning');
    await expect(as(other.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('two last signatures at the same moment agree the case once', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.adviser, w.specialist]);
    const planId = await start(c);
    await sign(w.socialWorker, c);
    const outcomes = await Promise.all([
      sign(w.adviser, c),
      sign(w.specialist, c),
      as(c.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId)),
    ]);
    expect(outcomes.sort()).toEqual(['agreed', 'waiting', 'waiting']);
    expect(await stateOf(c)).toBe('agreed');
  });

  test('taken back to draft: signatures no longer count, and the text may change again', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.adviser]);
    await start(c);
    await sign(w.adviser, c);
    await as(w.socialWorker, (ctx) => plan.withdrawSigning(ctx, c.id));
    const open = await as(w.socialWorker, (ctx) => plan.openPlan(ctx, c.id));
    expect(open).toMatchObject({ state: 'draft', signatures: [] });
    await as(w.socialWorker, (ctx) =>
      plan.addGoal(ctx, c.id, { title: 'Drugi', measure: 'm', dueOn: '2026-10-01' }),
    );
    await start(c);
    expect(
      await as(w.socialWorker, async (ctx) =>
        (await plan.missingSignatures(ctx, open?.id ?? '')).map((m) => m.signer),
      ),
    ).toEqual(['coordinator', 'institution', 'person']);
    const noted = await as(w.socialWorker, (ctx) =>
      ctx.tx.one<{ data: unknown }>(
        sql`select data from cases.event where case_id = ${c.id} and kind = 'plan.signing_withdrawn'`,
      ),
    );
    expect(noted.data).toEqual({ dropped: 1 });
  });
});

describe('what was signed never changes (hard constraint 4)', () => {
  test('not even by the administrator', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.socialWorker]);
    const planId = await start(c);
    const refused = (text: string) =>
      expect(
        asAdmin(t.adminUrl, (run) => run(text, [planId])),
        text,
      );
    const content = async () => {
      await refused(`update cases.goal set title = 'x' where plan_id = $1`).rejects.toMatchObject({
        constraint: 'plan_signed_version',
      });
      await refused(`delete from cases.goal where plan_id = $1`).rejects.toMatchObject({
        constraint: 'plan_signed_version',
      });
      await refused(`update cases.plan_item set hours = 5 where plan_id = $1`).rejects.toMatchObject({
        constraint: 'plan_signed_version',
      });
      await refused(`delete from cases.plan_item where plan_id = $1`).rejects.toMatchObject({
        constraint: 'plan_signed_version',
      });
      await refused(
        `insert into cases.goal select gen_random_uuid(), plan_id, case_id, gen_random_uuid(), 9, 'x', 'x', due_on, 1 from cases.goal where plan_id = $1`,
      ).rejects.toMatchObject({ constraint: 'plan_signed_version' });
      for (const change of [
        "own_obligation = 'x'",
        "next_review_on = '2027-01-01'",
        'contact_every_days = 1',
        "contact_form = 'x'",
        "confirmed_warnings = '{x}'",
        'version = 9',
        "content_hash = 'x'",
      ])
        await refused(`update cases.plan set ${change} where id = $1`).rejects.toMatchObject({
          constraint: 'plan_signed_version',
        });
    };
    await content();
    await refused(`update cases.plan set state = 'signed' where id = $1`).rejects.toMatchObject({
      constraint: 'plan_signatures_missing',
    });
    await sign(w.socialWorker, c);
    await as(c.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId));
    await content();
    for (const state of ['draft', 'signing', 'abandoned'])
      await refused(`update cases.plan set state = '${state}' where id = $1`).rejects.toMatchObject({
        code: '23514',
      });
    await refused(`update cases.plan_signature set name = 'x' where plan_id = $1`).rejects.toMatchObject({
      constraint: 'plan_signature_text',
    });
    await refused(
      `update cases.plan_signature set voided_at = now() where plan_id = $1`,
    ).rejects.toMatchObject({ constraint: 'plan_signature_text' });
    await expect(
      as(w.socialWorker, (ctx) => plan.addGoal(ctx, c.id, { title: 'x', measure: '', dueOn: DAY })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('from agreed to active and to the next version', () => {
  async function agreed(startsOn?: LocalDate) {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await draft(c, [w.socialWorker], startsOn);
    const planId = await start(c);
    await sign(w.socialWorker, c);
    await as(c.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId));
    return { c, planId };
  }

  test('active on the first day, not before', async () => {
    const { c } = await agreed();
    const job = (now: Date) => t.ctxAs(SYSTEM_ACTOR, (ctx) => beginDueCases(ctx), { now });
    await job(new Date('2026-03-13T12:00:00Z'));
    expect(await stateOf(c)).toBe('agreed');
    expect(await job(new Date('2026-03-14T00:10:00Z'))).toBeGreaterThan(0);
    expect(await stateOf(c)).toBe('active');
    expect(await waits(c)).toMatchObject({
      for: 'review',
      until: '2026-05-20',
      workerId: w.socialWorker.subjectId,
    });
  });

  test('active at once when the first day has come', async () => {
    expect(await stateOf((await agreed(DAY)).c)).toBe('active');
  });

  test('a change copies the lineage; the signed version stays in force until the new one is signed', async () => {
    const { c } = await agreed(DAY);
    await expect(as(w.adviser, (ctx) => plan.changePlan(ctx, c.id))).rejects.toMatchObject({
      message: 'not_coordinator',
    });
    await as(w.socialWorker, (ctx) => plan.changePlan(ctx, c.id));
    expect(await stateOf(c)).toBe('planning');
    const before = await as(w.socialWorker, (ctx) => plan.currentPlan(ctx, c.id));
    const goal = (await as(w.socialWorker, (ctx) => plan.openPlan(ctx, c.id)))?.goals[0];
    expect(goal?.lineageId).toBe(before?.goals[0]?.lineageId);
    await as(w.socialWorker, (ctx) =>
      plan.editGoal(ctx, c.id, goal?.id ?? '', 1, {
        title: 'Praca przy zieleni',
        measure: 'umowa',
        dueOn: '2026-12-31',
      }),
    );
    const { changes } = await as(w.socialWorker, (ctx) => plan.compareVersions(ctx, c.id));
    expect(changes.map((x) => [x.of, x.kind, x.fields.map((f) => f.field)])).toEqual([
      ['plan', 'changed', ['nextReviewOn']],
      ['goal', 'changed', ['title']],
    ]);
    const open = await as(w.socialWorker, (ctx) => plan.openPlan(ctx, c.id));
    await as(w.socialWorker, (ctx) =>
      plan.setArrangements(ctx, c.id, open?.rowVersion ?? 0, {
        ownObligation: 'x',
        nextReviewOn: '2026-06-01',
        contactEveryDays: '14',
        contactForm: 'phone',
      }),
    );
    const planId = await start(c);
    await sign(w.socialWorker, c);
    await as(c.participant, (ctx) => plan.signAsPerson(ctx, c.id, planId));
    expect(
      (await as(w.socialWorker, (ctx) => plan.versions(ctx, c.id))).map((v) => [v.version, v.state]),
    ).toEqual([
      [2, 'signed'],
      [1, 'superseded'],
    ]);
    expect(await stateOf(c)).toBe('active');
  });

  test('a new version given up leaves the case active with the signed plan', async () => {
    const { c } = await agreed(DAY);
    await as(w.socialWorker, (ctx) => plan.changePlan(ctx, c.id));
    await as(w.socialWorker, (ctx) => plan.abandonPlan(ctx, c.id));
    expect(await stateOf(c)).toBe('active');
    expect(await waits(c)).toMatchObject({ for: 'review', until: '2026-05-20' });
    await as(w.socialWorker, (ctx) => plan.changePlan(ctx, c.id));
    expect((await as(w.socialWorker, (ctx) => plan.openPlan(ctx, c.id)))?.version).toBe(3);
  });

  test('progress is said by the responsible institution or the coordinator', async () => {
    const { c } = await agreed(DAY);
    const item = plan.itemsOf(
      (await as(w.socialWorker, (ctx) => plan.currentPlan(ctx, c.id))) ?? { goals: [] },
    )[0];
    const lineage = item?.lineageId ?? '';
    await expect(
      as(w.adviser, (ctx) => plan.setProgress(ctx, c.id, lineage, { state: 'done' })),
    ).rejects.toMatchObject({ message: 'not_responsible' });
    await expect(
      as(w.socialWorker, (ctx) => plan.setProgress(ctx, c.id, lineage, { state: 'not_done', version: 0 })),
    ).rejects.toMatchObject({ code: 'invalid' });
    await as(w.socialWorker, (ctx) =>
      plan.setProgress(ctx, c.id, lineage, { state: 'in_progress', version: 0 }),
    );
    await expect(
      as(w.socialWorker, (ctx) => plan.setProgress(ctx, c.id, lineage, { state: 'done', version: 0 })),
    ).rejects.toMatchObject({ code: 'stale' });
  });
});

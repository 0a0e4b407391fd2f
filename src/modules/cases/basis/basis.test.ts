import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataClass } from '#kernel/access.ts';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { AppError } from '#kernel/errors.ts';
import { listMail } from '#kernel/mail.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { consentJobs } from '../consents/jobs.ts';
import { loadCase } from '../service.ts';
import * as basis from './api.ts';
import { missingForDiagnosis } from './policy.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const as = <T>(actor: Actor, work: Parameters<typeof t.ctxAs<T>>[1], now: Date = TEST_NOW) =>
  t.ctxAs(actor, work, { purpose: 'P2', now });
const OWN: DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'];
/** In intake: OPS holds its own data, PUP and NGO just enough to know the case. */
const intake = () => makeCaseIn(t.adminUrl, w, 'intake', { classes: { OPS: OWN, PUP: ['D1'], NGO: [] } });
const clause = { clause: '1.0|pl', given_on: '4.03.2026', form: 'paper' } as const;
const giveClause = (c: MadeCase) => as(w.socialWorker, (ctx) => basis.giveClause(ctx, c.id, clause));
const statutory = (c: MadeCase) => as(w.socialWorker, (ctx) => basis.recordStatutory(ctx, c.id));
const consentBody = (classes: readonly string[], validTo = '31.12.2026') => ({
  text: '1.0|pl',
  given_on: '3.03.2026',
  way: 'paper' as const,
  valid_to: validTo,
  note: '',
  [`share_${w.ngo.id}`]: [...classes],
});
const consent = (c: MadeCase, classes: readonly string[], validTo?: string) =>
  as(w.socialWorker, async (ctx) => {
    const [id] = await basis.recordConsents(ctx, c.id, consentBody(classes, validTo));
    return id ?? '';
  });
/** What the case waits for, as everybody reads it above every part. */
const waits = (c: MadeCase) => as(w.socialWorker, async (ctx) => (await loadCase(ctx, c.id)).waits.for);
const sees = (actor: Actor, c: MadeCase, now?: Date) =>
  as(
    actor,
    (ctx) =>
      loadCase(ctx, c.id).then(
        () => true,
        () => false,
      ),
    now,
  );
/** Classes that are open to the institution now, by its own grants. */
const open = (actor: Actor, c: MadeCase, now?: Date) =>
  as(
    actor,
    async (ctx) =>
      (
        await ctx.tx.many<{ data_class: string }>(sql`
          select distinct data_class from cases.access_grant where case_id = ${c.id} and institution_id = ${actor.institutionId}
            and (valid_to is null or valid_to > kernel.instant()) order by 1`)
      ).map((r) => r.data_class),
    now,
  );
const refused = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw new Error('nothing was refused');
  return error;
};

test('what an institution collects itself is told apart from what is shared, and no form closes it', async () => {
  const c = await intake();
  await statutory(c);
  const { partners } = await as(w.socialWorker, async (ctx) => basis.basisOf(ctx, await loadCase(ctx, c.id)));
  const ops = partners.find((p) => p.institutionId === w.ops.id);
  expect(ops?.own.map((o) => o.classes)).toEqual([OWN]);
  const shared = ops?.bases.flatMap((b) => b.classes) ?? [];
  expect(shared.filter((k) => k === 'D7' || k === 'D8')).toEqual([]);
  // Recorded again with one class only: what is shared narrows, what is its own stays as the page of access says.
  await as(w.socialWorker, (ctx) =>
    basis.recordBasis(ctx, c.id, w.ops.id, { basis: 'ups_100', classes: ['D1'], document: '', valid_to: '' }),
  );
  expect((await open(w.socialWorker, c)).sort()).toEqual([...OWN].sort());
});

describe('transition 5: from intake to diagnosis', () => {
  test('asks for the clause, OPS or CUS, PUP, and a basis of every institution', () => {
    const partner = (type: string, hasBasis: boolean) => ({ institutionId: type, type, hasBasis });
    for (const clauseGiven of [false, true])
      for (const welfare of [null, 'OPS', 'CUS'])
        for (const labour of [false, true])
          for (const based of [false, true]) {
            const partners = [
              ...(welfare ? [partner(welfare, true)] : []),
              ...(labour ? [partner('PUP', true)] : []),
              partner('NGO', based),
            ];
            const missing = missingForDiagnosis({ clauseGiven, partners }).map((m) => m.what);
            expect(missing.includes('clause')).toBe(!clauseGiven);
            expect(missing.includes('welfare')).toBe(welfare === null);
            expect(missing.includes('labour')).toBe(!labour);
            expect(missing.includes('basis')).toBe(!based);
          }
  });

  test('does not happen while anything is missing, and nothing changes', async () => {
    const c = await intake();
    const missing = async () => {
      const error = await refused(as(w.socialWorker, (ctx) => basis.completeBasis(ctx, c.id)));
      expect(error.code).toBe('conflict');
      return (error.detail.missing as { what: string }[]).map((m) => m.what);
    };
    expect(await missing()).toEqual(['clause', 'basis', 'basis', 'basis']);
    await giveClause(c);
    expect(await missing()).toEqual(['basis', 'basis', 'basis']);
    await statutory(c);
    expect(await missing()).toEqual(['basis']);
    expect((await as(w.socialWorker, (ctx) => loadCase(ctx, c.id))).state).toBe('intake');
    await consent(c, ['D1', 'D5', 'D6']);
    await as(w.socialWorker, (ctx) => basis.completeBasis(ctx, c.id));
    const after = await as(w.socialWorker, (ctx) => loadCase(ctx, c.id));
    expect(after.state).toBe('diagnosis');
    // 30 days from intake (2 January).
    expect(after.waits).toMatchObject({
      for: 'diagnosis_parts',
      institutionId: w.ops.id,
      until: '2026-02-01',
    });
  });

  test('is made by the institution that leads', async () => {
    const c = await intake();
    for (const actor of [w.adviser, w.specialist, w.opsHead])
      expect((await refused(as(actor, (ctx) => basis.completeBasis(ctx, c.id)))).code).toBe('not_found');
  });

  test('an expired consent or basis does not count', async () => {
    const c = await intake();
    await giveClause(c);
    await statutory(c);
    await consent(c, ['D1'], '10.03.2026');
    const later = new Date('2026-03-11T09:00:00Z');
    const { missing } = await as(
      w.socialWorker,
      async (ctx) => basis.basisOf(ctx, await loadCase(ctx, c.id)),
      later,
    );
    expect(missing.map((m) => m.what)).toEqual(['basis']);
  });
});

describe('the clause', () => {
  test.each([
    [{ given_on: '5.03.2026' }, 'given_on', 'date.future'],
    [{ given_on: '31.02.2026' }, 'given_on', 'date.invalid'],
    [{ given_on: '1.01.2020' }, 'given_on', 'date.before'],
    [{ clause: '9.9|pl' }, 'clause', 'choice'],
  ])('%o is refused beside its field', async (wrong, field, message) => {
    const c = await intake();
    const error = await refused(
      as(w.socialWorker, (ctx) => basis.giveClause(ctx, c.id, { ...clause, ...wrong })),
    );
    expect(error.fields).toEqual([{ field, message }]);
  });
});

describe('a basis of law', () => {
  test('opens what the law and the agreement allow, and never special categories by itself', async () => {
    const c = await intake();
    await statutory(c);
    expect(await open(w.adviser, c)).toEqual(['D1', 'D10', 'D2', 'D4', 'D5', 'D6', 'D9']);
  });

  test('narrowing acts at once', async () => {
    const c = await intake();
    const record = (classes: DataClass[]) =>
      as(w.socialWorker, (ctx) =>
        basis.recordBasis(ctx, c.id, w.pup.id, { basis: 'rpsz_198', classes, document: '', valid_to: '' }),
      );
    await record(['D1', 'D2', 'D5']);
    expect(await open(w.adviser, c)).toEqual(['D1', 'D2', 'D5']);
    await record(['D1', 'D5']);
    expect(await open(w.adviser, c)).toEqual(['D1', 'D5']);
  });

  test.each([
    [{ basis: 'ups_100', classes: ['D3'] }, 'basis', 'choice'],
    [{ basis: 'rpsz_198', classes: ['D7'] }, 'classes', 'basis.beyond'],
    [{ basis: 'rpsz_198', classes: [] }, 'classes', 'choices'],
    [{ basis: 'rpsz_198', classes: ['D5'], valid_to: '1.03.2026' }, 'valid_to', 'date.past'],
  ])('%o for PUP is refused beside its field', async (wrong, field, message) => {
    const c = await intake();
    const body = { document: '', valid_to: '', ...wrong, classes: wrong.classes as DataClass[] };
    const error = await refused(as(w.socialWorker, (ctx) => basis.recordBasis(ctx, c.id, w.pup.id, body)));
    expect(error.fields).toEqual([{ field, message }]);
  });

  test('a commission names its contract', async () => {
    const c = await intake();
    const body = { basis: 'commission', classes: ['D1' as const, 'D6' as const], document: '', valid_to: '' };
    const error = await refused(as(w.socialWorker, (ctx) => basis.recordBasis(ctx, c.id, w.ngo.id, body)));
    expect(error.fields).toEqual([{ field: 'document', message: 'required' }]);
    await as(w.socialWorker, (ctx) =>
      basis.recordBasis(ctx, c.id, w.ngo.id, { ...body, document: 'UM/7/2026' }),
    );
    expect(await open(w.specialist, c)).toEqual(['D1', 'D6']);
  });

  test('a partner cannot let itself in to what others recorded', async () => {
    const c = await intake();
    // By hand past the service: the database itself refuses D7 as "own" to anybody but social assistance.
    const grab = as(w.adviser, (ctx) =>
      ctx.tx.run(sql`
        insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, origin, valid_from, created_at)
        values (gen_random_uuid(), ${c.id}, ${w.pup.id}, 'D7', '{P2}', true, 'rpsz_47', 'own', now(), now())`),
    );
    await expect(grab).rejects.toThrow(/does not let this institution receive class D7/);
  });
});

describe('consent', () => {
  test('opens what was ticked, at once, and only that', async () => {
    const c = await intake();
    expect(await sees(w.specialist, c)).toBe(false);
    await consent(c, ['D1', 'D6']);
    expect(await sees(w.specialist, c)).toBe(true);
    expect(await open(w.specialist, c)).toEqual(['D1', 'D6', 'D9']);
  });

  test.each([
    [{ classes: ['D6'] }, 'consent.needs_contact'],
    [{ classes: ['D1', 'D7'] }, 'consent.beyond'],
    [{ classes: ['D1', 'D8'] }, 'consent.beyond'],
  ])('%o is refused: the agreement is the ceiling, and contact comes first', async ({ classes }, message) => {
    const c = await intake();
    const error = await refused(consent(c, classes));
    expect(error.fields).toEqual([{ field: `share_${w.ngo.id}`, message }]);
  });

  test('is not asked for public bodies', async () => {
    const c = await intake();
    const body = { ...consentBody([]), [`share_${w.pup.id}`]: ['D1'] };
    const error = await refused(as(w.socialWorker, (ctx) => basis.recordConsents(ctx, c.id, body)));
    expect(error.fields).toEqual([{ field: `share_${w.pup.id}`, message: 'consent.beyond' }]);
  });

  test('ends with its last day, by the clock alone', async () => {
    const c = await intake();
    await consent(c, ['D1'], '10.03.2026');
    expect(await sees(w.specialist, c, new Date('2026-03-10T22:59:59Z'))).toBe(true);
    expect(await sees(w.specialist, c, new Date('2026-03-10T23:00:00Z'))).toBe(false);
  });

  test('can be narrowed, never widened', async () => {
    const c = await intake();
    const id = await consent(c, ['D1', 'D5', 'D6']);
    await as(w.socialWorker, (ctx) => basis.narrowConsent(ctx, id, ['D1', 'D6']));
    expect(await open(w.specialist, c)).toEqual(['D1', 'D6', 'D9']);
    const wider = as(w.socialWorker, (ctx) => basis.narrowConsent(ctx, id, ['D1', 'D5', 'D6']));
    expect((await refused(wider)).fields).toEqual([{ field: 'classes', message: 'consent.narrower' }]);
    const byHand = as(w.socialWorker, (ctx) =>
      ctx.tx.run(sql`update cases.consent set classes = '{D1,D5,D6}' where id = ${id}`),
    );
    await expect(byHand).rejects.toThrow(/narrowed or withdrawn only/);
  });
});

describe('hard constraint 3: a withdrawn consent', () => {
  const withdrawals: [string, (c: MadeCase, id: string) => Promise<void>][] = [
    [
      'by the participant',
      (c, id) => as(c.participant, (ctx) => basis.withdrawConsent(ctx, id, 'participant')),
    ],
    ['by the coordinator', (_c, id) => as(w.socialWorker, (ctx) => basis.withdrawConsent(ctx, id, 'worker'))],
    [
      'by the recipient itself',
      (_c, id) => as(w.specialist, (ctx) => basis.withdrawConsent(ctx, id, 'worker')),
    ],
  ];
  test.each(withdrawals)(
    '%s closes the view of the NGO at once and keeps what law obliges others to keep',
    async (_, act) => {
      const c = await intake();
      await statutory(c);
      const id = await consent(c, ['D1', 'D5', 'D6']);
      const before = await open(w.adviser, c);
      await act(c, id);
      expect(await sees(w.specialist, c)).toBe(false);
      expect(await open(w.specialist, c)).toEqual([]);
      expect(await sees(w.adviser, c)).toBe(true);
      expect(await open(w.adviser, c)).toEqual(before);
      expect(await sees(w.socialWorker, c)).toBe(true);
      // It stands on the timeline, in the access record, and a message waits for the recipient.
      const [trace] = await asAdmin(t.adminUrl, (run) =>
        run(
          `select (select count(*)::int from cases.event where case_id = $1 and kind = 'consent.withdrawn') as events,
           (select count(*)::int from audit.entry where file_id = $1 and action = 'consent.withdrawn') as entries,
           (select count(*)::int from graphile_worker.jobs where task_identifier = 'cases.consent_changed') as jobs`,
          [c.id],
        ),
      );
      expect(trace).toMatchObject({ events: 1, entries: 1 });
      expect(trace?.jobs).toBeGreaterThan(0);
      // A second time changes nothing.
      await as(c.participant, (ctx) => basis.withdrawConsent(ctx, id, 'participant'));
    },
  );

  test('the recipient gets a message that names neither the person nor the case', async () => {
    const c = await intake();
    const [job] = consentJobs({ APP_URL: 'https://splot.example' });
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => {
      await job?.handle(ctx, { caseId: c.id, institutionId: w.ngo.id });
    });
    const [mail] = await t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
    expect(mail?.to).toBe(`${w.specialist.subjectId}@example.org`);
    expect(mail?.body).toContain(`https://splot.example/cases/${c.id}/access`);
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Testowy|Jan|2026\//);
  });

  test('leaves another consent of the same institution alone', async () => {
    const c = await intake();
    const first = await consent(c, ['D1', 'D6']);
    await consent(c, ['D1', 'D5']);
    await as(c.participant, (ctx) => basis.withdrawConsent(ctx, first, 'participant'));
    expect(await open(w.specialist, c)).toEqual(['D1', 'D5', 'D9']);
  });

  test('of somebody else answers like one that does not exist', async () => {
    const c = await intake();
    const other = await intake();
    const id = await consent(c, ['D1']);
    const error = await refused(
      as(other.participant, (ctx) => basis.withdrawConsent(ctx, id, 'participant')),
    );
    expect(error.code).toBe('not_found');
    expect(await sees(w.specialist, c)).toBe(true);
  });
});

test('what the case waits for tells the truth after each step', async () => {
  const c = await intake();
  await giveClause(c);
  expect(await waits(c)).toBe('legal_bases');
  await statutory(c);
  expect(await waits(c)).toBe('legal_bases');
  const id = await consent(c, ['D1', 'D5']);
  expect(await waits(c)).toBe('to_diagnosis');
  await as(w.socialWorker, (ctx) => basis.withdrawConsent(ctx, id, 'worker'));
  expect(await waits(c)).toBe('legal_bases');
  const other = await intake();
  await statutory(other);
  await consent(other, ['D1', 'D5']);
  expect(await waits(other)).toBe('clause');
});

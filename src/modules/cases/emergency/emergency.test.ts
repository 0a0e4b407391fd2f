import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { AppError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import {
  ALL_CLASSES,
  asAdmin,
  type MadeCase,
  makeCaseIn,
  makeSignedItem,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { loadCase } from '../service.ts';
import { emergencyJobs } from './jobs.ts';
import { readEmergency } from './reading/service.ts';
import { type OpenBody, openBody } from './schema.ts';
import {
  countEmergencies,
  emergencies,
  endEmergency,
  figures,
  loadEmergency,
  openEmergency,
  reviewEmergency,
} from './service.ts';
import { text } from './text.pl.ts';

const PESEL = '44051401359';
const WORDS = 'Osoba czeka na dworcu, mróz, brak kontaktu z zespołem.';
const SECRETS = ['mieszka w piwnicy', 'zna spawanie', 'choruje', 'karany', 'notatka własna'];

let t: TestDatabase;
let w: World;
let c: MadeCase;
let duty: Actor;
let dpo: Actor;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  duty = await makeWorker(t.adminUrl, w.pup, ['case_coordinator'], { scope: ALL_CLASSES });
  dpo = await makeWorker(t.adminUrl, w.pup, ['dpo']);
});
afterAll(() => t.drop());
beforeEach(async () => {
  c = await makeCaseIn(t.adminUrl, w, 'active', { team: [w.socialWorker, w.specialist] });
  await makeSignedItem(t.adminUrl, c.id, w.socialWorker, { startsOn: '2026-02-02', dueOn: '2026-06-30' });
  await asAdmin(t.adminUrl, async (run) => {
    await run('delete from cases.emergency');
    await run(`delete from cases.person_identifier where value = $1`, [PESEL]);
    await run(`update cases.person set birth_date = '1880-05-14' where id = $1`, [c.personId]);
    await run(
      `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values (gen_random_uuid(), $1, $2, 'pesel', $3)`,
      [c.personId, w.partnershipId, PESEL],
    );
    await run(
      `insert into cases.diagnosis (id, case_id, number, conclusion, created_at) values ($1, $1, 1, 'wspólny wniosek', now())`,
      [c.id],
    );
    for (const [i, dataClass] of ['D3', 'D4', 'D7', 'D8'].entries())
      await run(
        `insert into cases.diagnosis_part (id, diagnosis_id, case_id, domain, data_class, institution_id, note, filled_at)
         values (gen_random_uuid(), $1, $1, $2, $2, $3, $4, now())`,
        [c.id, dataClass, w.ops.id, SECRETS[i]],
      );
    await run(
      `insert into cases.note (id, case_id, data_class, institution_id, worker_id, at, body) values (gen_random_uuid(), $1, 'D9', $2, $3, now(), $4)`,
      [c.id, w.ops.id, w.socialWorker.subjectId, SECRETS[4]],
    );
  });
});

const later = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);
const asked = (more: Partial<Record<keyof OpenBody, string>> = {}): OpenBody =>
  openBody.parse({
    partnership: w.partnershipId,
    identifier: PESEL,
    reason: 'shelter',
    justification: WORDS,
    ...more,
  });
const open = (actor: Actor = duty, more = {}) => t.ctxAs(actor, (ctx) => openEmergency(ctx, asked(more)));
const read = (actor: Actor, id: string, now = TEST_NOW) =>
  t.ctxAs(
    actor,
    async (ctx) => {
      const e = (await emergencies(ctx)).find((x) => x.id === id);
      return e ? readEmergency(ctx, e) : null;
    },
    { now },
  );
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return error.fields[0]?.message ?? error.code;
}
/** What the read-only role shows the actor, row by row. */
const rowsUnderRole = (
  actor: Actor,
  query: Parameters<Parameters<Parameters<typeof t.ctxAs>[1]>[0]['tx']['run']>[0],
  now = TEST_NOW,
) =>
  t
    .ctxAs(
      actor,
      async (ctx) => {
        await ctx.tx.run(sql`select set_config('role', 'splot_emergency', true)`);
        return ctx.tx.run(query);
      },
      { now },
    )
    .catch((e: { code?: string }) => e.code);

describe('opening', () => {
  test('shows D1–D5 of the person found by the exact number, and neither D7, D8 nor notes of others', async () => {
    const id = await open();
    const seen = await read(duty, id);
    expect(seen?.person).toMatchObject({ identifiers: [PESEL], birthDate: '1880-05-14' });
    expect(seen?.items).toHaveLength(1);
    const whole = JSON.stringify(seen);
    for (const shown of [...SECRETS.slice(0, 2), 'wspólny wniosek']) expect(whole).toContain(shown);
    for (const hidden of SECRETS.slice(2)) expect(whole).not.toContain(hidden);
    // The everyday pages know nothing of it.
    await expect(t.ctxAs(duty, (ctx) => loadCase(ctx, c.id))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('finds by the whole name with the birth date, never by a part, a likeness or in another partnership', async () => {
    const family = `Testowy${c.id.slice(-4)}`;
    const by = { identifier: '', family_name: family, given_name: 'Jan', birth_date: '14.05.1880' };
    const { nobody } = text.pl;
    expect(await refusal(open(duty, { ...by, given_name: 'Ja' }))).toBe(nobody);
    expect(await refusal(open(duty, { ...by, birth_date: '15.05.1880' }))).toBe(nobody);
    expect(await refusal(open(duty, { identifier: '02070803628' }))).toBe(nobody);
    expect(await refusal(open(duty, { partnership: newId() }))).toBe(nobody);
    const stranger = await makeWorld(t.adminUrl);
    expect(await refusal(open(stranger.socialWorker))).toBe(nobody);
    await expect(open(duty, by)).resolves.toBeTruthy();
  });

  test('needs the function, an authorisation, a reason from the list and twenty characters', async () => {
    expect(await refusal(open(w.adviser))).toBe('not_found');
    expect(await refusal(open({ ...duty, scope: [] }))).toBe('not_found');
    expect(await refusal(open(duty, { reason: 'curious' }))).toBe('choice');
    expect(await refusal(open(duty, { justification: 'krótko' }))).toBe(text.pl.tooShort(20));
    // Past the pages: the database asks for the function itself.
    const forced = { ...w.adviser, permissions: new Set([...w.adviser.permissions, 'case.emergency']) };
    expect(await refusal(open(forced))).toBe(text.pl.nobody);
  });

  test('a lock and the scope of the authorisation are stronger; a closed case stays closed', async () => {
    const narrow = await open({ ...duty, scope: ['D1'] });
    const seen = await read({ ...duty, scope: ['D1'] }, narrow);
    expect(seen).toMatchObject({ parts: [], diagnosis: null, items: [] });
    expect(seen?.person.identifiers).toEqual([]);
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from) values (gen_random_uuid(), $1, $2, $3, 'conflict_of_interest', '2026-01-01')`,
        [c.id, w.pup.id, duty.subjectId],
      ),
    );
    await expect(read(duty, narrow)).rejects.toMatchObject({ code: 'not_found' });
    expect(await refusal(open())).toBe(text.pl.nobody);
    const other = await makeWorker(t.adminUrl, w.pup, ['head']);
    await asAdmin(t.adminUrl, async (run) => {
      await run(`set session_replication_role = 'replica'`);
      await run(`update cases.shared_case set state = 'archived' where id = $1`, [c.id]);
    });
    expect(await refusal(open(other))).toBe(text.pl.nobody);
  });
});

describe('while it is open', () => {
  test('ends at the very second, or at once when ended', async () => {
    const id = await open();
    expect(await read(duty, id, later(2 * 3600 - 1))).toBeTruthy();
    await expect(read(duty, id, later(2 * 3600))).rejects.toMatchObject({ code: 'not_found' });
    await t.ctxAs(duty, (ctx) => endEmergency(ctx, id), { now: later(60) });
    await expect(read(duty, id, later(60))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is of no use to anybody else, and shows no other case', async () => {
    const id = await open();
    const colleague = await makeWorker(t.adminUrl, w.pup, ['case_coordinator', 'head']);
    const other = await makeCaseIn(t.adminUrl, w, 'active', { team: [w.socialWorker] });
    for (const who of [colleague, dpo, w.opsHead])
      await expect(read(who, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await rowsUnderRole(duty, sql`select id from cases.shared_case`)).toBe(1);
    expect(await rowsUnderRole(duty, sql`select id from cases.shared_case where id = ${other.id}`)).toBe(0);
    expect(await rowsUnderRole(colleague, sql`select id from cases.shared_case`)).toBe(0);
    // Another employment of the same person does not carry it.
    expect(
      await rowsUnderRole({ ...duty, institutionId: w.ops.id }, sql`select id from cases.shared_case`),
    ).toBe(0);
  });

  test('nothing is written through it, and D6–D10 are closed in the database', async () => {
    await open();
    const FORBIDDEN = '42501';
    for (const query of [
      sql`update cases.person set phone = '1'`,
      sql`insert into cases.note (id, case_id, data_class, institution_id, worker_id, at, body) values (${newId()}, ${c.id}, 'D5', ${w.pup.id}, ${duty.subjectId}, now(), 'x')`,
      sql`update cases.emergency set valid_to = now() + interval '1 year'`,
      sql`delete from cases.goal`,
      sql`select id from cases.attendance`,
      sql`select case_id from cases.access_grant`,
      sql`select cases.api_effectiveness(null, '2020-01-01', '2030-01-01')`,
    ])
      expect(await rowsUnderRole(duty, query), query.text).toBe(FORBIDDEN);
    expect(await rowsUnderRole(duty, sql`select id from cases.diagnosis_part`)).toBe(2);
    expect(await rowsUnderRole(duty, sql`select id from cases.note`)).toBe(0);
    const asWorker = t.ctxAs(duty, (ctx) =>
      ctx.tx.run(sql`update cases.emergency set valid_to = now() + interval '1 year'`),
    );
    await expect(asWorker).rejects.toMatchObject({ code: FORBIDDEN });
  });

  test('asking again while it is open gives the same and does not prolong', async () => {
    const id = await open();
    const again = await t.ctxAs(duty, (ctx) => openEmergency(ctx, asked()), { now: later(3600) });
    expect(again).toBe(id);
    await expect(read(duty, id, later(2 * 3600))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('afterwards', () => {
  test('every look carries the emergency on the record of the person', async () => {
    const id = await open();
    await read(duty, id);
    const rows = await asAdmin(t.adminUrl, (run) =>
      run(`select action, basis_id, classes from audit.entry where subject_id = $1 order by at, action`, [
        c.personId,
      ]),
    );
    expect(rows).toEqual([
      { action: 'emergency.opened', basis_id: id, classes: [] },
      { action: 'view', basis_id: id, classes: ['D1', 'D2', 'D3', 'D4', 'D5'] },
    ]);
  });

  test('the coordinator, the own head and the officer are told, without a word about whom', async () => {
    const head = await makeWorker(t.adminUrl, w.pup, ['head']);
    const id = await open();
    const [job, late] = emergencyJobs({ APP_URL: 'https://splot.test' });
    await asAdmin(t.adminUrl, (run) => run('delete from kernel.mail'));
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => job?.handle(ctx, { emergency: id }));
    const sent = async () =>
      asAdmin(t.adminUrl, (run) => run('select to_address as to, subject || body as words from kernel.mail'));
    const first = await sent();
    const to = first.map((m) => String(m.to));
    for (const who of [w.socialWorker, head, dpo]) expect(to).toContain(`${who.subjectId}@example.org`);
    expect(to).not.toContain(`${duty.subjectId}@example.org`);
    expect(JSON.stringify(first)).not.toMatch(/Testowy|Jan |2026\//);
    // The review is due after three working days: nothing on that day, once on the next.
    await asAdmin(t.adminUrl, (run) => run('delete from kernel.mail'));
    for (const day of ['2026-03-09T06:00:00Z', '2026-03-10T06:00:00Z', '2026-03-11T06:00:00Z']) {
      const before = (await sent()).length;
      await t.ctxAs(SYSTEM_ACTOR, async (ctx) => late?.handle(ctx, {}), { now: new Date(day) });
      expect((await sent()).length > before).toBe(day.startsWith('2026-03-10'));
    }
  });

  test('somebody else closes it, once; with words when it was not right', async () => {
    const head = await makeWorker(t.adminUrl, w.pup, ['head']);
    const both = await makeWorker(t.adminUrl, w.pup, ['head', 'case_coordinator'], { scope: ALL_CLASSES });
    const id = await open(both);
    expect(await t.ctxAs(w.socialWorker, countEmergencies)).toBe(1);
    const review = (actor: Actor, verdict: 'justified' | 'unjustified', note = '') =>
      t.ctxAs(actor, (ctx) => reviewEmergency(ctx, id, { verdict, note }));
    expect(await t.ctxAs(dpo, countEmergencies)).toBeGreaterThan(0);
    expect(await refusal(review(both, 'justified'))).toBe('not_found');
    expect(await refusal(review(w.adviser, 'justified'))).toBe('not_found');
    expect(await refusal(review(head, 'unjustified'))).toBe(text.pl.tooShort(20));
    await review(head, 'unjustified', 'Można było zadzwonić do zespołu.');
    expect(await refusal(review(dpo, 'justified'))).toBe('not_found');
    const seen = await t.ctxAs(w.socialWorker, (ctx) => loadEmergency(ctx, id));
    expect(seen).toMatchObject({ coordinates: true, review: { verdict: 'unjustified' } });
    const [year] = await t.ctxAs(PUBLIC_ACTOR, figures);
    expect(year).toMatchObject({ year: 2026, unjustified: 1 });
  });
});

describe('attacks', () => {
  const admin = (query: string, values: unknown[] = []) =>
    asAdmin(t.adminUrl, (run) => run(query, values)) as Promise<Record<string, unknown>[]>;
  const { nobody } = text.pl;
  /** The same human being, employed by the leading office too. */
  const otherDesk = async (): Promise<Actor> => {
    const desk = await makeWorker(t.adminUrl, w.ops, ['head'], { scope: ALL_CLASSES });
    await admin('update organisations.worker set account_id = $2 where id = any ($1)', [
      [desk.subjectId, duty.subjectId],
      newId(),
    ]);
    return desk;
  };
  const lock = (worker: Actor, caseId: string) =>
    admin(
      `insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from) values ($1, $2, $3, $4, 'conflict_of_interest', '2026-01-01')`,
      [newId(), caseId, w.ops.id, worker.subjectId],
    );

  test('a lock follows the human being to another desk, and to another case of the same person', async () => {
    const id = await open();
    const desk = await otherDesk();
    await lock(desk, c.id);
    await expect(read(duty, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await refusal(open())).toBe(nobody);
    const colleague = await makeWorker(t.adminUrl, w.pup, ['head']);
    const old = await makeCaseIn(t.adminUrl, w, 'follow_up');
    await asAdmin(t.adminUrl, async (run) => {
      await run(`set session_replication_role = 'replica'`);
      await run('update cases.shared_case set person_id = $2 where id = $1', [old.id, c.personId]);
    });
    await lock(colleague, old.id);
    expect(await refusal(open(colleague))).toBe(nobody);
    // Nor may somebody who must keep away say whether it was right.
    expect(await t.ctxAs(colleague, countEmergencies)).toBe(0);
  });

  test('nobody opens an emergency for themselves', async () => {
    const me = await makeWorker(t.adminUrl, w.pup, ['head']);
    const account = newId();
    await admin('update organisations.worker set account_id = $2 where id = $1', [me.subjectId, account]);
    await admin(
      `insert into participant.access (id, account_id, person_id, partnership_id, case_id, invited_by, invited_at, joined_at, lang)
       values ($1, $2, $3, $4, $5, $6, now(), now(), 'pl')`,
      [newId(), account, c.personId, w.partnershipId, c.id, w.socialWorker.subjectId],
    );
    expect(await refusal(open(me))).toBe(nobody);
  });

  test('of two people with one name and birth date none is guessed; the number still finds one', async () => {
    const family = `Testowy${c.id.slice(-4)}`;
    const twin = await makeCaseIn(t.adminUrl, w, 'active');
    await admin(`update cases.person set family_name = $2, birth_date = '1880-05-14' where id = $1`, [
      twin.personId,
      family,
    ]);
    const by = { identifier: '', family_name: family, given_name: 'Jan', birth_date: '14.05.1880' };
    expect(await refusal(open(duty, by))).toBe(nobody);
    await expect(open()).resolves.toBeTruthy();
  });

  test('a partnership that no longer operates opens nothing', async () => {
    const set = (state: string) =>
      admin('update partnerships.partnership set state = $2 where id = $1', [w.partnershipId, state]);
    await set('suspended');
    expect(await refusal(open())).toBe(nobody);
    await set('operating');
  });

  test('found unjustified while open it ends at once, and is not opened again from any desk', async () => {
    const head = await makeWorker(t.adminUrl, w.pup, ['head']);
    const id = await open();
    await t.ctxAs(
      head,
      (ctx) => reviewEmergency(ctx, id, { verdict: 'unjustified', note: 'Można było zadzwonić do zespołu.' }),
      { now: later(60) },
    );
    await expect(read(duty, id, later(60))).rejects.toMatchObject({ code: 'not_found' });
    const again = (actor: Actor) =>
      refusal(t.ctxAs(actor, (ctx) => openEmergency(ctx, asked()), { now: later(61) }));
    expect(await again(duty)).toBe(nobody);
    expect(await again(await otherDesk())).toBe(nobody);
    await expect(open(head)).resolves.toBeTruthy();
  });

  test('found justified while open it lasts until its time', async () => {
    const head = await makeWorker(t.adminUrl, w.pup, ['head']);
    const id = await open();
    await t.ctxAs(head, (ctx) => reviewEmergency(ctx, id, { verdict: 'justified', note: '' }), {
      now: later(60),
    });
    expect(await read(duty, id, later(3600))).toBeTruthy();
  });

  test('asking over and over: three wait for their review, a fourth is refused', async () => {
    const at = (hour: number) =>
      t.ctxAs(duty, (ctx) => openEmergency(ctx, asked()), { now: later(hour * 3 * 3600) });
    const ids = new Set([await at(0), await at(1), await at(2)]);
    expect(ids.size).toBe(3);
    expect(await refusal(at(3))).toBe(nobody);
  });

  test('two requests at once open one; those that succeed count among the searches of the hour', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => open()));
    expect(new Set(ids).size).toBe(1);
    const [made] = await admin(
      'select count(*)::int as n from cases.search_made where worker_id = $1 and at = $2',
      [duty.subjectId, TEST_NOW],
    );
    expect(Number(made?.n)).toBeGreaterThanOrEqual(4);
  });

  test('past the service the reason is one of the list, and the review is never put off', async () => {
    const call = (why: string, reviewBy: string) =>
      t.ctxAs(duty, (ctx) =>
        ctx.tx.many<{ id: string | null }>(sql`
          select id from cases.api_open_emergency(${newId()}::uuid, ${w.partnershipId}::uuid, ${PESEL}, '', '', null::date, ${why}, ${WORDS}, ${reviewBy}::date)`),
      );
    expect(await call('curious', '2026-03-06')).toEqual([]);
    expect(await call('shelter', '2099-01-01')).toHaveLength(1);
    expect(await admin('select review_due::text as due from cases.emergency')).toEqual([
      { due: '2026-03-18' },
    ]);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allow, deny } from '#kernel/access.ts';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { mayMerge } from './policy.ts';
import { FIELDS, type MergeForm, mergeBody } from './schema.ts';
import { askAbout, caseOfPerson, mergePersons, unmergePersons, viewPair, viewSameness } from './service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const admin = (query: string, values: unknown[] = []) =>
  asAdmin(t.adminUrl, (run) => run(query, values)) as Promise<Record<string, unknown>[]>;

interface Made {
  readonly open: MadeCase;
  readonly closed: MadeCase;
}
interface Said {
  family?: string;
  birth?: string | null;
  phone?: string;
  street?: string;
  pesel?: boolean;
  document?: boolean;
  window?: boolean;
}
let counted = 10_000;
async function describePerson(c: MadeCase, said: Said): Promise<void> {
  await admin(
    `update cases.person set family_name = coalesce($2, family_name), birth_date = $3, phone = $4, street = $5 where id = $1`,
    [c.personId, said.family ?? null, said.birth ?? null, said.phone ?? '', said.street ?? ''],
  );
  for (const kind of ['pesel', 'document'] as const)
    if (said[kind])
      await admin(
        `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, $4, $5)`,
        [newId(), c.personId, w.partnershipId, kind, `00000${counted++}`],
      );
  const by = [c.id, c.personId, w.partnershipId, w.socialWorker.subjectId, newId(), newId()];
  await admin(
    `insert into participant.invitation (id, case_id, person_id, partnership_id, invited_by, email, lang, sent_at)
     select $5, $1, $2, $3, $4, 'ktos@example.org', 'pl', now() where $6::uuid is not null`,
    by,
  );
  if (said.window) {
    await admin(
      `insert into participant.access (id, account_id, person_id, partnership_id, case_id, invited_by, invited_at, joined_at, lang)
       values ($5, $6, $2, $3, $1, $4, now(), now(), 'pl')`,
      by,
    );
    await admin(
      `insert into kernel.file (id, owner_institution, owner_person, uploaded_by, name, kind, size, sha256, storage_key, scan_state, created_at)
       values ($1::uuid, $2, $3, $4, 'a.txt', 'txt', 1, repeat('0', 64), ($1::uuid)::text, 'unscanned', now())`,
      [newId(), w.ops.id, c.personId, newId()],
    );
  }
}

/** One human being written twice: an active case of one record, one in follow-up of the other. */
async function twice(one: Said = {}, other: Said = {}, team?: readonly Actor[]): Promise<Made> {
  const open = await makeCaseIn(t.adminUrl, w, 'active');
  const closed = await makeCaseIn(t.adminUrl, w, 'follow_up', team ? { team } : {});
  await describePerson(open, one);
  await describePerson(closed, other);
  return { open, closed };
}

/** Everything that says who is who, without the counters of versions. */
async function stateOf({ open, closed }: Made) {
  const ids = [open.personId, closed.personId];
  return {
    persons: await admin(
      `select (to_jsonb(p) - 'row_version')::text as row from cases.person p where id = any ($1) order by id`,
      [ids],
    ),
    numbers: await admin(
      `select id, person_id, kind, value from cases.person_identifier where person_id = any ($1) order by id`,
      [ids],
    ),
    cases: await admin(
      `select (to_jsonb(c))::text as row from cases.shared_case c where id = any ($1) order by id`,
      [[open.id, closed.id]],
    ),
    windows: await admin(
      `select to_jsonb(a)::text as row from participant.access a where person_id = any ($1) order by id`,
      [ids],
    ),
    invitations: await admin(
      `select id, person_id from participant.invitation where person_id = any ($1) order by id`,
      [ids],
    ),
    files: await admin(`select id, owner_person from kernel.file where owner_person = any ($1) order by id`, [
      ids,
    ]),
    grants: await admin(`select id, case_id from cases.access_grant where case_id = any ($1) order by id`, [
      [open.id, closed.id],
    ]),
  };
}

const versions = async ({ open, closed }: Made) => {
  const rows = await admin('select id, row_version from cases.person where id = any ($1)', [
    [open.personId, closed.personId],
  ]);
  const of = (id: string) => String(rows.find((r) => r.id === id)?.row_version ?? '');
  return { _version: of(open.personId), other_version: of(closed.personId) };
};
const choosing = async (made: Made, side: 'this' | 'other' = 'this'): Promise<MergeForm> =>
  mergeBody.parse({
    ...Object.fromEntries(FIELDS.map((field) => [field, side])),
    ...(await versions(made)),
  });
const P3 = { purpose: 'P3' } as const;
const merge = async (made: Made, actor: Actor = w.socialWorker, form?: MergeForm) => {
  const chosen = form ?? (await choosing(made));
  return t.ctxAs(actor, (ctx) => mergePersons(ctx, made.open.id, made.closed.personId, chosen), P3);
};
const undo = (made: Made, link: string, actor: Actor = w.socialWorker, now: Date = TEST_NOW) =>
  t.ctxAs(actor, (ctx) => unmergePersons(ctx, made.open.id, link), { ...P3, now });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (e: { code?: string }) => e.code,
  );

test('who may: pure', () => {
  const seen = { bothSeen: true, openCases: 1 };
  expect(mayMerge(allow, seen)).toEqual({ allowed: true });
  expect(mayMerge(allow, { ...seen, bothSeen: false })).toMatchObject({ reason: 'hidden' });
  expect(mayMerge(allow, { ...seen, openCases: 2 })).toMatchObject({ reason: 'open_cases' });
  expect(mayMerge(deny('not_coordinator'), seen)).toMatchObject({ reason: 'not_coordinator' });
});

describe('joining', () => {
  test('cases, numbers, window and files follow; the chosen values stand; both read who did it', async () => {
    const made = await twice(
      { family: 'Jeden', phone: '600100200', pesel: true },
      { family: 'Dwa', birth: '1880-02-03', pesel: true, document: true, window: true },
    );
    const form = {
      ...(await choosing(made)),
      name: 'other',
      birth_date: 'other',
      document: 'other',
    } as const;
    const { linkId } = await merge(made, w.socialWorker, form);
    const [person] = await admin('select * from cases.person where id = $1', [made.open.personId]);
    expect(person).toMatchObject({ family_name: 'Dwa', phone: '600100200', merged_into: null });
    const after = await stateOf(made);
    expect(after.cases.every(({ row }) => String(row).includes(made.open.personId))).toBe(true);
    expect(after.numbers.map((n) => [n.person_id, n.kind])).toEqual(
      expect.arrayContaining([
        [made.open.personId, 'pesel'],
        [made.open.personId, 'document'],
      ]),
    );
    expect(after.numbers).toHaveLength(3);
    expect(after.numbers.filter((n) => String(n.value).startsWith('joined:'))).toMatchObject([
      { person_id: made.closed.personId },
    ]);
    expect(after.files).toMatchObject([{ owner_person: made.open.personId }]);
    const events = await admin(
      `select case_id from cases.event where kind = 'person.merged' and case_id = any ($1)`,
      [[made.open.id, made.closed.id]],
    );
    expect(events).toHaveLength(2);
    const audit = await admin(
      `select subject_id from audit.entry where action = 'person.merged' and detail ->> 'link' = $1`,
      [linkId],
    );
    expect(audit.map((a) => a.subject_id).sort()).toEqual([made.open.personId, made.closed.personId].sort());
    // The person reads in one window what was recorded under either.
    await t.ctxAs(made.open.participant, async (ctx) => {
      const looks = await ctx.tx.many<{ n: number | null }>(
        sql`select count(*)::int as n from participant.access_log where action = 'person.merged'`,
      );
      expect(looks).toEqual([{ n: 2 }]);
    });
    // An address of the former record leads to the survivor.
    const to = await t.ctxAs(w.socialWorker, (ctx) => caseOfPerson(ctx, made.closed.personId));
    expect([made.open.id, made.closed.id]).toContain(to);
    // The number not chosen is told in the history.
    const { links } = await t.ctxAs(w.socialWorker, (ctx) => viewSameness(ctx, made.open.id), P3);
    expect(links).toMatchObject([{ id: linkId, formerName: 'Jan Dwa', mayUndo: true }]);
    expect(links[0]?.formerNumbers).toHaveLength(1);
  });

  test('a field nobody decided about, an old form and two open cases are refused', async () => {
    const made = await twice({ family: 'A' }, { family: 'B' });
    const undecided = mergeBody.parse(await versions(made));
    await expect(merge(made, w.socialWorker, undecided)).rejects.toMatchObject({
      fields: [{ field: 'name', message: 'required' }],
    });
    const old = { ...(await choosing(made)), other_version: 99 };
    expect(await codeOf(merge(made, w.socialWorker, old))).toBe('stale');
    const open = await makeCaseIn(t.adminUrl, w, 'diagnosis');
    await expect(merge({ open: made.open, closed: open })).rejects.toMatchObject({ code: 'invalid' });
    const { decision } = await t.ctxAs(w.socialWorker, (ctx) => viewPair(ctx, made.open.id, open.personId));
    expect(decision).toMatchObject({ reason: 'open_cases' });
  });

  test('sent twice or at the same time it happens once', async () => {
    const made = await twice();
    const form = await choosing(made);
    const answers = await Promise.all([1, 2, 3].map(() => codeOf(merge(made, w.socialWorker, form))));
    expect(answers.filter((a) => a === 'done')).toHaveLength(1);
    expect(await codeOf(merge(made, w.socialWorker, form))).toBe('not_found');
    const links = await admin('select id from cases.person_link where survivor_id = $1', [
      made.open.personId,
    ]);
    expect(links).toHaveLength(1);
  });
});

describe('undo', () => {
  const said = fc.record({
    family: fc.constantFrom('Kowalska', 'Nowak', 'Żak'),
    birth: fc.constantFrom(null, '1881-01-01', '1882-02-02'),
    phone: fc.constantFrom('', '600100200'),
    street: fc.constantFrom('', 'Długa 1'),
    pesel: fc.boolean(),
    document: fc.boolean(),
    window: fc.boolean(),
  });
  const choice = fc.record(
    Object.fromEntries(FIELDS.map((f) => [f, fc.constantFrom('this' as const, 'other' as const)])),
  );

  test('whatever two records say and whatever was chosen, undone they are as they were', async () => {
    await fc.assert(
      fc.asyncProperty(said, said, choice, async (one, other, chosen) => {
        const made = await twice(one, other);
        const before = await stateOf(made);
        const { linkId } = await merge(
          made,
          w.socialWorker,
          mergeBody.parse({ ...chosen, ...(await versions(made)) }),
        );
        await undo(made, linkId);
        expect(await stateOf(made)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 90_000);

  test('a correction made since then stays; a link is undone once, in time, by those who joined', async () => {
    const made = await twice({ family: 'Stara' }, { family: 'Inna', phone: '600700800' });
    const { linkId } = await merge(made, w.socialWorker, await choosing(made, 'other'));
    await admin(`update cases.person set family_name = 'Poprawiona' where id = $1`, [made.open.personId]);
    const late = new Date(TEST_NOW.getTime() + 31 * 86_400_000);
    expect(await codeOf(undo(made, linkId, w.socialWorker, late))).toBe('not_found');
    expect(await codeOf(undo(made, linkId, w.adviser))).toBe('not_found');
    expect(await codeOf(undo(made, linkId))).toBe('done');
    expect(await codeOf(undo(made, linkId))).toBe('not_found');
    const [person] = await admin('select family_name, phone from cases.person where id = $1', [
      made.open.personId,
    ]);
    expect(person).toEqual({ family_name: 'Poprawiona', phone: '' });
    const kept = await admin('select id from cases.person_link where before is not null and id = $1', [
      linkId,
    ]);
    expect(kept).toEqual([]);
  });

  test('a number that belongs to somebody else meanwhile is cleared up first', async () => {
    const made = await twice({ pesel: true }, { pesel: true });
    const [number] = await admin('select value from cases.person_identifier where person_id = $1', [
      made.closed.personId,
    ]);
    const { linkId } = await merge(made);
    const somebody = await makeCaseIn(t.adminUrl, w, 'active');
    const given = newId();
    await admin(
      `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, 'pesel', $4)`,
      [given, somebody.personId, w.partnershipId, number?.value],
    );
    expect(await codeOf(undo(made, linkId))).toBe('invalid');
    await admin(`update cases.person_identifier set value = 'another' where id = $1`, [given]);
    expect(await codeOf(undo(made, linkId))).toBe('done');
  });

  test('of several links the last is undone first', async () => {
    const made = await twice();
    const third = await makeCaseIn(t.adminUrl, w, 'follow_up');
    const first = await merge(made);
    const second = await merge({ open: made.open, closed: third });
    expect(await codeOf(undo(made, first.linkId))).toBe('not_found');
    await undo(made, second.linkId);
    expect(await codeOf(undo(made, first.linkId))).toBe('done');
  });
});

describe('attacks', () => {
  test('a hidden record is not compared, joined, nor told apart from none; one may ask for contact', async () => {
    const elsewhere = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    const made = await twice(
      { family: 'Skryta', birth: '1870-05-05' },
      { family: 'Skryta', birth: '1870-05-05' },
      [elsewhere],
    );
    expect(await codeOf(merge(made))).toBe('not_found');
    const none = { open: made.open, closed: { ...made.closed, personId: newId() } };
    expect(await codeOf(merge(none, w.socialWorker, await choosing(made)))).toBe('not_found');
    const { candidates } = await t.ctxAs(w.socialWorker, (ctx) => viewSameness(ctx, made.open.id), P3);
    expect(candidates).toMatchObject([{ visible: false, name: null }]);
    await t.ctxAs(w.socialWorker, (ctx) => askAbout(ctx, made.open.id, ''), P3);
    const asked = await admin(`select id from cases.event where case_id = $1 and kind = 'handover.asked'`, [
      made.closed.id,
    ]);
    expect(asked).toHaveLength(1);
  });

  test('without class D2 of both, without the function, from another partnership: nothing', async () => {
    const noNumbers = await makeCaseIn(t.adminUrl, w, 'follow_up', {
      classes: { OPS: ['D1'], PUP: [], NGO: [] },
    });
    const seen = await twice();
    expect(await codeOf(merge({ open: seen.open, closed: noNumbers }))).toBe('not_found');
    expect(await codeOf(merge(seen, w.specialist))).toBe('not_found');
    expect(await codeOf(merge(seen, w.opsHead))).toBe('not_found');
    const foreign = await makeWorld(t.adminUrl);
    const theirs = await makeCaseIn(t.adminUrl, foreign, 'follow_up');
    expect(await codeOf(merge({ open: seen.open, closed: theirs }))).toBe('not_found');
    expect(await codeOf(merge(seen, foreign.socialWorker))).toBe('not_found');
  });

  test('the database alone: no row by hand, and the functions ask for themselves', async () => {
    const made = await twice();
    const attempt = (actor: Actor, query: ReturnType<typeof sql>) =>
      t.ctxAs(actor, (ctx) => ctx.tx.run(query), P3).catch((e: { code?: string }) => e.code);
    for (const query of [
      sql`select * from cases.person_link`,
      sql`insert into cases.person_link (id) values (${newId()})`,
      sql`update cases.shared_case set person_id = ${made.open.personId} where id = ${made.closed.id}`,
      sql`update cases.person set merged_into = ${made.open.personId} where id = ${made.closed.personId}`,
      sql`select participant.move_person(${made.closed.personId}::uuid, ${made.open.personId}::uuid)`,
      sql`select cases.own_records()`,
    ])
      expect(await attempt(w.socialWorker, query)).toBe('42501');
    const call = (actor: Actor) =>
      t.ctxAs(
        actor,
        (ctx) =>
          ctx.tx.one<{ answer: string | null }>(sql`
            select cases.api_merge_persons(${newId()}::uuid, ${made.open.personId}::uuid, ${made.closed.personId}::uuid, 1, 1, '{}') as answer`),
        P3,
      );
    for (const actor of [w.opsHead, w.specialist, { ...w.socialWorker, scope: ['D1'] as const }])
      expect(await call(actor)).toEqual({ answer: 'no' });
    // Not even whoever owns the tables moves a case beside the link.
    const byOwner = (c: MadeCase, to: MadeCase) =>
      asAdmin(t.adminUrl, async (run) => {
        await run(`select set_config('app.now', $1, false)`, [TEST_NOW.toISOString()]);
        await run('update cases.shared_case set person_id = $2 where id = $1', [c.id, to.personId]);
      });
    const refused = { constraint: 'case_identity' };
    await expect(byOwner(made.closed, made.open)).rejects.toMatchObject(refused);
    const { linkId } = await merge(made);
    await expect(byOwner(made.open, made.closed)).rejects.toMatchObject(refused);
    await expect(byOwner(made.closed, made.closed)).rejects.toMatchObject(refused);
    expect(
      await t.ctxAs(w.adviser, (ctx) =>
        ctx.tx.one<{ answer: string | null }>(
          sql`select cases.api_unmerge_persons(${linkId}::uuid) as answer`,
        ),
      ),
    ).toEqual({ answer: 'no' });
    // Nothing begins with the record that is gone.
    await expect(
      admin(
        `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, 'document', 'X1')`,
        [newId(), made.closed.personId, w.partnershipId],
      ),
    ).rejects.toMatchObject({ constraint: 'person_merged' });
  });
});

test('whoever must keep away from one of the two neither joins nor takes apart, at whatever desk', async () => {
  const made = await twice();
  const { linkId } = await merge(made);
  const desk = await makeWorker(t.adminUrl, w.pup, ['employment_adviser']);
  await admin('update organisations.worker set account_id = $2 where id = any ($1)', [
    [desk.subjectId, w.socialWorker.subjectId],
    newId(),
  ]);
  // Another case of the person than the one that is worked on, or none of them at this desk.
  const lock = (caseId: string) =>
    admin(
      `insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from) values ($1, $2, $3, $4, 'conflict_of_interest', '2026-01-01')`,
      [newId(), caseId, w.pup.id, desk.subjectId],
    );
  await lock(made.closed.id);
  expect(await codeOf(undo(made, linkId))).toBe('not_found');
  const next = await twice();
  await lock(next.closed.id);
  expect(await codeOf(merge(next))).toBe('not_found');
});

test('erasure reaches every record and what the link remembers', async () => {
  const made = await twice({ pesel: true }, { pesel: true, window: true });
  await merge(made, w.socialWorker, await choosing(made, 'other'));
  await admin(`update cases.person set erased_at = now(), given_name = '', family_name = '' where id = $1`, [
    made.open.personId,
  ]);
  const [other] = await admin('select erased_at, given_name from cases.person where id = $1', [
    made.closed.personId,
  ]);
  expect(other?.erased_at).not.toBeNull();
  expect(
    await admin('select before, after, moved from cases.person_link where survivor_id = $1', [
      made.open.personId,
    ]),
  ).toEqual([{ before: null, after: null, moved: null }]);
  await t.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.run(sql`delete from participant.access where person_id is not null`),
  );
  expect((await stateOf(made)).windows).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import type { Scope } from '#kernel/db/database.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorker, makeWorld, type World } from '#test/factories.ts';

/** What somebody could try who gets past the pages: the database alone must refuse. */

let t: TestApp;
let w: World;
let c: MadeCase;
let colleague: Actor;
let stranger: Actor;
let technician: Actor;
beforeAll(async () => {
  t = await testApp();
  w = await makeWorld(t.adminUrl);
  c = await makeCaseIn(t.adminUrl, w, 'active');
  colleague = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
  technician = await makeWorker(t.adminUrl, w.ops, ['technical_admin'], { scope: [] });
  stranger = (await makeWorld(t.adminUrl)).socialWorker;
});
afterAll(() => t.drop());

type Query = Parameters<Parameters<typeof t.ctxAs>[1]>[0]['tx'];
/** The number of rows touched, or the code with which PostgreSQL refuses. */
const attempt = (actor: Actor, query: Parameters<Query['run']>[0], scope?: Partial<Scope>) =>
  t.ctxAs(actor, (ctx) => ctx.tx.run(query), scope).catch((e: { code?: string }) => e.code);
const FORBIDDEN = '42501';

describe('rights of functions', () => {
  test('nobody but those named calls a function that runs with other rights', async () => {
    const open = await asAdmin(t.adminUrl, (run) =>
      run(`select p.oid::regprocedure::text as f from pg_proc p
        where p.prosecdef and p.prorettype <> 'trigger'::regtype
          and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`),
    );
    expect(open).toEqual([]);
  });

  test('each of them looks names up in no schema but those written out', async () => {
    const loose = await asAdmin(t.adminUrl, (run) =>
      run(`select p.oid::regprocedure::text as f from pg_proc p
        where p.prosecdef and (p.proconfig is null or not 'search_path=""' = any (p.proconfig))`),
    );
    expect(loose).toEqual([]);
  });

  test('a visitor neither searches nor moves a case; only the system erases', async () => {
    const calls = [
      sql`select cases.api_find_person(${w.partnershipId}::uuid, '', 'Testowy', null)`,
      sql`select cases.close_case(${c.id}::uuid)`,
      sql`select cases.note_event(${c.id}::uuid, 'state.archived', '{}')`,
      sql`select cases.api_erase_due()`,
    ];
    for (const call of calls) expect(await attempt(PUBLIC_ACTOR, call)).toBe(FORBIDDEN);
    for (const call of calls.slice(1)) expect(await attempt(w.socialWorker, call)).toBe(FORBIDDEN);
    expect(await attempt(SYSTEM_ACTOR, calls[3] ?? sql``)).toBe(0);
  });
});

describe('a case', () => {
  const assign = (worker: Actor, institution = worker.institutionId) => sql`
    insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from)
    values (${newId()}, ${c.id}, ${institution}, ${worker.subjectId}, 'caseworker', kernel.instant())`;

  test('nobody assigns themselves, from the own institution or from another', async () => {
    for (const who of [colleague, stranger, technician])
      expect(await attempt(who, assign(who))).toBe(FORBIDDEN);
    expect(await attempt(w.opsHead, assign(w.adviser, w.ops.id))).toBe(FORBIDDEN);
    const second = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    expect(await attempt(w.opsHead, assign(second))).toBe(1);
  });

  test('an assignment that ended is not revived by whoever held it', async () => {
    const former = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from, valid_to)
         select gen_random_uuid(), $1, $2, $3, 'caseworker', '2026-01-03', '2026-02-03'
         from set_config('app.now', '2026-01-03T09:00:00Z', false)`,
        [c.id, w.ops.id, former.subjectId],
      ),
    );
    const revive = sql`update cases.assignment set valid_to = null where worker_id = ${former.subjectId}`;
    expect(await attempt(former, revive)).toBe(0);
  });

  test('an invented referral opens nothing', async () => {
    const invent = sql`
      insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state,
        packet, packet_hash, sent_at, due_on)
      values (${newId()}, ${c.id}, ${w.partnershipId}, 'service', ${stranger.institutionId}, ${stranger.subjectId},
        ${stranger.institutionId}, 'accepted', '{}', '', kernel.instant(), kernel.today())`;
    expect(await attempt(stranger, invent)).toBe(FORBIDDEN);
  });

  test('access is not widened by hand, and no row changes its case', async () => {
    const changes = [
      sql`update cases.access_grant set data_class = 'D8' where case_id = ${c.id}`,
      sql`update cases.event set kind = 'x' where case_id = ${c.id}`,
      sql`update cases.referral set case_id = ${c.id}`,
      sql`update cases.note set case_id = ${c.id}`,
      sql`update cases.person set created_by_institution_id = ${w.pup.id}`,
      sql`update cases.shared_case set audience = '{}'`,
    ];
    for (const change of changes) expect(await attempt(w.socialWorker, change)).toBe(FORBIDDEN);
    const admit = sql`
      insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, origin, valid_from, created_at)
      values (${newId()}, ${c.id}, ${w.ops.id}, 'D9', '{P3}', true, 'ups_100', 'own', kernel.instant(), kernel.instant())`;
    for (const who of [colleague, technician]) expect(await attempt(who, admit)).toBe(FORBIDDEN);
  });

  test('a head who is locked out does not unlock themselves', async () => {
    const id = newId();
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from) values ($1, $2, $3, $4, 'conflict_of_interest', '2026-01-03')`,
        [id, c.id, w.ops.id, w.opsHead.subjectId],
      ),
    );
    const unlock = sql`update cases.case_lock set valid_to = kernel.instant() where id = ${id}`;
    expect(await attempt(w.opsHead, unlock)).toBe(0);
  });

  test('a person of another partnership is not found by number, nor given one, nor made a case of', async () => {
    const number = '44051401359';
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, 'pesel', $4)`,
        [newId(), c.personId, w.partnershipId, number],
      ),
    );
    const find = sql`select person_id from cases.api_find_person(${w.partnershipId}::uuid, ${number}, '', null)`;
    expect(await t.ctxAs(stranger, (ctx) => ctx.tx.many(find))).toEqual([]);
    expect(await t.ctxAs(w.socialWorker, (ctx) => ctx.tx.many(find))).toHaveLength(1);
    const give = sql`insert into cases.person_identifier (id, person_id, partnership_id, kind, value)
      values (${newId()}, ${c.personId}, ${w.partnershipId}, 'document', 'ABC123456')`;
    expect(await attempt(stranger, give)).toBe(FORBIDDEN);
    const open = sql`
      insert into cases.shared_case (id, number, partnership_id, person_id, state_since, opened_at, created_by_institution_id, lead_institution_id, waits_for, updated_at)
      values (${newId()}, 'x', ${w.partnershipId}, ${c.personId}, kernel.instant(), kernel.instant(), ${stranger.institutionId},
        ${stranger.institutionId}, 'nothing', kernel.instant())`;
    expect(await attempt(stranger, open)).toBe(FORBIDDEN);
  });

  test('the timeline and the access record are written in one’s own name only', async () => {
    const event = (
      worker: string | null,
    ) => sql`insert into cases.event (id, case_id, at, kind, institution_id, worker_id)
      values (${newId()}, ${c.id}, kernel.instant(), 'x', null, ${worker}::uuid)`;
    const scope = { purpose: 'P3' } as const;
    expect(await attempt(w.socialWorker, event(colleague.subjectId), scope)).toBe(FORBIDDEN);
    expect(await attempt(w.socialWorker, event(w.socialWorker.subjectId), scope)).toBe(1);
    expect(await attempt(c.participant, event(w.socialWorker.subjectId))).toBe(FORBIDDEN);
    const entry = (worker: string, kind: string) => sql`
      insert into audit.entry (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, purpose, path, request_id)
      values (${newId()}, kernel.instant(), 'view', ${kind}, kernel.account(), ${worker}, kernel.institution(), 'case', 'P5', '/', '')`;
    expect(await attempt(w.socialWorker, entry(colleague.subjectId, 'worker'))).toBe(FORBIDDEN);
    expect(await attempt(w.socialWorker, entry(w.socialWorker.subjectId, 'system'))).toBe(FORBIDDEN);
    expect(await attempt(w.socialWorker, entry(w.socialWorker.subjectId, 'worker'))).toBe(1);
  });
});

describe('institutions and partnerships', () => {
  test('nobody makes themselves head, gives themselves an authorisation or takes over an account', async () => {
    const { subjectId, institutionId } = colleague;
    const tries = [
      sql`insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from)
        values (${newId()}, ${subjectId}, ${institutionId}, 'head', kernel.today())`,
      sql`insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document)
        values (${newId()}, ${subjectId}, ${institutionId}, '{D8}', kernel.today(), kernel.today(), 'x')`,
      sql`update organisations.worker set account_id = ${colleague.accountId} where id = ${w.opsHead.subjectId}`,
    ];
    for (const query of tries) expect(await attempt(colleague, query)).toBe(FORBIDDEN);
    const appoint = sql`select organisations.api_appoint_first(${w.ngo.id}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'A', 'B', 'a@example.org', kernel.today()) as done`;
    expect(await t.ctxAs(colleague, (ctx) => ctx.tx.one(appoint))).toEqual({ done: false });
    expect(await t.ctxAs(technician, (ctx) => ctx.tx.one(appoint))).toEqual({ done: true });
  });

  test('nobody names themselves the coordinator of a partnership of others', async () => {
    const name = sql`insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
      values (${newId()}, ${w.partnershipId}, ${stranger.institutionId}, ${stranger.subjectId}, 'coordinator', kernel.today())`;
    expect(await attempt(stranger, name)).toBe(FORBIDDEN);
  });
});

describe('the door', () => {
  test('an address to come back to is never another site', async () => {
    for (const back of ['//evil.example', '/\t/evil.example', '/\\evil.example', 'https://evil.example']) {
      const { location } = await t.visitor.get(`/preferences?lang=pl&back=${encodeURIComponent(back)}`);
      expect(location).toBe('/');
    }
  });

  test('a foreign page writes nothing with the session of somebody signed in', async () => {
    const send = (origin: string) =>
      t.fetch(
        new Request('http://splot.test/api/v1/cases', {
          method: 'POST',
          headers: { origin, 'content-type': 'text/plain', cookie: 'splot.session_token=x' },
          body: '{}',
        }),
      );
    expect((await send('https://evil.example')).status).toBe(403);
    expect((await send('null')).status).toBe(403);
  });
});

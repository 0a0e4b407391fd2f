import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeWorker, makeWorld, type World } from '#test/factories.ts';

/** What an insider of a partnership could try against what all of them agreed on: the database alone must refuse. */

let t: TestDatabase;
let w: World;
let coordinator: Actor;
let member: Actor;
let head: Actor;
let outsider: Actor;
let signed: string;
const draft = newId();
const clause = newId();
const [body, meeting] = [newId(), newId()];
const [round, closedRound] = [newId(), newId()];
const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(t.adminUrl, (run) => run(text, values));

beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  coordinator = await makeWorker(t.adminUrl, w.ngo, ['partnership_coordinator', 'head']);
  member = w.opsHead;
  head = await makeWorker(t.adminUrl, w.pup, ['head']);
  outsider = (await makeWorld(t.adminUrl)).opsHead;
  const p = w.partnershipId;
  await rows(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
     values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
    [newId(), p, w.ngo.id, coordinator.subjectId],
  );
  const [agreement] = await rows('select id from partnerships.agreement where partnership_id = $1', [p]);
  signed = String(agreement?.id);
  await rows(
    `insert into partnerships.agreement (id, partnership_id, version, state, valid_from) values ($1, $2, 2, 'draft', '2026-03-01')`,
    [draft, p],
  );
  await rows(
    `insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, section, position, title, body, final_text)
     values ($1, $2, $3, 'leaving', 'final', 630, 'Wystąpienie', 'Po trzech miesiącach.', 'Po trzech miesiącach.')`,
    [clause, p, signed],
  );
  await rows(
    `insert into partnerships.body (id, kind, convener_id, name, started_on) values ($1, 'group', $2, 'Grupa', '2026-01-01')`,
    [body, w.ngo.id],
  );
  await rows(
    `insert into partnerships.body_member (id, body_id, institution_id, joined_on) values ($1, $2, $3, '2026-01-01')`,
    [newId(), body, w.ops.id],
  );
  await rows(
    `insert into partnerships.meeting (id, body_id, title, starts_at, ends_at, mode, place, chair_id, state, created_at, updated_at)
     values ($1, $2, 'Spotkanie', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z', 'onsite', 'PUP', $3, 'held', now(), now())`,
    [meeting, body, coordinator.subjectId],
  );
  for (const [id, year] of [
    [round, 2026],
    [closedRound, 2025],
  ] as const) {
    await rows(
      `insert into partnerships.standard_round (id, partnership_id, year, standard_slug, standard_pl, standard_en, standard_version, opened_on, due_on)
       values ($1, $2, $3, 's', 's', 's', 1, '2026-01-01', '2026-06-01')`,
      [id, p, year],
    );
    await rows(
      `insert into partnerships.standard_requirement (round_id, partnership_id, code, position, chapter_pl, chapter_en, title_pl, title_en, what_pl, what_en, evidence_pl, evidence_en, basic, law, path)
       values ($1, $2, '1.1', 1, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', true, false, '/')`,
      [id, p],
    );
    await rows(
      'insert into partnerships.standard_sheet (round_id, partnership_id, institution_id) values ($1, $2, $3), ($1, $2, $4)',
      [id, p, w.ops.id, w.pup.id],
    );
  }
  await rows(
    `insert into partnerships.standard_answer (round_id, partnership_id, institution_id, code, level, answered_on)
     values ($1, $3, $4, '1.1', 'not', '2026-03-01'), ($1, $3, $5, '1.1', 'met', '2026-03-01'), ($2, $3, $5, '1.1', 'met', '2026-03-01')`,
    [round, closedRound, p, w.ops.id, w.pup.id],
  );
  await rows(
    `update partnerships.standard_round set state = 'concluding', disclosed_on = '2026-03-01' where id = $1`,
    [closedRound],
  );
});
afterAll(() => t.drop());

type Query = ReturnType<typeof sql>;
/** The number of rows touched, or the code with which PostgreSQL refuses. */
const attempt = (actor: Actor, ...queries: readonly Query[]) =>
  t
    .ctxAs(actor, async (ctx) => {
      let touched = 0;
      for (const query of queries) touched = await ctx.tx.run(query);
      return touched;
    })
    .catch((e: { code?: string }) => e.code);
/** Refused, or nothing touched. */
const refused = (outcome: unknown) => outcome === 0 || outcome === '42501' || outcome === '23514';

describe('a signed agreement', () => {
  test('loses no clause to a draft', async () => {
    const take = sql`update partnerships.agreement_clause set agreement_id = ${draft} where id = ${clause}`;
    expect(refused(await attempt(coordinator, take))).toBe(true);
  });
  test('keeps its ceiling and its last day', async () => {
    const tries = [
      sql`update partnerships.agreement_scope set classes = '{D1,D7}' where agreement_id = ${signed}`,
      sql`update partnerships.agreement_scope set agreement_id = ${draft} where agreement_id = ${signed}`,
      sql`delete from partnerships.agreement_scope where agreement_id = ${signed}`,
      sql`update partnerships.agreement set valid_to = '2099-01-01' where id = ${signed}`,
      sql`update partnerships.agreement set partnership_id = ${newId()} where id = ${signed}`,
    ];
    const before = sql`update partnerships.agreement set valid_to = '2026-12-31' where id = ${signed}`;
    expect(refused(await attempt(coordinator, before, tries[3] ?? before))).toBe(true);
    for (const query of tries.filter((_, at) => at !== 3))
      expect(refused(await attempt(coordinator, query))).toBe(true);
  });
  test('the coordinator withdraws nobody else’s remark', async () => {
    const remark = newId();
    await rows(
      `insert into partnerships.agreement_clause (id, partnership_id, agreement_id, section, position, title, body) values ($1, $2, $3, 'final', 1, 'X', 'x')`,
      [remark, w.partnershipId, draft],
    );
    await rows(
      `insert into partnerships.agreement_remark (id, partnership_id, agreement_id, clause_id, kind, institution_id, worker_id, body, made_at)
       values ($1, $2, $3, $1, 'remark', $4, $5, 'Nie zgadzamy się.', now())`,
      [remark, w.partnershipId, draft, w.ops.id, member.subjectId],
    );
    const withdraw = sql`update partnerships.agreement_remark set state = 'withdrawn' where id = ${remark}`;
    expect(refused(await attempt(coordinator, withdraw))).toBe(true);
    expect(await attempt(member, withdraw)).toBe(1);
  });
});

describe('minutes', () => {
  const begun = (state: string) => sql`
    insert into partnerships.minutes (meeting_id, body_id, state, sent_at, remarks_until, signed_at, signed_how, content, content_hash)
    values (${meeting}, ${body}, ${state}, kernel.instant(), kernel.today(), kernel.instant(), 'people', '{}', repeat('0', 64))`;
  test('are not written as signed', async () => {
    expect(refused(await attempt(coordinator, begun('signed')))).toBe(true);
  });
  test('nobody agrees before they were sent, nor to a round to come', async () => {
    const agree = (n: number) => sql`
      insert into partnerships.minutes_signature (id, body_id, meeting_id, institution_id, worker_id, role, round, signed_at)
      values (${newId()}, ${body}, ${meeting}, ${w.ops.id}, ${member.subjectId}, 'member', ${n}, kernel.instant())`;
    expect(refused(await attempt(member, agree(1)))).toBe(true);
    await rows(
      `insert into partnerships.minutes (meeting_id, body_id, state, sent_at, remarks_until) values ($1, $2, 'sent', now(), '2026-03-20')`,
      [meeting, body],
    );
    expect(refused(await attempt(member, agree(2)))).toBe(true);
    expect(await attempt(member, agree(1))).toBe(1);
  });
  test('a remark keeps its words, a correction its author', async () => {
    await rows(
      `insert into partnerships.minutes_remark (id, body_id, meeting_id, institution_id, worker_id, remark, made_at) values ($1, $2, $3, $4, $5, 'Byliśmy przeciw.', now())`,
      [newId(), body, meeting, w.ops.id, member.subjectId],
    );
    const reword = sql`update partnerships.minutes_remark set remark = 'Byliśmy za.' where meeting_id = ${meeting}`;
    expect(refused(await attempt(coordinator, reword))).toBe(true);
    const forged = sql`insert into partnerships.minutes_note (id, body_id, meeting_id, worker_id, note, made_at)
      values (${newId()}, ${body}, ${meeting}, ${member.subjectId}, 'x', kernel.instant())`;
    expect(refused(await attempt(coordinator, forged))).toBe(true);
  });
  test('a body stays what it is', async () => {
    const [team] = await rows(
      `select id from partnerships.body where kind = 'team' and partnership_id = $1`,
      [w.partnershipId],
    );
    const take = sql`update partnerships.body set kind = 'group', partnership_id = null, convener_id = ${w.ngo.id}, name = 'x' where id = ${String(team?.id)}`;
    expect(refused(await attempt(coordinator, take))).toBe(true);
  });
});

describe('a self-check', () => {
  test('shows nobody else’s answer before the round is disclosed, not by a figure either', async () => {
    const see = sql`select from partnerships.standard_answer where round_id = ${round} and institution_id <> kernel.institution()`;
    for (const who of [member, head, coordinator, outsider]) expect(await attempt(who, see)).toBe(0);
  });
  test('takes no answer after its end, not by the way of another round', async () => {
    const carry = sql`update partnerships.standard_answer set round_id = ${closedRound} where round_id = ${round} and institution_id = ${w.ops.id}`;
    expect(refused(await attempt(member, carry))).toBe(true);
  });
});

describe('the network', () => {
  test('nobody shows to everybody what no editor has read', async () => {
    const id = newId();
    await rows(
      `insert into partnerships.announcement (id, partnership_id, kind, title, body, audience, state, ends_on, written_by, written_at)
       values ($1, $2, 'news', 'X', 'x', 'public', 'waiting', '2026-04-01', $3, '2026-03-01')`,
      [id, w.partnershipId, coordinator.subjectId],
    );
    const show = sql`update partnerships.announcement set state = 'shown', settled_by = kernel.worker(), settled_at = kernel.instant() where id = ${id}`;
    expect(refused(await attempt(coordinator, show))).toBe(true);
    expect(await attempt(await makeWorker(t.adminUrl, w.pup, ['editor']), show)).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeWorker } from '#test/factories.ts';
import { type ActiveCase, put, type ReviewWorld, reviewWorld } from '#test/review-world.ts';
import { loadCase } from '../service.ts';
import { erase, remind, sweep, tellWithdrawn } from './service.ts';

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

const at = (day: LocalDate) => ({ now: new Date(`${day}T06:00:00Z`) });
const system = <T>(day: LocalDate, work: Parameters<typeof t.ctxAs<T>>[1]) =>
  t.ctxAs(SYSTEM_ACTOR, work, at(day));
const remindOn = (day: LocalDate) => system(day, (ctx) => remind(ctx, 'https://splot.test'));
const mails = async () => {
  const all = await system('2026-03-04', (ctx) => listMail(ctx, 500));
  await w.admin.run('delete from kernel.mail');
  return all;
};
const mailOf = (id: string) => `${id}@example.org`;

describe('reminders', () => {
  test('on the day to the responsible, three working days later to the head, each once, without content', async () => {
    await w.active({ waits_until: '2026-03-19' });
    expect(await remindOn('2026-03-18')).toEqual({ due: 0, escalated: 0 });
    // Thursday.
    expect(await remindOn('2026-03-19')).toEqual({ due: 1, escalated: 0 });
    const [first, ...others] = await mails();
    expect(others).toEqual([]);
    expect(first?.to).toBe(mailOf(w.socialWorker.subjectId));
    expect(`${first?.subject} ${first?.body}`).not.toMatch(/Jan|Wymyślony|2025\//);
    expect(await remindOn('2026-03-19')).toEqual({ due: 0, escalated: 0 });
    expect(await remindOn('2026-03-23')).toEqual({ due: 0, escalated: 0 });
    // Friday, Monday and Tuesday have passed.
    expect(await remindOn('2026-03-24')).toEqual({ due: 0, escalated: 1 });
    expect((await mails()).map((m) => m.to)).toEqual([mailOf(w.opsHead.subjectId)]);
    expect(await remindOn('2026-03-25')).toEqual({ due: 0, escalated: 0 });
  });

  test('to the stand-in of whoever is away, who is let into the case for that time', async () => {
    const standIn = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    await put(w.admin, 'organisations.absence', {
      id: newId(),
      worker_id: w.socialWorker.subjectId,
      institution_id: w.ops.id,
      stand_in_id: standIn.subjectId,
      from_on: '2026-04-01',
      to_on: '2026-04-10',
    });
    const c = await w.active({ waits_until: '2026-04-02' });
    await system('2026-04-01', sweep);
    await system('2026-04-01', sweep);
    await remindOn('2026-04-02');
    expect((await mails()).map((m) => m.to)).toEqual([mailOf(standIn.subjectId)]);
    const seen = (day: LocalDate) => t.ctxAs(standIn, (ctx) => loadCase(ctx, c.id), at(day));
    expect((await seen('2026-04-10')).id).toBe(c.id);
    await expect(seen('2026-04-11')).rejects.toMatchObject({ code: 'not_found' });
    const { rows } = await w.admin.run(
      "select count(*)::int as n from cases.assignment where case_id = $1 and role = 'stand_in'",
      [c.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('to the workers of the institution where nobody is named, and to the head where nobody is left', async () => {
    await w.active({ waits_until: '2026-05-04', waits_institution_id: w.pup.id, waits_worker_id: null });
    await remindOn('2026-05-04');
    expect((await mails()).map((m) => m.to)).toContain(mailOf(w.adviser.subjectId));
    const gone = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    await w.admin.run("update organisations.worker set employed_to = '2026-04-30' where id = $1", [
      gone.subjectId,
    ]);
    await w.active({ waits_until: '2026-05-05', waits_worker_id: gone.subjectId });
    await remindOn('2026-05-05');
    expect((await mails()).map((m) => m.to)).toEqual([mailOf(w.opsHead.subjectId)]);
  });

  test('partners of a withdrawn case are told', async () => {
    const c = await w.active();
    await system('2026-03-04', (ctx) => tellWithdrawn(ctx, c.id, 'https://splot.test'));
    expect((await mails()).map((m) => m.to).sort()).toEqual(
      [mailOf(w.adviser.subjectId), mailOf(w.specialist.subjectId)].sort(),
    );
  });
});

describe('erasure (transition 16)', () => {
  const eraseOn = (day: LocalDate) => system(day, erase);
  const person = async (c: ActiveCase) =>
    (
      await w.admin.run(
        'select given_name, family_name, phone, street, birth_date::text, erased_at is not null as erased from cases.person where id = $1',
        [c.personId],
      )
    ).rows[0];
  const stateOf = async (c: ActiveCase) =>
    (await w.admin.run('select state from cases.shared_case where id = $1', [c.id])).rows[0]?.state;

  test('when retention ends, and not while a dispute lasts', async () => {
    const c = await w.active({
      state: 'archived',
      retain_until: '2036-12-31',
      closed_on: '2026-03-04',
      waits_until: null,
    });
    const held = await w.active({
      state: 'archived',
      retain_until: '2036-12-31',
      hold_reason: 'dispute',
      waits_until: null,
    });
    await eraseOn('2036-12-31');
    expect(await stateOf(c)).toBe('archived');
    await eraseOn('2037-01-01');
    expect(await stateOf(c)).toBe('erased');
    expect(await stateOf(held)).toBe('archived');
    expect(await person(c)).toEqual({
      given_name: '',
      family_name: '',
      phone: '',
      street: '',
      birth_date: '1881-01-01',
      erased: true,
    });
    for (const table of ['plan', 'goal', 'plan_item', 'access_grant', 'assignment'])
      expect(
        (await w.admin.run(`select from cases.${table} where case_id = $1`, [c.id])).rowCount,
        table,
      ).toBe(0);
    expect(
      (await w.admin.run('select from cases.person_identifier where person_id = $1', [c.personId])).rowCount,
    ).toBe(0);
    expect((await w.admin.run('select from cases.plan where case_id = $1', [held.id])).rowCount).toBe(1);
  });

  test('a referral that was not accepted goes after six months', async () => {
    const c = await w.active({
      state: 'rejected',
      state_since: new Date('2026-03-04T09:00:00Z'),
      waits_until: null,
    });
    await eraseOn('2026-09-04');
    expect(await stateOf(c)).toBe('rejected');
    await eraseOn('2026-09-05');
    expect(await stateOf(c)).toBe('erased');
  });

  test('the person stays while another case of theirs does', async () => {
    const c = await w.active({ state: 'archived', retain_until: '2026-12-31', waits_until: null });
    const other = await w.active();
    await w.admin.run('update cases.shared_case set person_id = $2 where id = $1', [other.id, c.personId]);
    await eraseOn('2027-01-01');
    expect(await stateOf(c)).toBe('erased');
    expect(await person(c)).toMatchObject({ given_name: 'Jan', erased: false });
  });

  test('nobody can erase before the time, and the job can delete nothing of a case that is not erased', async () => {
    const c = await w.active({ state: 'archived', retain_until: '2036-12-31', waits_until: null });
    const early = (text: string) =>
      system('2026-03-04', (ctx) => ctx.tx.run(Object.assign(Object.create(null), { text, values: [c.id] })));
    await expect(early("update cases.shared_case set state = 'erased' where id = $1")).rejects.toMatchObject({
      constraint: 'case_retention',
    });
    expect(await early('delete from cases.plan where case_id = $1')).toBe(0);
    expect(await early('delete from cases.assignment where case_id = $1')).toBe(0);
  });

  test('every table of the case is either emptied, or kept without what says who it was', async () => {
    const kept = [
      'access_grant',
      'activity_group',
      'event',
      'follow_up',
      'outcome',
      'participation',
      'referral',
      'unmet_need',
      'withdrawal',
    ];
    const { rows } = await w.admin.run(
      `select c.relname as name, exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erase') as listed,
         exists (select from pg_constraint f join pg_class p on p.oid = f.confrelid
           where f.conrelid = c.oid and f.confdeltype = 'c' and p.relname in ('plan', 'goal', 'diagnosis', 'review')) as cascades
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'
       where c.relnamespace = 'cases'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const forgotten = (rows as { name: string; listed: boolean; cascades: boolean }[])
      .filter((r) => !r.listed && !r.cascades && !kept.includes(r.name))
      .map((r) => r.name);
    expect(forgotten).toEqual([]);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import {
  asAdmin,
  type MadeCase,
  makeCaseIn,
  makeSignedItem,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { loadCase } from '../service.ts';
import * as sessions from './api.ts';
import { groupView, removeMember } from './groups/service.ts';
import { type AlarmRules, alarmsOf, benefitEffect, monthly, readBenefitRule, seriesDates } from './policy.ts';
import type { Mark } from './schema.ts';
import { sessionsOfWeek } from './week/service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const as = <T>(actor: Actor, work: Parameters<typeof t.ctxAs<T>>[1], now: Date = TEST_NOW) =>
  t.ctxAs(actor, work, { purpose: 'P3', now });
const at = (day: string) => new Date(`${day}T15:00:00Z`);
const START = '2026-02-02';
const DUE = '2026-06-30';

async function attending(state = 'active'): Promise<{ c: MadeCase; lineage: string }> {
  const c = await makeCaseIn(t.adminUrl, w, state);
  return {
    c,
    lineage: await makeSignedItem(t.adminUrl, c.id, w.specialist, { startsOn: START, dueOn: DUE }),
  };
}
const one = (c: MadeCase, lineage: string, firstOn: string, times = '1') =>
  as(w.specialist, (ctx) =>
    sessions.planSessions(ctx, {
      for: { caseId: c.id, lineageId: lineage },
      firstOn,
      time: '9.00',
      hours: '2',
      times,
    }),
  );
const list = async (id: string, actor: Actor = w.specialist) =>
  (await as(actor, (ctx) => sessions.loadSession(ctx, id))).attendees;
async function mark(sessionId: string, value: Mark | null, now: Date) {
  const [line] = await list(sessionId);
  return as(
    w.specialist,
    (ctx) =>
      sessions.markAttendance(ctx, sessionId, [
        { id: line?.id ?? '', version: line?.rowVersion ?? 0, mark: value, minutes: 120 },
      ]),
    now,
  );
}

describe('planning', () => {
  test('a weekly series skips public holidays and keeps its number', () => {
    const series = seriesDates('2026-04-06', 3); // Easter Monday
    expect(series.dates).toEqual(['2026-04-13', '2026-04-20', '2026-04-27']);
    expect(series.skipped).toEqual([{ date: '2026-04-06', holiday: 'easter_monday' }]);
  });

  test('days outside the item are not planned; none inside is refused', async () => {
    const { c, lineage } = await attending();
    const planned = await one(c, lineage, '2026-06-23', '4');
    expect(planned.sessionIds).toHaveLength(2);
    expect(planned.outside).toEqual(['2026-07-07', '2026-07-14']);
    await expect(one(c, lineage, '2026-07-01')).rejects.toMatchObject({ code: 'invalid' });
    await expect(one(c, lineage, '2026-01-05')).rejects.toMatchObject({ code: 'invalid' });
  });

  test('the database refuses attendance outside the dates of the item, or of another institution', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-03-03');
    await expect(
      asAdmin(t.adminUrl, async (run) => {
        await run(`select set_config('app.now', '2026-07-10T10:00:00Z', false)`);
        await run(`update cases.session set starts_at = '2026-07-01T07:00:00Z' where id = $1`, [
          sessionIds[0],
        ]);
        await run(`update cases.attendance set mark = 'present' where session_id = $1`, [sessionIds[0]]);
      }),
    ).rejects.toMatchObject({ constraint: 'attendance_dates' });
    const foreign = await makeSignedItem(
      t.adminUrl,
      (await makeCaseIn(t.adminUrl, w, 'active')).id,
      w.adviser,
      { startsOn: START, dueOn: DUE },
    );
    await expect(one(c, foreign, '2026-03-03')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a group: everybody whose item covers the day; leaving takes them off the lists ahead', async () => {
    const groupId = await as(w.specialist, (ctx) =>
      sessions.createGroup(ctx, { name: 'Warsztaty', serviceCode: 'support_group' }),
    );
    const first = await attending();
    const late = await makeCaseIn(t.adminUrl, w, 'active');
    const lateItem = await makeSignedItem(t.adminUrl, late.id, w.specialist, {
      startsOn: '2026-03-20',
      dueOn: DUE,
    });
    await as(w.specialist, (ctx) => sessions.addMember(ctx, groupId, first.c.id, first.lineage));
    const { sessionIds } = await as(w.specialist, (ctx) =>
      sessions.planSessions(ctx, {
        for: { groupId },
        firstOn: '2026-03-10',
        time: '8',
        hours: '4',
        times: '3',
      }),
    );
    await as(w.specialist, (ctx) => sessions.addMember(ctx, groupId, late.id, lateItem));
    expect(await Promise.all(sessionIds.map(async (id) => (await list(id)).length))).toEqual([1, 1, 2]);
    const { members } = await as(w.specialist, (ctx) => groupView(ctx, groupId));
    const leaver = members.find((m) => m.caseId === first.c.id);
    await as(w.specialist, (ctx) => removeMember(ctx, groupId, leaver?.id ?? ''));
    expect(await Promise.all(sessionIds.map(async (id) => (await list(id)).length))).toEqual([0, 0, 1]);
    // Whoever comes back is expected again.
    await as(w.specialist, (ctx) => sessions.addMember(ctx, groupId, first.c.id, first.lineage));
    expect((await list(sessionIds[0] ?? '')).length).toBe(1);
    await expect(
      as(w.specialist, (ctx) => sessions.addMember(ctx, groupId, late.id, lateItem)),
    ).rejects.toMatchObject({ message: 'already_member' });
  });
});

test('whoever has left is expected no more, others of the group are; a closing taken back brings the lines again', async () => {
  const [leaver, other] = [await attending(), await attending()];
  const alone = await one(leaver.c, leaver.lineage, '2026-03-10', '2');
  const groupId = await as(w.specialist, (ctx) =>
    sessions.createGroup(ctx, { name: 'Po odejściu', serviceCode: 'support_group' }),
  );
  for (const x of [leaver, other])
    await as(w.specialist, (ctx) => sessions.addMember(ctx, groupId, x.c.id, x.lineage));
  const together = await as(w.specialist, (ctx) =>
    sessions.planSessions(ctx, { for: { groupId }, firstOn: '2026-03-10', time: '8', hours: '4' }),
  );
  const ahead = (actor: Actor) =>
    as(actor, async (ctx) => (await sessions.upcomingFor(ctx, { caseId: leaver.c.id, days: 60 })).length);
  const ofWeek = () =>
    as(w.specialist, async (ctx) => {
      const { days } = await sessionsOfWeek(ctx, { week: '2026-03-10', mine: false, open: false });
      return days.flatMap((d) => d.sessions.map((s) => s.id));
    });
  const mine = () =>
    as(w.specialist, async (ctx) => (await sessions.upcomingFor(ctx, { days: 30 })).map((u) => u.sessionId));
  expect(await ahead(w.socialWorker)).toBe(3);
  const inWindow = () =>
    as(leaver.c.participant, (ctx) =>
      ctx.tx.run(sql`select from cases.api_session where case_id = ${leaver.c.id}`),
    );
  const [single = ''] = alone.sessionIds;
  const [group = ''] = together.sessionIds;
  expect(await inWindow()).toBe(3);
  expect(await ofWeek()).toEqual(expect.arrayContaining([single, group]));

  const move = (state: string) =>
    asAdmin(t.adminUrl, (run) =>
      run("update cases.shared_case set state = $2, left_on = '2026-03-03' where id = $1", [
        leaver.c.id,
        state,
      ]),
    );
  for (const state of ['closing', 'active', 'withdrawn']) {
    await move(state);
    if (state === 'active') {
      expect(await ahead(w.socialWorker)).toBe(3);
      continue;
    }
    expect([state, await ahead(w.socialWorker), await ahead(w.specialist)]).toEqual([state, 0, 0]);
    expect(await inWindow()).toBe(0);
    const shown = [...(await ofWeek()), ...(await mine())];
    expect(shown).not.toContain(single);
    expect(shown).toContain(group);
    expect((await list(group)).map((a) => a.caseId)).toEqual([other.c.id]);
  }
});

describe('marking', () => {
  test('presence begins an agreed case and its item', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'agreed');
    const lineage = await makeSignedItem(t.adminUrl, c.id, w.specialist, {
      startsOn: '2026-03-04',
      dueOn: DUE,
    });
    const { sessionIds } = await one(c, lineage, '2026-03-04');
    await mark(sessionIds[0] ?? '', 'present', at('2026-03-04'));
    expect((await as(w.socialWorker, (ctx) => loadCase(ctx, c.id))).state).toBe('active');
    const rows = await as(w.socialWorker, (ctx) =>
      ctx.tx.many<{ state: string }>(
        sql`select state from cases.item_progress where lineage_id = ${lineage}`,
      ),
    );
    expect(rows).toEqual([{ state: 'in_progress' }]);
    expect(await as(w.socialWorker, (ctx) => sessions.attendanceOf(ctx, c.id))).toMatchObject([
      { mark: 'present', minutes: 120, date: '2026-03-04' },
    ]);
  });

  test('presence and absence are not known before the day, an excuse may be', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-03-10');
    await expect(mark(sessionIds[0] ?? '', 'absent', at('2026-03-09'))).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await mark(sessionIds[0] ?? '', 'excused', at('2026-03-09'))).toMatchObject({ changed: 1 });
  });

  test('two markers: the second learns what the first wrote, and nothing is overwritten', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-03-03');
    const id = sessionIds[0] ?? '';
    const [line] = await list(id);
    const write = (value: Mark) =>
      as(w.specialist, (ctx) =>
        sessions.markAttendance(ctx, id, [
          { id: line?.id ?? '', version: line?.rowVersion ?? 0, mark: value, minutes: null },
        ]),
      );
    const outcomes = await Promise.allSettled([write('present'), write('excused')]);
    const failed = outcomes.filter((o) => o.status === 'rejected');
    expect(failed).toHaveLength(1);
    const stands = (await list(id))[0]?.mark;
    expect(failed[0]).toMatchObject({ reason: { code: 'stale', detail: { [`m.${line?.id}`]: stands } } });
    // The same mark again is not a conflict.
    expect(await write(stands ?? 'present')).toMatchObject({ changed: 0 });
  });

  test('two absences in a row call for a review, once', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-02-10', '4');
    const results = [];
    for (const [i, day] of ['2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03'].entries())
      results.push(await mark(sessionIds[i] ?? '', 'absent', at(day)));
    expect(results.map((r) => r.alarms)).toEqual([0, 1, 1, 0]);
    const events = await as(w.socialWorker, (ctx) =>
      ctx.tx.many<{ data: unknown }>(
        sql`select data from cases.event where case_id = ${c.id} and kind = 'attendance.alarm' order by at`,
      ),
    );
    expect(events.map((e) => e.data)).toMatchObject([
      { rule: 'in_row', since: '2026-02-10' },
      { rule: 'in_month', since: '2026-02' },
    ]);
    expect((await as(w.socialWorker, (ctx) => loadCase(ctx, c.id))).waits).toMatchObject({
      for: 'review',
      workerId: w.socialWorker.subjectId,
      until: '2026-02-26',
    });
  });

  test('whoever is not on the case sees neither the line nor the name', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-03-03');
    const colleague = await makeWorker(t.adminUrl, w.ngo, ['ngo_specialist']);
    expect(await list(sessionIds[0] ?? '', colleague)).toEqual([]);
    await expect(list(sessionIds[0] ?? '', w.adviser)).rejects.toMatchObject({ code: 'not_found' });
    const [line] = await list(sessionIds[0] ?? '');
    const forged = as(w.socialWorker, (ctx) =>
      ctx.tx.run(sql`update cases.attendance set mark = 'absent' where id = ${line?.id}`),
    );
    expect(await forged).toBe(0);
    expect(
      await as(c.participant, (ctx) => sessions.upcomingFor(ctx, {}), new Date('2026-03-02T10:00:00Z')),
    ).toMatchObject([{ caseId: c.id }]);
  });

  test('a cancelled session takes no marks and leaves the next dates', async () => {
    const { c, lineage } = await attending();
    const { sessionIds } = await one(c, lineage, '2026-03-10', '3');
    const cancel = (rest: boolean, version = 1) =>
      as(w.specialist, (ctx) =>
        sessions.cancelSession(ctx, sessionIds[0] ?? '', { version, reason: 'choroba trenera', rest }),
      );
    await expect(cancel(false, 7)).rejects.toMatchObject({ code: 'stale' });
    expect(await cancel(true)).toBe(3);
    await expect(mark(sessionIds[0] ?? '', 'present', at('2026-03-10'))).rejects.toMatchObject({
      message: 'session_cancelled',
    });
    expect(await as(w.specialist, (ctx) => sessions.upcomingFor(ctx, { caseId: c.id }))).toEqual([]);
  });
});

describe('contacts', () => {
  test('the duty runs from the last time the person was reached', async () => {
    const { c } = await attending();
    const duty = () =>
      as(w.socialWorker, async (ctx) => sessions.contactDuty(ctx, await loadCase(ctx, c.id)));
    expect(await duty()).toMatchObject({ lastOn: null, dueOn: '2026-02-01', overdue: true });
    const add = (heldOn: string, reached: boolean) =>
      as(w.socialWorker, (ctx) => sessions.recordContact(ctx, c.id, { heldOn, channel: 'phone', reached }));
    await add('1.03', false);
    expect(await duty()).toMatchObject({ overdue: true });
    await add('2.03', true);
    expect(await duty()).toMatchObject({ lastOn: '2026-03-02', dueOn: '2026-04-01', overdue: false });
    await expect(add('2026-03-05', true)).rejects.toMatchObject({ code: 'invalid' });
    await expect(add('2025-12-31', true)).rejects.toMatchObject({ code: 'invalid' });
  });
});

const rules: AlarmRules = { inRow: 2, inMonth: 3 };
const marked = (...marks: (Mark | null)[]) =>
  marks.map((m, i) => ({ date: `2026-03-${String(i + 1).padStart(2, '0')}`, mark: m }));

describe('rules', () => {
  test('an excuse breaks a row, an unmarked session does not', () => {
    expect(alarmsOf(marked('absent', 'excused', 'absent'), rules)).toEqual([]);
    expect(alarmsOf(marked('absent', null, 'absent'), rules)).toEqual([
      { rule: 'in_row', since: '2026-03-01', count: 2 },
    ]);
    expect(alarmsOf(marked('absent', 'present', 'absent', 'present', 'absent'), rules)).toEqual([
      { rule: 'in_month', since: '2026-03', count: 3 },
    ]);
  });

  test('property: a row alarm exists exactly when two unexcused absences follow each other', () => {
    const one = fc.constantFrom<Mark | null>('present', 'excused', 'absent', 'sick', null);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 28 }), (marks) => {
        const known = marks.filter((m) => m !== null);
        const follow = known.some((m, i) => m === 'absent' && known[i + 1] === 'absent');
        expect(alarmsOf(marked(...marks), rules).some((a) => a.rule === 'in_row')).toBe(follow);
        const many = marks.filter((m) => m === 'absent').length >= 3;
        expect(alarmsOf(marked(...marks), rules).some((a) => a.rule === 'in_month')).toBe(many);
      }),
    );
  });

  test('the integration benefit: 1/20 a day, none over three (UZS art. 15)', () => {
    const rule = readBenefitRule({
      label: '',
      source: '',
      meta: { services: ['cis_place'], part: 20, none_over: 3, sick_part: 40 },
    });
    if (!rule) throw new Error('no rule');
    const rows = marked('absent', 'absent', 'absent', 'sick', 'present').map((m) => ({
      ...m,
      minutes: 60,
      cancelled: false,
    }));
    const [month] = monthly([
      ...rows,
      { date: '2026-03-01', mark: 'absent' as const, minutes: null, cancelled: false },
    ]);
    expect(month).toMatchObject({ planned: 6, absent: 4, absentDays: 3, sickDays: 1, minutes: 60 });
    expect(benefitEffect(rule, { absentDays: 3, sickDays: 1 })).toEqual({ absent: 3, sick: 1 });
    expect(benefitEffect(rule, { absentDays: 4, sickDays: 0 })).toBe('none');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { joinDesk, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { publicHours, weekOf } from './service.ts';

let app: TestApp;
let lead: Browser;
let adviser: Browser;
let stranger: Browser;
let ewa: Actor;
let jan: Actor;
let desk: string;
beforeAll(async () => {
  app = await testApp();
  const ngo = await makeInstitution(app.adminUrl, 'NGO');
  const worker = async (name: [string, string]) => {
    const actor = await makeWorker(app.adminUrl, ngo, ['adviser'], { scope: [], name });
    await makeAccount(app, actor);
    return actor;
  };
  const boss = await worker(['Lidia', 'Lider']);
  ewa = await worker(['Ewa', 'Dyżurna']);
  jan = await worker(['Jan', 'Zastępca']);
  lead = await app.as(boss.accountId);
  adviser = await app.as(ewa.accountId);
  stranger = await app.as((await worker(['Obcy', 'Człowiek'])).accountId);
  desk = await makeDesk(app.adminUrl, ngo);
  await joinDesk(app.adminUrl, desk, boss, 'lead');
  await joinDesk(app.adminUrl, desk, ewa);
  await joinDesk(app.adminUrl, desk, jan);
});
afterAll(() => app.drop());

const week = (day = '') => `/advice/desk/rota?desk=${desk}${day && `&week=${day}`}`;

// The clock of the tests stands on Wednesday 4 March 2026, 10:00 in Warsaw.
test('the lead plans hours; who is on duty now is seen by the desk and, without names, by everybody', async () => {
  expect((await lead.get(week())).text).toContain('W tym tygodniu nie ma dyżurów');
  const hours = `/advice/desk/rota/${desk}/hours`;
  const form = { who: ewa.subjectId, kind: 'phone', weekdays: ['3', '5'], from: '9', to: '12:30' };
  expect((await lead.post(hours, { ...form, to: '8:00' })).status).toBe(422);
  expect((await lead.post(hours, { ...form, on: '10.03.2026' })).text).toContain('Zaznacz dni tygodnia albo');
  expect((await lead.post(hours, form)).status).toBe(303);
  const shown = await adviser.get(week());
  expect(shown.text).toContain('Ewa Dyżurna (telefon, do 12:30)');
  expect(shown.text).not.toContain('Ułóż dyżury');
  expect((await adviser.get(hours)).status).toBe(404);
  const open = await app.ctxAs(PUBLIC_ACTOR, (ctx) => publicHours(ctx, desk));
  expect(open.now).toMatchObject([{ kind: 'phone', to: '12:30', person: { name: '' } }]);
});

test('a shift is given to somebody else for a day, and back', async () => {
  const page = await lead.get(week());
  const path = new RegExp(`/advice/desk/rota/${desk}/change/[^"]*/2026-03-06`).exec(page.text)?.[0] ?? '';
  expect((await lead.get(path)).status).toBe(200);
  expect((await lead.post(path, { who: jan.subjectId, note: 'zamiana' })).status).toBe(303);
  expect((await adviser.get(week())).text).toContain('Jan Zastępca');
  expect((await adviser.post(path, { who: '' })).status).toBe(404);
  // A duty called off is not shown to the public either.
  expect((await lead.post(path, { who: '' })).status).toBe(303);
  const open = await app.ctxAs(PUBLIC_ACTOR, (ctx) => publicHours(ctx, desk));
  expect(open.shifts.find(({ on }) => on === '2026-03-06')?.person).toBeNull();
  expect((await lead.post(`${path}/undo`)).status).toBe(303);
  expect((await adviser.get(week())).text).not.toContain('Jan Zastępca');
});

test('whoever is away has no duty: the stand-in has it, or the rota warns', async () => {
  const away = `/advice/desk/rota/${desk}/away`;
  const days = { who: ewa.subjectId, from: '11.03.2026', to: '11.03.2026' };
  expect((await adviser.post(away, { ...days, who: jan.subjectId })).status).toBe(404);
  expect((await adviser.post(away, { ...days, standIn: ewa.subjectId })).status).toBe(422);
  expect((await adviser.post(away, { ...days, standIn: jan.subjectId })).status).toBe(303);
  expect((await lead.get(week('2026-03-11'))).text).toContain('Jan Zastępca');
  // The stand-in is absent in the institution the same day.
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into organisations.absence (id, worker_id, institution_id, stand_in_id, from_on, to_on)
       select gen_random_uuid(), $1, institution_id, $2, '2026-03-10', '2026-03-12' from organisations.worker where id = $1`,
      [jan.subjectId, ewa.subjectId],
    ),
  );
  const warned = await lead.get(week('2026-03-11'));
  expect(warned.text).toContain('Dyżury, których nikt nie ma: 1.');
  const cancel =
    /action="([^"]*\/cancel)"/.exec(
      (await adviser.get(away)).text.replace(/[^"]*\/null\/cancel/g, ''),
    )?.[1] ?? '';
  expect((await adviser.post(cancel)).status).toBe(303);
  expect((await lead.get(week('2026-03-11'))).text).not.toContain('Dyżury, których nikt nie ma');
});

test('what everybody reads takes place exactly when the desk has somebody for it', async () => {
  const [none, standIn] = [null, jan.subjectId];
  // Who is away, from when, who stands in: at the desk, and in the institution.
  const worlds = [
    { at: [], away: [] },
    { at: [[ewa.subjectId, '2026-03-04', none]], away: [] },
    { at: [[ewa.subjectId, '2026-03-04', standIn]], away: [] },
    { at: [[ewa.subjectId, '2026-03-04', standIn]], away: [[jan.subjectId, '2026-03-05', ewa.subjectId]] },
    { at: [[ewa.subjectId, '2026-03-05', none]], away: [[ewa.subjectId, '2026-03-03', standIn]] },
    { at: [], away: [[ewa.subjectId, '2026-03-06', standIn]] },
  ];
  const held = (shifts: readonly { dutyId: string; on: string; person: unknown }[]) =>
    shifts.flatMap(({ dutyId, on, person }) => (person === null ? [] : [`${on} ${dutyId}`])).sort();
  const seen: number[] = [];
  for (const { at, away } of worlds) {
    await asAdmin(app.adminUrl, async (run) => {
      await run('update advice.away set cancelled_at = now()');
      await run('delete from organisations.absence');
      for (const row of at)
        await run(
          "insert into advice.away (id, desk_id, worker_id, from_on, stand_in_id, to_on) values (gen_random_uuid(), $1, $2, $3, $4, '2026-03-06')",
          [desk, ...row],
        );
      for (const row of away)
        await run(
          `insert into organisations.absence (id, institution_id, worker_id, from_on, stand_in_id, to_on)
           select gen_random_uuid(), institution_id, id, $2, $3, '2026-03-06' from organisations.worker where id = $1`,
          row,
        );
    });
    const named = await app.ctxAs(ewa, (ctx) => weekOf(ctx, desk, '2026-03-04'));
    const open = await app.ctxAs(PUBLIC_ACTOR, (ctx) => publicHours(ctx, desk));
    const coming = held(named.shifts.filter(({ on }) => on >= '2026-03-04'));
    expect(held(open.shifts).filter((shift) => shift < '2026-03-09')).toEqual(coming);
    seen.push(coming.length);
  }
  expect(new Set(seen).size).toBeGreaterThan(2);
});

test('one’s own duties go to a calendar', async () => {
  const file = await adviser.get('/advice/desk/rota/mine.ics');
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(file.text).toContain('DTSTART;TZID=Europe/Warsaw:20260304T090000');
  expect(file.text).not.toContain('20260501T');
  expect((await stranger.get('/advice/desk/rota/mine.ics')).text).not.toContain('VEVENT');
});

test('nobody else sees the rota', async () => {
  expect((await stranger.get(week())).status).toBe(404);
  expect((await stranger.get(`/advice/desk/rota/${desk}/away`)).status).toBe(404);
  expect((await app.visitor.get(week())).status).toBe(303);
});

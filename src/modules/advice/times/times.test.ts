import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { joinDesk, makeDesk, makeQuestion } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { assignByItself, proposals } from '../setup/proposal/api.ts';
import { remind } from './reminding/service.ts';
import { settleTimes } from './service.ts';

let app: TestApp;
let ngo: MadeInstitution;
let lead: Browser;
let adviser: Browser;
let stranger: Browser;
let boss: Actor;
let ewa: Actor;
let jan: Actor;
let desk: string;
beforeAll(async () => {
  app = await testApp();
  ngo = await makeInstitution(app.adminUrl, 'NGO');
  const worker = async (name: [string, string]) => {
    const actor = await makeWorker(app.adminUrl, ngo, ['adviser'], { scope: [], name });
    await makeAccount(app, actor);
    return actor;
  };
  boss = await worker(['Lidia', 'Lider']);
  ewa = await worker(['Ewa', 'Znawczyni']);
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

const rows = (query: string, ...values: unknown[]) => asAdmin(app.adminUrl, (run) => run(query, values));
const asSystem = <T>(work: Parameters<typeof app.ctxAs<T>>[1], now = '2026-03-04T09:00:00Z') =>
  app.ctxAs(SYSTEM_ACTOR, work, { now: new Date(now) });
const days = async (id: string) =>
  (
    await rows(
      'select first_due_on::text, due_on::text, closing_due_on::text from advice.question where id = $1',
      id,
    )
  )[0];
const settle = (id: string, now?: string) => asSystem((ctx) => settleTimes(ctx, id), now);

test('the days of a question follow its topic and channel, and change with the topic', async () => {
  const id = await makeQuestion(app.adminUrl, desk, { askedAt: '2026-03-06T20:00:00Z' });
  await settle(id);
  expect(await days(id)).toEqual({
    first_due_on: '2026-03-10',
    due_on: '2026-03-10',
    closing_due_on: '2026-04-03',
  });
  await rows(`update advice.question set topic_code = 'benefits' where id = $1`, id);
  await settle(id);
  // A question about help for a person: one day, and ten to close.
  expect(await days(id)).toEqual({
    first_due_on: '2026-03-09',
    due_on: '2026-03-09',
    closing_due_on: '2026-03-20',
  });
});

test('the lead makes rules for what comes; what was promised stays', async () => {
  const path = `/advice/desk/settings/${desk}/times`;
  expect((await lead.get(path)).text).toContain('Pomoc dla osoby');
  const rule = { topic: 'reserved', channel: 'mail', first: '3', closing: '12' };
  expect((await lead.post(path, { ...rule, closing: '2' })).status).toBe(422);
  expect((await lead.post(path, { ...rule, from: '1.03.2026' })).status).toBe(422);
  expect((await lead.post(path, rule)).status).toBe(303);
  expect((await lead.post(path, rule)).text).toContain('zaczyna się już');
  const given = { topic: 'reserved_contract', channel: 'mail' };
  const before = await makeQuestion(app.adminUrl, desk, { ...given, askedAt: '2026-03-03T09:00:00Z' });
  const after = await makeQuestion(app.adminUrl, desk, { ...given, askedAt: '2026-03-05T09:00:00Z' });
  await settle(before);
  await settle(after);
  expect((await days(before))?.due_on).toBe('2026-03-05');
  expect((await days(after))?.due_on).toBe('2026-03-10');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await adviser.post(path, rule)).status).toBe(404);
});

test('days do not run while the person owes an answer', async () => {
  const id = await makeQuestion(app.adminUrl, desk, { askedAt: '2026-03-04T08:00:00Z' });
  await settle(id);
  expect((await days(id))?.due_on).toBe('2026-03-06');
  expect((await stranger.post(`/advice/desk/questions/${id}/wait`)).status).toBe(404);
  expect((await adviser.post(`/advice/desk/questions/${id}/wait`)).status).toBe(303);
  expect((await adviser.post(`/advice/desk/questions/${id}/wait`)).status).toBe(303);
  // The person writes on Monday: Thursday, Friday and Monday do not count. The database ends the pause by itself.
  await rows(
    `insert into advice.message (id, question_id, desk_id, direction, state, body, written_at, sent_at)
     select gen_random_uuid(), $1, $2, 'in', 'sent', 'Dosyłam', now(), now() from set_config('app.now', '2026-03-09T10:00:00Z', false)`,
    id,
    desk,
  );
  await settle(id, '2026-03-09T10:05:00Z');
  await settle(id, '2026-03-09T10:06:00Z');
  expect((await days(id))?.due_on).toBe('2026-03-11');
});

test('everybody is reminded once, the lead of what is late and of what nobody has', async () => {
  const other = await makeDesk(app.adminUrl, ngo);
  await joinDesk(app.adminUrl, other, boss, 'lead');
  await joinDesk(app.adminUrl, other, ewa);
  await rows(
    `update advice.question set state = 'closed', due_on = null, closed_at = now() where desk_id = $1`,
    desk,
  );
  const given = { askedAt: '2026-03-04T08:00:00Z', dueOn: '2026-03-06' };
  await makeQuestion(app.adminUrl, other, { ...given, assignedTo: ewa.subjectId });
  await makeQuestion(app.adminUrl, other, { ...given, assignedTo: ewa.subjectId });
  await makeQuestion(app.adminUrl, other, given);
  const host = { siteUrl: 'http://splot.test' };
  const mails = async () =>
    (await asSystem((ctx) => listMail(ctx)))
      .filter((m) => m.subject.startsWith('Punkt doradztwa'))
      .map((m) => [m.to.slice(0, 36), m.body.match(/połowa|dzisiaj|minął\n/g)]);
  const morning = async (day: string) => {
    await rows('delete from kernel.mail');
    await asSystem((ctx) => remind(ctx, host), `${day}T05:15:00Z`);
    await asSystem((ctx) => remind(ctx, host), `${day}T05:20:00Z`);
    return Object.fromEntries(await mails());
  };
  expect(await morning('2026-03-04')).toEqual({});
  expect(await morning('2026-03-05')).toEqual({
    [ewa.subjectId]: ['połowa', 'połowa'],
    [boss.subjectId]: ['połowa'],
  });
  expect(await morning('2026-03-06')).toEqual({
    [ewa.subjectId]: ['dzisiaj', 'dzisiaj'],
    [boss.subjectId]: ['dzisiaj'],
  });
  // A Saturday is not a day for letters; on Monday all three are late, and the lead alone is told.
  expect(await morning('2026-03-07')).toEqual({});
  expect(await morning('2026-03-09')).toEqual({ [boss.subjectId]: ['minął\n', 'minął\n', 'minął\n'] });
  expect(await morning('2026-03-10')).toEqual({});
});

test('an expert who is there is proposed with reasons, and gets the question where the desk wishes so', async () => {
  const [{ id: seat } = {}] = await rows(
    'select id from advice.desk_worker where desk_id = $1 and worker_id = $2',
    desk,
    ewa.subjectId,
  );
  await rows(
    `insert into advice.expertise (id, desk_worker_id, desk_id, topic_code, counties) values (gen_random_uuid(), $1, $2, 'reserved', '{1207}')`,
    seat,
    desk,
  );
  const asked = { deskId: desk, topicCode: 'reserved_contract', countyCode: '1207' };
  const [first, second] = await app.ctxAs(boss, (ctx) => proposals(ctx, asked));
  expect(first).toMatchObject({ workerId: ewa.subjectId, expert: true });
  expect(first?.words).toBe(
    'zna szerszy temat „Zamówienia zastrzeżone i klauzule społeczne”; ma ten powiat wśród swoich; nie ma otwartych pytań',
  );
  expect(second).toMatchObject({ expert: false });

  const question = { topic: 'reserved_contract', county: '1207' };
  const waits = await makeQuestion(app.adminUrl, desk, question);
  expect(await asSystem((ctx) => assignByItself(ctx, waits))).toBeNull();
  await rows('update advice.desk set assigns_itself = true where id = $1', desk);
  expect(await asSystem((ctx) => assignByItself(ctx, waits))).toBe(ewa.subjectId);
  expect(await asSystem((ctx) => assignByItself(ctx, waits))).toBeNull();
  const unknown = await makeQuestion(app.adminUrl, desk, { topic: 'disability' });
  expect(await asSystem((ctx) => assignByItself(ctx, unknown))).toBeNull();

  // She is away: her stand-in is proposed, and never she.
  await rows(
    `insert into organisations.absence (id, worker_id, institution_id, stand_in_id, from_on, to_on)
     values (gen_random_uuid(), $1, $2, $3, '2026-03-02', '2026-03-06')`,
    ewa.subjectId,
    ngo.id,
    jan.subjectId,
  );
  const present = await app.ctxAs(boss, (ctx) => proposals(ctx, asked));
  expect(present.map(({ workerId }) => workerId)).not.toContain(ewa.subjectId);
  expect(present[0]?.words).toContain('zastępuje: Ewa Znawczyni, do 06.03.2026');
});

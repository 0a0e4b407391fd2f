import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { formatTime } from '#kernel/time.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { remindOfTasks, sendLetters } from './letters/service.ts';

let app: TestApp;
let w: World;
let base: string;
let runner: Browser;
let member: Browser;
let stranger: Browser;
let coordinator: Actor;
let other: Actor;
const NOW = new Date('2026-03-04T09:00:00Z');

beforeAll(async () => {
  app = await testApp(NOW);
  w = await makeWorld(app.adminUrl);
  base = `/partnerships/${w.partnershipId}/meetings`;
  const signIn = async (actor: Actor) => {
    await makeAccount(app, actor);
    return app.as(actor.accountId);
  };
  coordinator = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator']);
  runner = await signIn(coordinator);
  member = await signIn(w.adviser);
  other = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'OPS'), ['head']);
  stranger = await signIn(other);
  await asAdmin(app.adminUrl, async (run) => {
    for (const [worker, role] of [
      [coordinator, 'coordinator'],
      [w.adviser, 'contact'],
    ] as const)
      await run(
        `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5, '2024-01-01')`,
        [newId(), w.partnershipId, worker.institutionId, worker.subjectId, role],
      );
  });
});
afterAll(() => app.drop());

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const bodyOf = async (kind: 'team' | 'whole') =>
  String(
    (
      await rows('select id from partnerships.body where partnership_id = $1 and kind = $2', [
        w.partnershipId,
        kind,
      ])
    )[0]?.id,
  );
const form = async (more: Record<string, string> = {}) => ({
  body: await bodyOf('team'),
  title: 'Zespół: marzec',
  day: '20.03.2026',
  from: '9:00',
  to: '11:30',
  mode: 'onsite',
  place: 'Sala 12',
  ...more,
});
async function planned(more: Record<string, string> = {}): Promise<string> {
  const answer = await runner.post(`${base}/new`, await form(more));
  expect(answer.text).toBe('');
  expect(answer.status).toBe(303);
  return String(answer.location).split('/').at(-1) ?? '';
}
const system = <T>(work: Parameters<typeof app.ctxAs<T>>[1], now = NOW) =>
  app.ctxAs(SYSTEM_ACTOR, work, { now });
const letters = async () => system((ctx) => listMail(ctx));

describe('planning', () => {
  test('the coordinator plans, the contact persons are on the list; a member reads, a stranger finds nothing', async () => {
    const id = await planned({ chair: coordinator.subjectId });
    expect((await member.get(`${base}/${id}`)).text).toContain('Zespół: marzec');
    expect((await member.get(base)).text).toContain('Zespół: marzec');
    expect((await runner.get(`${base}/${id}/people`)).text).toContain(w.adviser.name);
    for (const path of [
      '',
      '/new',
      `/${id}`,
      `/${id}/agenda`,
      `/${id}/people`,
      `/${id}/meeting.ics`,
      '/calendar',
    ])
      expect([path, (await stranger.get(base + path)).status]).toEqual([path, 404]);
    expect((await member.get(`${base}/new`)).status).toBe(404);
    expect((await member.post(`${base}/new`, await form())).status).toBe(404);
    expect((await stranger.post(`${base}/${id}/agenda`, { title: 'x' })).status).toBe(404);
    expect((await app.visitor.get(base)).location).toContain('/sign-in');
  });

  test('a series keeps its hour when clocks change', async () => {
    const id = await planned({ title: 'Seria', repeat: 'weekly', count: '3', day: '25.03.2026' });
    const [{ series_id: series } = {}] = await rows(
      'select series_id from partnerships.meeting where id = $1',
      [id],
    );
    const dates = await rows(
      'select starts_at from partnerships.meeting where series_id = $1 order by starts_at',
      [series],
    );
    const starts = dates.map((d) => d.starts_at as Date);
    expect(starts.map((d) => d.toISOString())).toEqual([
      '2026-03-25T08:00:00.000Z',
      '2026-04-01T07:00:00.000Z',
      '2026-04-08T07:00:00.000Z',
    ]);
    expect(starts.map(formatTime)).toEqual(['09:00', '09:00', '09:00']);
    expect((await member.get(`${base}/series/${series}`)).status).toBe(200);
    expect((await stranger.get(`${base}/series/${series}`)).status).toBe(404);
  });

  test('a series without end, a past day and a missing place come back with what was typed', async () => {
    for (const [more, word] of [
      [{ repeat: 'weekly' }, 'seria musi mieć koniec'],
      [{ day: '1.03.2026' }, 'Ta data już minęła'],
      [{ place: '' }, 'Seria próbna'],
      [{ to: '9:00' }, 'Godzina końca'],
      [{ chair: other.subjectId }, 'Seria próbna'],
    ] as const) {
      const answer = await runner.post(`${base}/new`, await form({ title: 'Seria próbna', ...more }));
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(word);
      expect(answer.text).toContain('Seria próbna');
    }
  });

  test('of two who change it the second is told', async () => {
    const id = await planned();
    const change = async (more: Record<string, string>) =>
      runner.post(`${base}/${id}/edit`, await form({ _version: '1', ...more }));
    expect((await change({ title: 'Pierwsza' })).status).toBe(303);
    const late = await change({ title: 'Druga' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Pierwsza');
    expect(late.text).toContain('Druga');
  });
});

describe('invitations', () => {
  test('letters, a guest who answers by the link, a change and a cancellation', async () => {
    const id = await planned({ title: 'Narada' });
    await runner.post(`${base}/${id}/guests`, {
      name: 'Jan Gość',
      organisation: 'Parafia',
      email: 'gosc@example.org',
    });
    const twice = await runner.post(`${base}/${id}/guests`, {
      _part: 'guest',
      name: 'jan  gość',
      organisation: 'PARAFIA',
    });
    expect(twice.status).toBe(422);
    expect((await runner.post(`${base}/${id}/call`)).location).toContain('/people?sent=1');
    await system((ctx) => sendLetters(ctx, id, 'invitation', 'http://splot.test'));
    const sent = (await letters()).filter((m) => m.subject === 'Zaproszenie na spotkanie');
    expect(sent.map((m) => m.to)).toContain('gosc@example.org');
    const letter = sent.find((m) => m.to === 'gosc@example.org');
    expect(letter?.subject).not.toContain('Gość');
    const link =
      /http:\/\/splot\.test(\/meetings\/invitations\/[\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? '';
    expect((await app.visitor.get(link)).text).toContain('Sala 12');
    const ics = await app.visitor.get(`${link}/meeting.ics`);
    expect(ics.text).toContain('DTSTART;TZID=Europe/Warsaw:20260320T090000');
    expect((await app.visitor.post(link, { answer: 'sends' })).status).toBe(422);
    expect((await app.visitor.post(link, { answer: 'sends', substitute: 'Ewa Inna' })).status).toBe(303);
    expect((await runner.get(`${base}/${id}/people`)).text).toContain('Ewa Inna');
    expect((await app.visitor.get(`/meetings/invitations/${'x'.repeat(43)}`)).status).toBe(404);
    // A guest's address is for whoever runs the meetings.
    expect((await member.get(`${base}/${id}/people`)).text).not.toContain('gosc@example.org');

    expect((await member.post(`${base}/${id}/answer`, { answer: 'comes' })).status).toBe(303);
    await runner.post(`${base}/${id}/edit`, { ...(await form({ title: 'Narada', from: '10:00' })) });
    await system((ctx) => sendLetters(ctx, id, 'changed', 'http://splot.test'));
    expect(
      (await letters()).some((m) => m.subject.startsWith('Zmiana') && m.body.includes('10:00–11:30')),
    ).toBe(true);
    expect((await app.visitor.get(`${link}/meeting.ics`)).text).toContain('SEQUENCE:1');
    await runner.post(`${base}/${id}/cancel`, { reason: 'Choroba prowadzącej' });
    await system((ctx) => sendLetters(ctx, id, 'cancelled', 'http://splot.test'));
    expect((await letters()).some((m) => m.subject === 'Spotkanie odwołane')).toBe(true);
    expect((await app.visitor.get(`${link}/meeting.ics`)).text).toContain('METHOD:CANCEL');
    expect((await app.visitor.post(link, { answer: 'absent' })).location).toBe(link);
  });

  test('a subscription shows the meetings of the bodies one belongs to', async () => {
    const id = await planned({ title: 'Do kalendarza' });
    const made = await member.post(`${base}/calendar`);
    const path = /http:\/\/splot\.test(\/meetings\/calendar\/[\w-]{43})/.exec(made.text)?.[1] ?? '';
    expect((await app.visitor.get(path)).text).toContain(`UID:${id}@splot`);
    expect((await app.visitor.get(`/meetings/calendar/${'y'.repeat(43)}`)).status).toBe(404);
    await member.post(`${base}/calendar/end`);
    expect((await app.visitor.get(path)).status).toBe(404);
  });
});

describe('agenda', () => {
  test('points proposed by members, put in order by whoever runs it, documents for members', async () => {
    const id = await planned();
    await runner.post(`${base}/${id}/agenda`, { title: 'Otwarcie', lasts: '5' });
    await runner.post(`${base}/${id}/agenda`, { title: 'Sprawozdanie' });
    expect((await member.post(`${base}/${id}/agenda`, { title: 'Nasza propozycja' })).status).toBe(303);
    const page = (await runner.get(`${base}/${id}/agenda`)).text;
    expect(page).toContain('Propozycje członków');
    const points = await rows(
      'select id, title from partnerships.agenda_point where meeting_id = $1 order by position',
      [id],
    );
    expect(points.map((p) => p.title)).toEqual(['Otwarcie', 'Sprawozdanie', 'Nasza propozycja']);
    const [first, , proposed] = points.map((p) => String(p.id));
    expect((await member.post(`${base}/${id}/agenda/${proposed}/move`, { to: 'agenda' })).status).toBe(404);
    await runner.post(`${base}/${id}/agenda/${proposed}/move`, { to: 'agenda' });
    await runner.post(`${base}/${id}/agenda/${first}/move`, { to: 'down' });
    const order = await rows(
      'select title from partnerships.agenda_point where meeting_id = $1 order by position',
      [id],
    );
    expect(order.map((p) => p.title)).toEqual(['Sprawozdanie', 'Otwarcie', 'Nasza propozycja']);
    expect(await system((ctx) => remindOfTasks(ctx, 'http://splot.test'))).toBe(0);
  });
});

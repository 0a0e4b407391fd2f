import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { formatTime } from '#kernel/time.ts';
import { type Browser, ORIGIN, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { commonMeetings, dueMeetings, meetingFigures } from './api.ts';
import { remindOfTasks, sendLetters } from './letters/service.ts';
import { closeSilent } from './minutes/service.ts';

let app: TestApp;
let w: Awaited<ReturnType<typeof county>>;
let base: string;
let runner: Browser;
let member: Browser;
let stranger: Browser;
let coordinator: Actor;
let other: Actor;
const NOW = new Date('2026-03-04T09:00:00Z');

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(resolve(tmpdir(), 'splot-meetings-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  app = await testApp(NOW);
  w = await county();
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
afterAll(async () => {
  await app.drop();
  await rm(dir, { recursive: true, force: true });
});

/** Another hour, to which everybody signs in anew. */
async function hour(now: Date) {
  app.setNow(now);
  runner = await app.as(coordinator.accountId);
  member = await app.as(w.adviser.accountId);
  stranger = await app.as(other.accountId);
}

/** Three institutions in a partnership; meetings need no agreement. */
async function county() {
  const ops = await makeInstitution(app.adminUrl, 'OPS');
  const pup = await makeInstitution(app.adminUrl, 'PUP');
  const ngo = await makeInstitution(app.adminUrl, 'NGO');
  const partnershipId = newId();
  await asAdmin(app.adminUrl, async (run) => {
    await run(
      `insert into partnerships.partnership (id, name, county_code, state, started_on) values ($1, 'Partnerstwo Próbne', '1207', 'operating', '2024-01-01')`,
      [partnershipId],
    );
    for (const { id } of [ops, pup, ngo])
      await run(
        `insert into partnerships.member (id, partnership_id, institution_id, joined_on) values ($1, $2, $3, '2024-01-01')`,
        [newId(), partnershipId, id],
      );
  });
  return {
    ops,
    pup,
    ngo,
    partnershipId,
    adviser: await makeWorker(app.adminUrl, pup, ['employment_adviser']),
    opsHead: await makeWorker(app.adminUrl, ops, ['head']),
  };
}

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

  test('a document put up by mistake is taken down for everybody, until the minutes are signed', async () => {
    const id = await planned();
    const putUp = async (title: string) => {
      const form = new FormData();
      form.set('_part', 'file');
      form.set('title', title);
      form.set('file', new File(['Plan spotkania'], 'plan.txt'));
      const cookie = await app.auth.sessionCookie(coordinator.accountId);
      const send = new Request(`${ORIGIN}${base}/${id}/files`, {
        method: 'POST',
        body: form,
        headers: { origin: ORIGIN, cookie },
      });
      expect((await app.fetch(send)).status).toBe(303);
      const [row] = await rows('select id, file_id from partnerships.meeting_file where title = $1', [title]);
      return { path: `${base}/${id}/files/${row?.id}`, file: String(row?.file_id) };
    };
    const wrong = await putUp('Nie ten plik');
    expect((await member.get(wrong.path)).status).toBe(200);
    expect((await member.get(`${wrong.path}/remove`)).status).toBe(404);
    expect((await member.post(`${wrong.path}/remove`)).status).toBe(404);
    expect((await runner.get(`${wrong.path}/remove`)).text).toContain('zniknie dla wszystkich');
    expect((await runner.post(`${wrong.path}/remove`)).status).toBe(303);
    expect((await member.get(wrong.path)).status).toBe(404);
    expect(await rows('select id from kernel.file where id = $1', [wrong.file])).toEqual([]);

    const kept = await putUp('Ten plik');
    await asAdmin(app.adminUrl, async (run) => {
      await run("set session_replication_role = 'replica'");
      await run(
        `insert into partnerships.minutes (meeting_id, body_id, state, sent_at, remarks_until, signed_at, signed_how, content, content_hash)
         select id, body_id, 'signed', now(), current_date, now(), 'silence', '{}', repeat('0', 64) from partnerships.meeting where id = $1`,
        [id],
      );
    });
    expect((await runner.get(`${base}/${id}/agenda`)).text).not.toContain(`${kept.path}/remove`);
    expect((await runner.post(`${kept.path}/remove`)).status).toBe(404);
    const raw = sql`delete from kernel.file where id = ${kept.file}`;
    await expect(app.ctxAs(coordinator, (ctx) => ctx.tx.run(raw))).rejects.toMatchObject({
      constraint: 'minutes_signed',
    });
  });
});

describe('from the meeting to signed minutes', () => {
  /** A meeting of yesterday's calling, at its hour, with its agenda. */
  async function begun(more: Record<string, string> = {}) {
    await hour(NOW);
    const id = await planned({ chair: coordinator.subjectId, ...more });
    await runner.post(`${base}/${id}/agenda`, { title: 'Nabór do usługi' });
    await runner.post(`${base}/${id}/call`);
    await hour(new Date('2026-03-20T10:00:00Z'));
    const people = await rows('select id, worker_id from partnerships.attendee where meeting_id = $1', [id]);
    const came = people.map((p) => String(p.id));
    await runner.post(`${base}/${id}/attendance`, {
      'came[]': came,
      name: 'Ewa Spoza',
      organisation: 'Gmina',
    });
    const begin = await runner.post(`${base}/${id}/minutes/begin`);
    expect(begin.status).toBe(303);
    const [point] = await rows('select id from partnerships.agenda_point where meeting_id = $1', [id]);
    return { id, path: `${base}/${id}/minutes`, point: String(point?.id) };
  }

  test('a decision and a task, remarks, agreement, and then nothing changes', async () => {
    const { id, path, point } = await begun();
    // A draft is for those who write it.
    expect((await member.get(path)).text).toContain('Protokołu jeszcze nie ma');
    expect((await member.get(`${path}/${point}`)).status).toBe(404);
    const personal = await runner.post(`${path}/${point}`, { _part: 'notes', notes: 'Telefon 600 100 200' });
    expect(personal.status).toBe(422);
    expect(personal.text).toContain('numer telefonu');
    expect(personal.text).toContain('Telefon 600 100 200');
    expect(
      (await runner.post(`${path}/${point}`, { _part: 'notes', notes: 'Telefon 600 100 200', looked: 'yes' }))
        .status,
    ).toBe(303);
    expect(
      (await runner.post(`${path}/${point}`, { _part: 'notes', notes: 'Przedłużono nabór.', _version: '2' }))
        .status,
    ).toBe(303);
    expect(
      (await runner.post(`${path}/${point}`, { _part: 'notes', notes: 'Spóźnione', _version: '2' })).status,
    ).toBe(409);
    const decided = {
      body: 'Nabór trwa do 30 kwietnia.',
      votesFor: '2',
      votesAgainst: '0',
      abstained: '1',
      checkOn: '30.04.2026',
    };
    expect((await runner.post(`${path}/${point}/decisions`, { ...decided, abstained: '' })).status).toBe(422);
    expect((await runner.post(`${path}/${point}/decisions`, decided)).status).toBe(303);
    const task = {
      what: 'Ogłosić nabór',
      institution: w.pup.id,
      worker: w.adviser.subjectId,
      due: '27.03.2026',
    };
    expect((await runner.post(`${path}/${point}/tasks`, { ...task, institution: w.ops.id })).status).toBe(
      422,
    );
    expect((await runner.post(`${path}/${point}/tasks`, task)).status).toBe(303);
    expect((await member.post(`${path}/${point}/tasks`, task)).status).toBe(404);
    await runner.post(`${path}/send`);
    await system(
      (ctx) => sendLetters(ctx, id, 'minutes', 'http://splot.test'),
      new Date('2026-03-20T10:00:00Z'),
    );
    expect(
      (await letters()).some(
        (m) => m.subject === 'Protokół spotkania do uwag' && !m.body.includes('Nabór trwa'),
      ),
    ).toBe(true);

    expect((await member.get(path)).text).toContain('Nabór trwa do 30 kwietnia.');
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get(`${base}/${id}/minutes.pdf`)).status).toBe(404);
    await member.post(`${path}/remarks`, { remark: 'Brakuje godziny.' });
    const [remark] = await rows('select id from partnerships.minutes_remark where meeting_id = $1', [id]);
    await runner.post(`${path}/remarks/${remark?.id}`, { taken: 'yes', reply: 'Dopisano.' });
    expect((await member.post(`${path}/agree`)).status).toBe(303);
    // Corrected: whoever agreed agrees anew.
    await runner.post(`${path}/back`);
    await runner.post(`${path}/${point}`, { notes: 'Przedłużono nabór do 12:00.' });
    await runner.post(`${path}/send`);
    await runner.post(`${path}/agree`);
    expect((await rows('select state from partnerships.minutes where meeting_id = $1', [id]))[0]?.state).toBe(
      'sent',
    );
    await member.post(`${path}/agree`);
    const [signed] = await rows(
      'select state, signed_how, content_hash from partnerships.minutes where meeting_id = $1',
      [id],
    );
    expect(signed).toMatchObject({ state: 'signed', signed_how: 'people' });
    expect((await member.get(path)).text).toContain('Podpisanego protokołu nie można zmienić');

    // Not by a page, and not by the database itself.
    expect((await runner.post(`${path}/${point}`, { notes: 'Inaczej' })).status).toBe(404);
    expect((await runner.post(`${path}/back`)).status).toBe(409);
    for (const change of [
      'update partnerships.minutes set general = general where meeting_id = $1',
      'delete from partnerships.minutes where meeting_id = $1',
      `update partnerships.agenda_point set notes = 'x' where meeting_id = $1`,
      `update partnerships.decision set body = 'x' where meeting_id = $1`,
      'delete from partnerships.decision where meeting_id = $1',
      'update partnerships.attendee set came = not came where meeting_id = $1',
      `update partnerships.meeting_task set what = 'x' where meeting_id = $1`,
      `update partnerships.meeting set title = 'x' where id = $1`,
    ])
      await expect(rows(change, [id]), change).rejects.toMatchObject({ code: '23514' });
    expect((await runner.post(`${path}/notes`, { note: 'W punkcie 1 chodzi o usługę B.' })).status).toBe(303);
    expect((await member.get(path)).text).toContain('chodzi o usługę B');
    const pdf = await member.get(`${base}/${id}/minutes.pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
  });

  test('minutes without remarks count as agreed when their days are over, not before', async () => {
    const { id, path } = await begun({ title: 'Milczące' });
    await runner.post(`${path}/send`);
    expect(await system((ctx) => closeSilent(ctx), new Date('2026-03-27T10:00:00Z'))).toBe(0);
    expect(await system((ctx) => closeSilent(ctx), new Date('2026-03-28T10:00:00Z'))).toBe(1);
    const [signed] = await rows('select state, signed_how from partnerships.minutes where meeting_id = $1', [
      id,
    ]);
    expect(signed).toEqual({ state: 'signed', signed_how: 'silence' });
  });

  test('nobody closes minutes that were not agreed to', async () => {
    const { id, path } = await begun();
    await runner.post(`${path}/send`);
    const close = (how: string) => sql`
      update partnerships.minutes set state = 'signed', signed_at = kernel.instant(), signed_how = ${how}, content = '{}',
        content_hash = repeat('0', 64) where meeting_id = ${id}`;
    const now = new Date('2026-03-20T11:00:00Z');
    for (const actor of [w.adviser, coordinator])
      for (const how of ['people', 'silence'])
        await expect(app.ctxAs(actor, (ctx) => ctx.tx.run(close(how)), { now })).rejects.toMatchObject({
          code: '23514',
        });
    expect(await app.ctxAs(other, (ctx) => ctx.tx.run(close('people')), { now })).toBe(0);
    // One who is invited cannot mark that they came, nor rewrite a task.
    await expect(
      app.ctxAs(w.adviser, (ctx) =>
        ctx.tx.run(
          sql`update partnerships.attendee set came = false where meeting_id = ${id} and worker_id = ${w.adviser.subjectId}`,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('the register: found by stems, filtered, as CSV, carried out, revoked by a later one; the task done', async () => {
    const { path, point } = await begun({ body: await bodyOf('whole') });
    for (const body of ['Powołano zespół do spraw szkoleń.', 'Uchyla się poprzednią.'])
      await runner.post(`${path}/${point}/decisions`, { body });
    await runner.post(`${path}/${point}/tasks`, {
      what: 'Zebrać zgłoszenia',
      institution: w.pup.id,
      due: '23.03.2026',
    });
    const found = (await member.get(`${base}/decisions?q=szkolenie`)).text;
    // Members see decisions of a draft no sooner than the minutes.
    expect(found).not.toContain('Powołano zespół');
    expect((await runner.get(`${base}/decisions?q=szkolenie`)).text).toContain('Powołano zespół');
    await runner.post(`${path}/send`);
    expect((await member.get(`${base}/decisions?q=szkolenie`)).text).toContain('Powołano zespół');
    expect((await member.get(`${base}/decisions?q=transport`)).text).toContain('Żadna decyzja nie pasuje');
    const csv = await member.get(`${base}/decisions.csv?state=in_force`);
    expect(csv.text).toContain('Powołano zespół');
    expect((await stranger.get(`${base}/decisions.csv`)).status).toBe(404);
    const [first] = await rows(`select id from partnerships.decision where body like 'Powołano%'`);
    const at = `${base}/decisions/${first?.id}`;
    expect((await runner.post(at, { state: 'revoked', revokedBy: '77/2026' })).status).toBe(422);
    expect((await member.post(at, { state: 'carried_out' })).status).toBe(404);
    expect((await runner.post(at, { state: 'revoked', revokedBy: '2/2026' })).status).toBe(303);
    expect((await member.get(at)).text).toContain('uchylona');

    const [task] = await rows(`select id from partnerships.meeting_task where what = 'Zebrać zgłoszenia'`);
    const due = await app.ctxAs(w.adviser, (ctx) => dueMeetings(ctx), {
      now: new Date('2026-03-24T08:00:00Z'),
    });
    expect(due).toContainEqual({
      href: `${base}/tasks/${task?.id}`,
      what: 'Zadanie ze spotkania: Zebrać zgłoszenia',
      until: '2026-03-23',
      late: true,
    });
    const morning = new Date('2026-03-21T08:00:00Z');
    const before = await system((ctx) => remindOfTasks(ctx, 'http://splot.test'), morning);
    expect(before).toBeGreaterThan(0);
    expect(await system((ctx) => remindOfTasks(ctx, 'http://splot.test'), morning)).toBe(0);
    expect((await stranger.post(`${base}/tasks/${task?.id}`, { state: 'done' })).status).toBe(404);
    expect((await member.post(`${base}/tasks/${task?.id}`, { state: 'dropped' })).status).toBe(422);
    expect((await member.post(`${base}/tasks/${task?.id}`, { state: 'done' })).status).toBe(303);
    // What is due stands on the next agenda.
    await hour(NOW);
    const next = await planned({ day: '2.05.2026', title: 'Następne' });
    const agenda = (await runner.get(`${base}/${next}/agenda`)).text;
    expect(agenda).toContain('Zadanie (');
    expect(agenda).toContain('do sprawdzenia: Nabór trwa');
    const [decision] = await rows(`select id from partnerships.decision where body like 'Nabór trwa%'`);
    await runner.post(`${base}/${next}/agenda/due`, { 'due[]': [`decision:${decision?.id}`] });
    expect((await member.get(`${base}/${next}`)).text).toContain('do sprawdzenia: Nabór trwa');
  });

  test('people and attendances are two numbers', async () => {
    await hour(new Date('2026-03-31T10:00:00Z'));
    const figures = await app.ctxAs(
      w.adviser,
      (ctx) => meetingFigures(ctx, w.partnershipId, '2026-03-01', '2026-04-01'),
      {
        now: new Date('2026-03-31T10:00:00Z'),
      },
    );
    // Four meetings, each with the coordinator, the contact person and the same guest.
    expect(figures).toMatchObject({ meetings: 4, people: 3, attendances: 12 });
    const page = (await member.get(base)).text;
    expect(page).toContain('Obecności');
    const common = await app.ctxAs(w.adviser, (ctx) =>
      commonMeetings(ctx, w.partnershipId, '2026-03-01', '2026-04-01'),
    );
    expect(common).toEqual([expect.objectContaining({ meetings: 4 })]);
  });
});

describe('a Partner Group', () => {
  test('convened by an institution, seen by its members alone', async () => {
    await hour(NOW);
    const rops = await makeInstitution(app.adminUrl, 'ROPS');
    const head = await makeWorker(app.adminUrl, rops, ['head']);
    await makeAccount(app, head);
    const convener = await app.as(head.accountId);
    await rows(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    const made = await convener.post('/partner-groups/new', {
      name: 'Grupa Partnerska Małopolski',
      voivodeship: '12',
    });
    const group = String(made.location).replace('/members', '');
    expect(made.status).toBe(303);
    expect((await member.get(group)).status).toBe(404);
    await convener.post(`${group}/members`, { 'member[]': [w.pup.id] });
    expect((await member.get(group)).text).toContain('Grupa Partnerska Małopolski');
    expect((await member.get('/partner-groups')).text).toContain('Grupa Partnerska Małopolski');
    expect((await stranger.get(group)).status).toBe(404);
    expect((await stranger.get('/partner-groups')).text).not.toContain('Małopolski');
    expect((await member.get(`${group}/members`)).status).toBe(404);
    const body = group.split('/').at(-1) ?? '';
    const planned = await convener.post(`${group}/new`, {
      ...(await form({ title: 'Pierwsze spotkanie grupy' })),
      body,
    });
    expect(planned.status).toBe(303);
    expect((await member.get(String(planned.location))).text).toContain('Pierwsze spotkanie grupy');
    expect((await member.post(`${group}/new`, { ...(await form()), body })).status).toBe(404);
    // A body of one place is no body of another.
    expect((await convener.post(`${group}/new`, await form())).status).toBe(422);
    for (const part of ['', '/decisions', '/tasks', '/calendar', '/new'])
      expect([part, (await convener.get(group + part)).status]).toEqual([part, 200]);
  });
});

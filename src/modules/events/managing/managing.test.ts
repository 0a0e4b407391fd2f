import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeEvent } from '#test/events.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { letters as dailyLetters, forget } from '../daily/service.ts';
import { eventsJobs } from '../jobs.ts';

const NOW = new Date('2026-03-04T09:00:00Z');
const SITE = 'http://splot.test';
let app: TestApp;
let most: MadeInstitution;
let desk: Browser;
let other: Browser;
beforeAll(async () => {
  app = await testApp(NOW);
  most = await makeInstitution(app.adminUrl, 'NGO', 'Most');
  const coordinator = await makeWorker(app.adminUrl, most, ['partnership_coordinator']);
  desk = await app.as(await makeAccount(app, coordinator));
  const ops = await makeInstitution(app.adminUrl, 'OPS', 'OPS');
  other = await app.as(await makeAccount(app, await makeWorker(app.adminUrl, ops, ['head'])));
}, 60_000);
afterAll(() => app.drop());

const work = (now = NOW) =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: eventsJobs(SITE), clock: () => now });
const system = <T>(what: Parameters<typeof app.ctxAs<T>>[1], now: Date) =>
  app.ctxAs(SYSTEM_ACTOR, what, { now });
const mails = async (to: string) => (await system((ctx) => listMail(ctx), NOW)).filter((m) => m.to === to);
const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const CODES = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Somebody with a place and a link. */
async function place(
  event: string,
  n: number,
  state = 'confirmed',
): Promise<{ id: string; code: string; link: string }> {
  const [id, token] = [newId(), newSecret()];
  const code = `TESTTEST${CODES[n >> 5]}${CODES[n & 31]}`;
  await rows(
    `insert into events.registration (id, event_id, state, given_name, family_name, email, lang, code, created_at, settled_at)
     values ($1, $2, $3, 'Jan', $4, $5, 'pl', $6, '2026-02-01', '2026-02-01')`,
    [id, event, state, `Próbny${n}`, `p${n}@example.org`, code],
  );
  await rows('insert into events.ticket (hash, registration_id, created_at) values ($1, $2, now())', [
    hashOf(token),
    id,
  ]);
  return { id, code, link: `/events/ticket/${token}` };
}
const form = {
  ...{
    kind: 'workshop',
    titlePl: 'Łączymy siły: warsztaty',
    mode: 'hybrid',
    locality: 'Limanowa',
    countyCode: '1207',
  },
  ...{
    registration: 'open',
    capacity: '1',
    waiting: 'yes',
    mostTogether: '5',
    comments: 'after',
    online: 'https://meet.example/x',
  },
  ...{ 'themes[]': ['partnership', 'nonsense'], 'access[]': ['loop'], closesOn: '', hours: '4,5' },
};

describe('an organiser', () => {
  test('writes a draft, gives it a series, announces it, moves a date and calls it off; everybody is told', async () => {
    expect((await desk.post('/events/manage/new', { ...form, titlePl: '' })).status).toBe(422);
    const made = await desk.post('/events/manage/new', form);
    const path = made.location ?? '';
    expect(path).toMatch(/^\/events\/manage\/[0-9a-f-]{36}$/);
    const slug = 'laczymy-sily-warsztaty';
    expect((await app.visitor.get(`/events/${slug}`)).status).toBe(404);
    expect((await other.get(path)).status).toBe(404);
    expect((await desk.post(`${path}/publish`)).status).toBe(422);
    const endless = await desk.post(`${path}/dates`, {
      day: '17.03.2026',
      from: '9:30',
      to: '12:00',
      repeat: 'weekly',
    });
    expect(endless.status).toBe(422);
    expect(endless.text).toContain('nigdy by się nie skończyła');
    const series = {
      day: '17.03.2026',
      from: '9:30',
      to: '12:00',
      repeat: 'weekly',
      interval: '1',
      count: '3',
    };
    expect((await desk.post(`${path}/dates`, series)).status).toBe(303);
    await desk.post(`${path}/publish`);
    const shown = (await app.visitor.get(`/events/${slug}`)).text;
    expect(shown).toContain('wtorek, 17 marca 2026');
    expect(shown).not.toContain('meet.example');
    const data: unknown = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(shown)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': 'EducationEvent',
      startDate: '2026-03-17T08:30:00.000Z',
      maximumAttendeeCapacity: 1,
    });

    const [event] = await rows('select id from events.event where slug = $1', [slug]);
    await place(String(event?.id), 1);
    await place(String(event?.id), 2, 'waiting');
    const [second] = await rows(
      'select id from events.occurrence where event_id = $1 order by starts_at offset 1 limit 1',
      [event?.id],
    );
    await desk.post(`${path}/dates/${second?.id}`, { day: '25.03.2026', from: '10:00', to: '12:00' });
    await work();
    expect((await mails('p1@example.org')).map((m) => m.subject)).toEqual([
      'Splot: zmiana terminu albo miejsca wydarzenia',
    ]);
    expect(await mails('p2@example.org')).toHaveLength(1);
    const ics = (await app.visitor.get(`/events/${slug}/event.ics`)).text;
    expect(ics).toContain('SEQUENCE:1');
    expect(ics).toContain('RECURRENCE-ID;TZID=Europe/Warsaw:20260324T093000');
    expect((await app.visitor.get(`/events/${slug}`)).text).toContain('Zmiany terminu i miejsca');

    // More places: whoever waits gets one.
    const [version] = await rows('select row_version from events.event where id = $1', [event?.id]);
    await desk.post(`${path}/edit`, { ...form, capacity: '2', _version: String(version?.row_version) });
    await work();
    expect((await mails('p2@example.org'))[0]?.subject).toBe('Splot: zwolniło się miejsce na wydarzeniu');
    // Somebody else's save does not pass unseen.
    expect((await desk.post(`${path}/edit`, { ...form, _version: '1' })).status).toBe(409);

    await desk.post(`${path}/call-off`, { reasonPl: 'Awaria ogrzewania', reasonEn: '' });
    await work();
    const [off] = await mails('p1@example.org');
    expect(off?.subject).toBe('Splot: wydarzenie odwołane');
    expect(off?.body).toContain('Awaria ogrzewania');
    expect((await app.visitor.get(`/events/${slug}/event.ics`)).text).toContain('STATUS:CANCELLED');
    expect((await app.visitor.get(`/events/${slug}`)).text).not.toContain('Adres spotkania dostaną');
    expect((await desk.get(path)).text).not.toContain(`${path}/sessions"`);
    const feed = await app.visitor.get('/events/feeds/calendar.ics?theme=partnership&region=12');
    expect(ics).toContain('CATEGORIES:Partnerstwo lokalne');
    expect(feed.text).toContain('CATEGORIES:Partnerstwo lokalne');
    expect(feed.text).toContain('STATUS:CANCELLED');
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect((await app.visitor.get('/events/feeds/calendar.ics?theme=money')).text).not.toContain('VEVENT');
  });

  test('types a day and an hour as the hint shows; the programme stays within its date and moves with it', async () => {
    const nobody = await desk.post('/events/manage/new', { ...form, registration: 'none' });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Bez zapisów nikt nie dostanie tego adresu');
    const path = (await desk.post('/events/manage/new', form)).location ?? '';
    expect((await desk.get(path)).text).not.toContain(`${path}/sessions`);
    const dates = { day: '17.3', from: '9', to: '12.30', repeat: '' };
    expect((await desk.post(`${path}/dates`, dates)).status).toBe(303);
    const event = path.slice(-36);
    const [date] = await rows('select id from events.occurrence where event_id = $1', [event]);
    const session = { occurrence: String(date?.id), from: '12.15', to: '13:00', titlePl: 'Pytania' };
    const late = await desk.post(`${path}/sessions`, session);
    expect(late.status).toBe(422);
    expect(late.text).toContain('w godzinach terminu: 09:00–12:30');
    expect((await desk.post(`${path}/sessions`, { ...session, from: '12:45' })).status).toBe(422);
    expect((await desk.post(`${path}/sessions`, { ...session, from: '12', to: '12:30' })).status).toBe(303);
    const moved = { day: '18.03.2026', from: '22', to: '2', notePl: '', noteEn: '' };
    expect((await desk.post(`${path}/dates/${date?.id}`, moved)).status).toBe(303);
    const hours = () =>
      rows(
        `select to_char(starts_at at time zone 'Europe/Warsaw', 'DD HH24:MI') as at from events.session where event_id = $1 order by 1`,
        [event],
      );
    expect(await hours()).toEqual([{ at: '19 01:00' }]);
    const night = { ...session, from: '0:30', to: '1:00' };
    expect((await desk.post(`${path}/sessions`, night)).status).toBe(303);
    expect((await hours()).map(({ at }) => at)).toEqual(['19 00:30', '19 01:00']);
    await desk.post(`${path}/publish`);
    const past = await desk.post(`${path}/dates/${date?.id}`, { ...moved, day: '1.03.2026' });
    expect(past.status).toBe(422);
    expect(past.text).toContain('Ta data już minęła');
  });

  test('decides about registrations and sees needs as numbers; every look at the list is recorded', async () => {
    const dates = [[new Date('2026-04-01T09:00:00Z'), new Date('2026-04-01T12:00:00Z')]] as const;
    const event = await makeEvent(app.adminUrl, most, { dates, registration: 'approval', capacity: 1 });
    const [a, b] = [await place(event.id, 10, 'requested'), await place(event.id, 11, 'requested')];
    await rows(`insert into events.need values ($1, '{pjm}', '')`, [a.id]);
    const list = await desk.get(`/events/manage/${event.id}/people`);
    expect(list.text).toContain('Próbny10');
    expect(list.text).toContain('tłumacz polskiego języka migowego (PJM): <b class="num">1</b>');
    expect((await other.get(`/events/manage/${event.id}/people`)).status).toBe(404);
    const people = await rows(
      `select 1 from audit.entry where action = 'view' and object_type = 'event_people' and object_id = $1`,
      [event.id],
    );
    expect(people).toHaveLength(1);
    const decide = (id: string, decision: string, version = '1') =>
      desk.post(`/events/manage/${event.id}/people/${id}`, { decision, _version: version });
    expect((await decide(a.id, 'confirmed')).status).toBe(303);
    const full = await decide(b.id, 'confirmed');
    expect(full.status).toBe(422);
    expect(full.text).toContain('Wszystkie miejsca są zajęte');
    expect((await decide(b.id, 'declined')).status).toBe(303);
    await work();
    expect((await mails('p11@example.org'))[0]?.subject).toBe('Splot: odpowiedź na zgłoszenie na wydarzenie');
    expect((await decide(a.id, 'cancelled', '2')).status).toBe(303);
    await work();
    expect((await mails('p10@example.org')).map(({ subject }) => subject)).toContain(
      'Splot: zgłoszenie na wydarzenie wypisane z listy',
    );
  });
});

describe('the door', () => {
  test('marks by code, by list and after a time without a network; a second scan is harmless; walk-ins count', async () => {
    const dates = ['2026-03-04', '2026-03-05'].map(
      (d) => [new Date(`${d}T08:00:00Z`), new Date(`${d}T14:00:00Z`)] as const,
    );
    const event = await makeEvent(app.adminUrl, most, { dates, capacity: 2 });
    const [a, b] = [await place(event.id, 20), await place(event.id, 21)];
    const [first = '', second = ''] = event.occurrences;
    const door = `/events/manage/${event.id}/door`;
    const scan = (code: string) => desk.post(door, { code: `${SITE}/events/door/${code}`, date: first });
    expect((await scan(a.code)).location).toContain('said=marked');
    expect((await scan(a.code)).location).toContain('said=already');
    expect((await scan('ZZZZZZZZZZ')).location).toContain('said=unknown');
    const marks = [
      { code: a.code, date: first, at: '2026-03-04T08:10:00.000Z' },
      { code: b.code, date: first, at: '2026-03-04T08:11:00.000Z' },
      { code: a.code, date: second, at: '2026-03-05T08:10:00.000Z' },
      { code: 'NOBODY', date: first, at: '2026-03-04T08:12:00.000Z' },
    ];
    for (let n = 0; n < 2; n++) {
      const synced = await desk.post(`${door}/sync`, { marks: JSON.stringify(marks) });
      expect(JSON.parse(synced.text)).toMatchObject({
        [`${b.code} ${first}`]: { said: n === 0 ? 'marked' : 'already' },
        [`NOBODY ${first}`]: { said: 'unknown' },
      });
    }
    expect((await desk.post(`${door}/sync`, { marks: 'nonsense' })).status).toBe(422);
    await desk.post(`${door}/mark`, { registration: b.id, date: second, present: 'yes' });
    await desk.post(`${door}/mark`, { registration: b.id, date: second, present: 'no' });
    // The event is full, the door decides.
    await desk.post(`${door}/walk-in`, {
      givenName: 'Iwo',
      familyName: 'Przechodni',
      email: '',
      organisation: '',
      date: second,
    });
    const page = await desk.get(`/events/manage/${event.id}/people`);
    expect(page.text).toContain('3 osoby, 4 obecności');
    expect(page.text).toContain('w tym bez zapisu: 1');
    expect((await desk.get(`/events/door/${a.code}`)).location).toBe(`${door}?code=${a.code}`);
    expect((await other.get(`/events/door/${a.code}`)).status).toBe(404);
    expect((await other.post(`${door}/sync`, { marks: JSON.stringify(marks) })).status).toBe(404);
    const list = await desk.get(`/events/manage/${event.id}/list`);
    expect(list.text).toContain('Przechodni');
  });
});

describe('after the event', () => {
  const dates = [[new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T12:00:00Z')]] as const;

  test('those who came answer once and without a name; five answers make a result', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates });
    const people = [];
    for (let n = 30; n < 36; n++) people.push(await place(event.id, n));
    for (const { code } of people.slice(0, 5))
      await desk.post(`/events/manage/${event.id}/door`, { code, date: event.occurrences[0] ?? '' });
    const answer = { useful: '5', organised: '4', accessible: '3', intend: '5', comment: 'Więcej czasu' };
    const absent = people[5]?.link ?? '';
    expect((await app.visitor.get(absent)).text).not.toContain('Jak było?');
    await app.visitor.post(`${absent}/evaluation`, answer);
    for (const { link } of people.slice(0, 4)) await app.visitor.post(`${link}/evaluation`, answer);
    await app.visitor.post(`${people[0]?.link}/evaluation`, answer);
    expect((await desk.get(`/events/manage/${event.id}`)).text).toContain('co najmniej pięć odpowiedzi');
    const fifth = people[4]?.link ?? '';
    const missing = await app.visitor.post(`${fifth}/evaluation`, { useful: '5', comment: 'zostaje' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('zostaje');
    await app.visitor.post(`${fifth}/evaluation`, answer);
    const results = (await desk.get(`/events/manage/${event.id}`)).text;
    expect(results).toContain('5 odpowiedzi');
    expect(results).toContain('3,0 na 5');
    // Nothing ties an answer to anybody.
    const columns = await rows(
      `select column_name from information_schema.columns where table_schema = 'events' and table_name = 'evaluation'`,
    );
    expect(columns.map((c) => c.column_name).sort()).toEqual([
      'accessible',
      'comment',
      'event_id',
      'id',
      'intend',
      'organised',
      'useful',
    ]);
    const direct = app.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.run(sql`select from events.evaluation`));
    await expect(direct).rejects.toThrow('permission denied');
  });

  test('a certificate has a number, a page that proves it without a name, and is a PDF', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates, certificate: true });
    const [came, stayed] = [await place(event.id, 40), await place(event.id, 41)];
    await desk.post(`/events/manage/${event.id}/door`, { code: came.code, date: event.occurrences[0] ?? '' });
    for (let n = 0; n < 2; n++)
      expect((await desk.post(`/events/manage/${event.id}/certificates`)).status).toBe(303);
    const issued = await rows('select number, code from events.certificate where event_id = $1', [event.id]);
    expect(issued).toHaveLength(1);
    expect(issued[0]?.number).toMatch(/^\d+\/1\/2026$/);
    await work();
    expect((await mails('p40@example.org')).map(({ subject }) => subject)).toEqual([
      'Splot: zaświadczenie z wydarzenia',
    ]);
    expect(await mails('p41@example.org')).toEqual([]);
    await rows(`update events.event set lat = 49.7, lon = 20.4, street = 'Rynek 1' where id = $1`, [
      event.id,
    ]);
    // Of what is over nobody is told to register or that an address will come.
    const over = await app.visitor.get(`/events/${event.slug}`);
    expect(over.text).toContain('search?query=Rynek+1%2C+Limanowa#map=15/49.7/20.4');
    expect(over.text).not.toMatch(/Napisz o tym w zgłoszeniu|Adres spotkania dostaną/);
    const code = String(issued[0]?.code);
    const proof = await app.visitor.get(
      `/events/certificates?code=${code.toLowerCase().slice(0, 4)}-${code.slice(4)}`,
    );
    expect(proof.text).toContain('Zaświadczenie jest prawdziwe');
    expect(proof.text).toContain('Szkolenie próbne');
    expect(proof.text).not.toMatch(/Próbny40|Jan/);
    expect((await app.visitor.get('/events/certificates?code=ABCDABCDABCD')).text).toContain(
      'Nie ma takiego',
    );
    const pdf = await app.visitor.get(`${came.link}/certificate.pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    expect((await app.visitor.get(`${stayed.link}/certificate.pdf`)).status).toBe(404);
  });

  test('reminders and thanks go out once; needs and then names are forgotten, figures stay', async () => {
    const soon = [[new Date('2026-03-06T08:00:00Z'), new Date('2026-03-06T12:00:00Z')]] as const;
    const event = await makeEvent(app.adminUrl, most, { dates: soon });
    const { id, code, link } = await place(event.id, 50);
    await rows(`insert into events.need values ($1, '{loop}', 'x')`, [id]);
    const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    for (let n = 0; n < 2; n++) {
      await system(dailyLetters, NOW);
      await work();
    }
    const subjects = async () => (await mails('p50@example.org')).map((m) => m.subject);
    expect(await subjects()).toEqual(['Splot: przypomnienie o wydarzeniu']);
    await desk.post(`/events/manage/${event.id}/door`, { code, date: event.occurrences[0] ?? '' });
    for (let n = 3; n < 5; n++) {
      await system(dailyLetters, day(n));
      await work(day(n));
    }
    expect((await subjects()).filter((s) => s === 'Splot: po wydarzeniu')).toHaveLength(1);
    expect(await rows('select state from events.event where id = $1', [event.id])).toEqual([
      { state: 'held' },
    ]);
    await system(forget, day(10));
    expect(await rows('select 1 from events.need where registration_id = $1', [id])).toHaveLength(1);
    await system(forget, day(17));
    expect(await rows('select 1 from events.need where registration_id = $1', [id])).toEqual([]);
    await system(forget, day(370));
    expect(
      await rows('select given_name, family_name, email, state from events.registration where id = $1', [id]),
    ).toEqual([{ given_name: '', family_name: '', email: '', state: 'confirmed' }]);
    expect((await app.visitor.get(link)).status).toBe(404);
    expect(await rows('select 1 from events.attendance where registration_id = $1', [id])).toHaveLength(1);
  });
});

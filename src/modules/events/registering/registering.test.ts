import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeEvent } from '#test/events.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { eventsJobs } from '../jobs.ts';
import { book, confirmPlace } from './service.ts';

const NOW = new Date('2026-03-04T09:00:00Z');
const LATER = [[new Date('2026-03-20T09:00:00Z'), new Date('2026-03-20T13:00:00Z')]] as const;
const SITE = 'http://splot.test';
let app: TestApp;
let most: MadeInstitution;
let ops: MadeInstitution;
let organiser: Actor;
let worker: Actor;
let desk: Browser;
beforeAll(async () => {
  app = await testApp(NOW);
  most = await makeInstitution(app.adminUrl, 'NGO', 'Most');
  ops = await makeInstitution(app.adminUrl, 'OPS', 'OPS');
  organiser = await makeWorker(app.adminUrl, most, ['partnership_coordinator']);
  worker = await makeWorker(app.adminUrl, ops, ['social_worker']);
  desk = await app.as(await makeAccount(app, worker));
}, 60_000);
afterAll(() => app.drop());

const work = () =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: eventsJobs(SITE), clock: () => NOW });
const letters = async (to: string) =>
  (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx))).filter((mail) => mail.to === to);
const linkIn = (body = '') => /\/events\/ticket\/[\w-]{43}/.exec(body)?.[0] ?? '';
const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const states = async (event: string) =>
  (
    await rows('select state from events.registration where event_id = $1 order by place_in_queue', [event])
  ).map((r) => r.state);

const wish = (email: string, more: Record<string, string | string[]> = {}) => ({
  ...{ givenName: 'Jan', familyName: 'Próbny', email, agree: 'yes', _shown: '0' },
  ...more,
});
/** A private person asks, gets the letter and presses the button. */
async function come(slug: string, email: string): Promise<string> {
  expect((await app.visitor.post(`/events/${slug}/register`, wish(email))).status).toBe(303);
  await work();
  const link = linkIn((await letters(email))[0]?.body);
  await app.visitor.post(`${link}/confirm`);
  await work();
  return link;
}

describe('a private person', () => {
  test('asks, confirms from the letter, says what is needed, and gives the place up', async () => {
    const event = await makeEvent(app.adminUrl, most, {
      dates: LATER,
      capacity: 5,
      online: 'https://meet.example/a',
    });
    const page = await app.visitor.get(`/events/${event.slug}/register`);
    expect(page.text).toContain('tłumacz polskiego języka migowego');
    const sent = await app.visitor.post(
      `/events/${event.slug}/register`,
      wish('Jan@Example.org', { 'needs[]': ['pjm'], note: 'pierwszy rząd' }),
    );
    expect(sent.location).toBe(`/events/${event.slug}/sent`);
    await work();
    const [letter] = await letters('jan@example.org');
    expect(letter?.subject).toBe('Splot: potwierdź zgłoszenie na wydarzenie');
    const link = linkIn(letter?.body);
    // Opening changes nothing: mail programs open links.
    expect((await app.visitor.get(link)).text).toContain('Potwierdzam zgłoszenie');
    expect(await states(event.id)).toEqual(['unconfirmed']);
    expect((await app.visitor.get(link)).text).not.toContain('meet.example');
    await app.visitor.post(`${link}/confirm`);
    expect(await states(event.id)).toEqual(['confirmed']);
    const ticket = (await app.visitor.get(link)).text;
    expect(ticket).toContain('https://meet.example/a');
    expect(ticket).toContain('pierwszy rząd');
    expect(ticket).toContain('<svg');
    expect((await app.visitor.get(`${link}/event.ics`)).text).toContain('meet.example');
    expect((await app.visitor.get(`/events/${event.slug}/event.ics`)).text).not.toContain('meet.example');
    await app.visitor.post(`${link}/needs`, { 'needs[]': ['loop'], note: '' });
    expect(await rows('select needs from events.need')).toEqual([{ needs: ['loop'] }]);
    await work();
    const subjects = (await letters('jan@example.org')).map((m) => m.subject);
    expect(subjects).toContain('Splot: miejsce na wydarzeniu');
    for (const subject of subjects) expect(subject).not.toMatch(/Jan|Próbn|Szkolenie/);
    await app.visitor.post(`${link}/leave`);
    expect(await states(event.id)).toEqual(['cancelled']);
    expect((await app.visitor.get(link)).text).not.toContain('meet.example');
    // The secret stands nowhere in the database, nor in the access record.
    const secret = link.split('/').at(-1);
    expect(await rows(`select 1 from audit.entry where path like '%' || $1 || '%'`, [secret])).toEqual([]);
    expect(await rows('select 1 from kernel.submission where path like $1', [`%${secret}%`])).toEqual([]);
  });

  test('waits when it is full, and is next when somebody leaves', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER, capacity: 1 });
    const first = await come(event.slug, 'a@example.org');
    const second = await come(event.slug, 'b@example.org');
    await come(event.slug, 'c@example.org');
    expect(await states(event.id)).toEqual(['confirmed', 'waiting', 'waiting']);
    expect((await app.visitor.get(second)).text).toContain('w kolejce: 1');
    await app.visitor.post(`${first}/leave`);
    // Before the job has run a newcomer does not slip in.
    expect((await app.visitor.post(`/events/${event.slug}/register`, wish('d@example.org'))).status).toBe(
      303,
    );
    await work();
    expect(await states(event.id)).toEqual(['cancelled', 'confirmed', 'waiting', 'unconfirmed']);
    expect((await letters('b@example.org'))[0]?.subject).toBe('Splot: zwolniło się miejsce na wydarzeniu');
  });

  test('has one place by one address; programs and crowds get none', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER });
    await come(event.slug, 'one@example.org');
    await app.visitor.post(`/events/${event.slug}/register`, wish('one@example.org'));
    await work();
    const unused = (await letters('one@example.org')).find(
      (m) => m.subject.includes('potwierdź') && !m.body.includes('nic'),
    );
    const link = linkIn(unused?.body ?? (await letters('one@example.org'))[0]?.body);
    const again = await app.visitor.post(`${link}/confirm`);
    expect([303, 422]).toContain(again.status);
    expect((await states(event.id)).filter((s) => s === 'confirmed')).toHaveLength(1);
    await app.visitor.post(`/events/${event.slug}/register`, wish('robot@example.org', { company: 'x' }));
    expect(
      (
        await app.visitor.post(
          `/events/${event.slug}/register`,
          wish('fast@example.org', { _shown: String(NOW.getTime()) }),
        )
      ).status,
    ).toBe(422);
    for (let n = 0; n < 22; n++)
      await app.visitor.post(`/events/${event.slug}/register`, wish(`crowd${n}@example.org`));
    const [{ n } = { n: 0 }] = await rows(
      'select count(*)::int as n from events.registration where source_hash <> $1',
      [''],
    );
    expect(n).toBe(20);
    expect(await rows(`select 1 from events.registration where email = 'robot@example.org'`)).toEqual([]);
    await rows(`update events.registration set source_hash = ''`);
  });

  test('is told when there is nothing to register for', async () => {
    const closed = await makeEvent(app.adminUrl, most, {
      dates: [[new Date('2026-03-01T09:00:00Z'), new Date('2026-03-01T10:00:00Z')]],
    });
    expect((await app.visitor.get(`/events/${closed.slug}/register`)).location).toBe(
      `/events/${closed.slug}`,
    );
    const answer = await app.visitor.post(`/events/${closed.slug}/register`, wish('late@example.org'));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('już się skończyły');
    const draft = await makeEvent(app.adminUrl, most, { dates: LATER, state: 'draft' });
    for (const page of ['', '/register'])
      expect((await app.visitor.get(`/events/${draft.slug}${page}`)).status).toBe(404);
    expect((await app.visitor.post(`/events/${draft.slug}/register`, wish('x@example.org'))).status).toBe(
      404,
    );
  });
});

describe('an institution', () => {
  test('books places and substitutes: the link and the needs of the first person end', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER, capacity: 2 });
    const form = await desk.get(`/events/${event.slug}/register`);
    expect(form.text).toContain(worker.name.split(' ')[1]);
    const people = {
      ...{ givenName0: 'Ala', familyName0: 'Pierwsza', email0: 'ala@ops.example' },
      ...{ givenName1: 'Ola', familyName1: 'Druga', email1: 'ola@ops.example' },
      ...{ givenName2: 'Ela', familyName2: 'Trzecia', email2: 'ela@ops.example' },
    };
    const wrong = await desk.post(`/events/${event.slug}/book`, { ...people, email1: 'nie' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Trzecia');
    expect((await desk.post(`/events/${event.slug}/book`, people)).location).toBe('/events/booked');
    expect(await states(event.id)).toEqual(['confirmed', 'confirmed', 'waiting']);
    expect((await desk.get('/events/booked')).text).toContain('20.03.2026, 10:00');
    await work();
    const first = linkIn((await letters('ala@ops.example'))[0]?.body);
    await app.visitor.post(`${first}/needs`, { 'needs[]': ['wheelchair'], note: '' });
    const [ala] = await rows(
      `select id, row_version from events.registration where email = 'ala@ops.example'`,
    );
    const path = `/events/booked/${ala?.id}/substitute`;
    expect((await desk.get(path)).text).toContain('Ala Pierwsza');
    const instead = {
      givenName: 'Iza',
      familyName: 'Nowa',
      email: 'iza@ops.example',
      _version: String(ala?.row_version),
    };
    expect((await desk.post(path, instead)).status).toBe(303);
    // Two who change it at the same time: the second is shown what stands there.
    expect((await desk.post(path, instead)).status).toBe(409);
    await work();
    expect((await app.visitor.get(first)).status).toBe(404);
    const second = linkIn((await letters('iza@ops.example'))[0]?.body);
    const ticket = (await app.visitor.get(second)).text;
    expect(ticket).toContain('Iza Nowa');
    expect(ticket).not.toMatch(/value="wheelchair"[^>]*checked/);
    expect(await rows('select needs from events.need where registration_id = $1', [ala?.id])).toEqual([
      { needs: [] },
    ]);
    await desk.post(`/events/booked/${ala?.id}/leave`);
    await work();
    expect(await states(event.id)).toEqual(['cancelled', 'confirmed', 'confirmed']);
  });

  test('takes no more places together than the event allows', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER });
    const six = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [
        [`givenName${n}`, 'A'],
        [`familyName${n}`, 'B'],
        [`email${n}`, `p${n}@ops.example`],
      ]).flat(),
    );
    const answer = await desk.post(`/events/${event.slug}/book`, six);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('najwyżej 5 miejsc');
    expect(await states(event.id)).toEqual([]);
  });
});

describe('the last place', () => {
  test('goes to one of many who take it at once, whoever they are', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER, capacity: 3 });
    const tokens: string[] = [];
    for (let n = 0; n < 6; n++) {
      const [id, token] = [newId(), newSecret()];
      tokens.push(token);
      await rows(
        `insert into events.registration (id, event_id, state, given_name, family_name, email, lang, code, created_at)
         values ($1, $2, 'unconfirmed', 'A', 'B', $3, 'pl', $4, '2026-03-01')`,
        [id, event.id, `many${n}@example.org`, `AAAAAAAAA${n}`],
      );
      await rows('insert into events.ticket (hash, registration_id, created_at) values ($1, $2, now())', [
        hashOf(token),
        id,
      ]);
    }
    const person = (n: number) => [{ givenName: 'W', familyName: 'K', email: `w${n}@ops.example` }];
    await Promise.all([
      ...tokens.map((token) => app.ctxAs(PUBLIC_ACTOR, (ctx) => confirmPlace(ctx, token))),
      ...[1, 2, 3].map((n) => app.ctxAs(worker, (ctx) => book(ctx, event.slug, person(n)))),
    ]);
    const all = await states(event.id);
    expect(all.filter((s) => s === 'confirmed')).toHaveLength(3);
    expect(all.filter((s) => s === 'waiting')).toHaveLength(6);
  });

  test('is guarded by the database too, past every page', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER, capacity: 1 });
    const force = (code: string) =>
      app.ctxAs(organiser, (ctx) =>
        ctx.tx.run(sql`
          insert into events.registration (id, event_id, state, given_name, family_name, email, lang, code, created_at)
          values (${newId()}, ${event.id}, 'confirmed', 'A', 'B', ${`${code}@x.example`}, 'pl', ${code}, ${NOW})`),
      );
    const both = await Promise.allSettled([force('BBBBBBBBB1'), force('BBBBBBBBB2')]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('past the pages', () => {
  const attempt = (actor: Actor, query: ReturnType<typeof sql>, token?: string) =>
    app
      .ctxAs(actor, async (ctx) => {
        if (token) await ctx.tx.run(sql`select set_config('app.ticket', ${hashOf(token)}, true)`);
        return ctx.tx.run(query);
      })
      .catch((e: { code?: string }) => e.code);

  test('nobody sees who registered but the organiser, the one who booked, and the holder of the link', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER });
    const link = await come(event.slug, 'seen@example.org');
    const token = link.split('/').at(-1) ?? '';
    await app.visitor.post(`${link}/needs`, { 'needs[]': ['pjm'], note: '' });
    const list = sql`select * from events.registration where event_id = ${event.id}`;
    const needs = sql`select n.* from events.need n join events.registration r on r.id = n.registration_id where r.event_id = ${event.id}`;
    const colleague = await makeWorker(app.adminUrl, most, ['ngo_specialist']);
    const rival = await makeWorker(app.adminUrl, ops, ['head']);
    for (const query of [list, needs]) {
      expect(await attempt(organiser, query)).toBe(1);
      expect(await attempt(PUBLIC_ACTOR, query, token)).toBe(1);
      for (const other of [PUBLIC_ACTOR, worker, colleague, rival])
        expect(await attempt(other, query)).toBe(0);
      expect(await attempt(PUBLIC_ACTOR, query, newSecret())).toBe(0);
    }
    for (const table of ['ticket', 'evaluation', 'evaluation_given'])
      for (const actor of [PUBLIC_ACTOR, worker, organiser]) {
        const read = {
          ticket: sql`select * from events.ticket`,
          evaluation: sql`select * from events.evaluation`,
          evaluation_given: sql`select * from events.evaluation_given`,
        }[table];
        expect([0, '42501']).toContain(await attempt(actor, read ?? sql``));
      }
  });

  test('nobody gives themselves a place, a name or somebody else’s ticket', async () => {
    const event = await makeEvent(app.adminUrl, most, { dates: LATER, registration: 'approval' });
    const link = await come(event.slug, 'self@example.org');
    const token = link.split('/').at(-1) ?? '';
    expect(await states(event.id)).toEqual(['requested']);
    const take = sql`update events.registration set state = 'confirmed' where event_id = ${event.id}`;
    expect(await attempt(PUBLIC_ACTOR, take, token)).toBe('42501');
    expect(await attempt(PUBLIC_ACTOR, take)).toBe(0);
    expect(await attempt(worker, take)).toBe(0);
    expect(await attempt(PUBLIC_ACTOR, sql`update events.registration set email = 'x@x.pl'`, token)).toBe(
      '42501',
    );
    expect(
      await attempt(PUBLIC_ACTOR, sql`insert into events.ticket values ('x', ${newId()}, now())`, token),
    ).toBe('42501');
    const insert = sql`
      insert into events.registration (id, event_id, state, institution_id, booked_by, given_name, family_name, email, lang, code, created_at)
      values (${newId()}, ${event.id}, 'confirmed', ${ops.id}, ${worker.subjectId}, 'A', 'B', 'a@b.pl', 'pl', 'CCCCCCCCC1', ${NOW})`;
    expect(await attempt(worker, insert)).toBe('42501');
    expect(await attempt(PUBLIC_ACTOR, insert)).toBe('42501');
  });
});

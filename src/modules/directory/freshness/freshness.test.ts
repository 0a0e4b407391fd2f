import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Answer, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { freshnessJobs } from './jobs.ts';
import { startLetters, takeMonth } from './service.ts';

const SITE = 'http://splot.test';
const NOW = new Date('2026-09-02T08:00:00Z');
const MAIL = 'biuro@spoldzielnia.example';

let app: TestApp;
beforeAll(async () => {
  app = await testApp(NOW);
}, 60_000);
afterAll(() => app.drop());

const work = async (now: Date) => {
  app.setNow(now);
  await app.ctxAs(SYSTEM_ACTOR, startLetters, { now });
  await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: freshnessJobs(SITE), clock: () => now });
};
const letters = async (to: string) =>
  (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx))).filter((m) => m.to === to);
const links = (body: string) =>
  [...body.matchAll(/(\/directory\/confirm\/[\w-]{43})/g)].map(([, path]) => path ?? '');
const latest = async (to: string) => (await letters(to))[0]?.body ?? '';
const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
const confirmedOn = (id: string) =>
  asAdmin(app.adminUrl, async (run) => {
    const [row] = await run(
      `select e.confirmed_on::text as on, e.confirmed_by as by, l.confirmed_on::text as listed
       from directory.entity e join directory.listing l on l.entity_id = e.id where e.id = $1`,
      [id],
    );
    return row;
  });
const entity = (name: string, email: string, on = '2026-01-02') =>
  makeEntity(app, { name, shortName: name, email }, { confirmed: { on, by: 'register' } });

describe('letters that ask for a confirmation', () => {
  test('one letter an address with a link for each record; one click confirms, and once only', async () => {
    const one = await entity('Spółdzielnia „Pierwsza”', MAIL);
    const two = await entity('Klub „Druga”', MAIL.toUpperCase());
    const fresh = await entity('Świeża', 'swieza@example.org', '2026-08-01');
    await work(NOW);
    expect(await letters('swieza@example.org')).toEqual([]);
    const sent = [...(await letters(MAIL)), ...(await letters(MAIL.toUpperCase()))];
    expect(sent).toHaveLength(1);
    const [first = '', second = ''] = links(sent[0]?.body ?? '');
    const found = await app.visitor.get(first);
    expect(found.status).toBe(200);
    expect(found.text).toContain('Wszystko się zgadza');
    // Opening changes nothing.
    expect(await confirmedOn(one)).toMatchObject({ by: 'register' });
    const names = [await app.visitor.get(first), await app.visitor.get(second)].map((a) => a.text);
    expect(names.some((text) => text.includes('Klub „Druga”'))).toBe(true);

    expect((await app.visitor.post(first)).location).toBe(first);
    expect((await app.visitor.get(first)).text).toContain('Dziękujemy, wpis jest potwierdzony');
    const both = [await confirmedOn(one), await confirmedOn(two)];
    expect(both.filter((c) => c?.by === 'entity')).toEqual([
      { on: '2026-09-02', by: 'entity', listed: '2026-09-02' },
    ]);
    // The same link later moves nothing.
    app.setNow(days(40));
    await app.visitor.post(first);
    expect([await confirmedOn(one), await confirmedOn(two)]).toEqual(both);
    app.setNow(NOW);
    expect(fresh).toBeTruthy();
  });

  test('at most one in thirty days, three without an answer, then silence', async () => {
    const to = 'cisza@example.org';
    await entity('Cisza', to);
    for (const day of [0, 10, 29, 31, 62, 95, 130]) await work(days(day));
    expect(await letters(to)).toHaveLength(3);
    app.setNow(NOW);
  });

  test('corrections wait for the editors; a keeper is led to the record itself', async () => {
    const to = 'poprawki@example.org';
    const own = await makeInstitution(app.adminUrl, 'KIS');
    const id = await makeEntity(
      app,
      { name: 'Do poprawki', shortName: 'Do poprawki', email: to, phone: '+48183300123' },
      { confirmed: null, institutionId: own.id },
    );
    await work(NOW);
    const [link = ''] = links(await latest(to));
    const keeper = await app.as(
      await makeAccount(app, await makeWorker(app.adminUrl, own, ['institution_admin'])),
    );
    expect((await keeper.get(`${link}/change`)).location).toBe(`/directory/${id}/edit`);
    const nothing = { contactRole: '', phone: '+48183300123', email: to, website: '', descriptionPl: '' };
    const empty = await app.visitor.post(`${link}/change`, nothing);
    expect(empty.status).toBe(422);
    const evil = { ...nothing, website: 'javascript:alert(1)', note: '<script>alert(1)</script>' };
    const refused = await app.visitor.post(`${link}/change`, evil);
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain('<script>alert');
    expect(refused.text).toContain('&lt;script&gt;alert');
    const good = { ...nothing, phone: '18 330 09 99', note: 'Nowy numer.' };
    expect((await app.visitor.post(`${link}/change`, good)).location).toBe(link);
    expect((await app.visitor.get(link)).text).toContain('Dziękujemy za poprawki');
    // Sent twice, there is one.
    await app.visitor.post(`${link}/change`, good);
    const rows = await asAdmin(app.adminUrl, (run) =>
      run(`select kind, by_kind, proposed from directory.matter where entity_id = $1`, [id]),
    );
    expect(rows).toEqual([{ kind: 'proposal', by_kind: 'entity', proposed: { phone: '+48183300999' } }]);
  });

  test('“not us any more” and an address that a server refuses mark the record', async () => {
    const gone = await entity('Nie my', 'niemy@example.org');
    const bounced = await entity('Odbity', 'odbity@example.org');
    await work(NOW);
    const [link = ''] = links(await latest('niemy@example.org'));
    await app.visitor.post(`${link}/not-ours`);
    expect((await app.visitor.get(link)).text).toContain('Dziękujemy za wiadomość');
    await asAdmin(app.adminUrl, (run) =>
      run(`update kernel.mail set problem = '550' where to_address = 'odbity@example.org'`),
    );
    await work(days(1));
    await work(days(2));
    const causes = await asAdmin(app.adminUrl, (run) =>
      run(`select entity_id, cause from directory.matter where entity_id = any($1) order by cause`, [
        [gone, bounced],
      ]),
    );
    expect(causes).toEqual([
      { entity_id: bounced, cause: 'bounced' },
      { entity_id: gone, cause: 'not_ours' },
    ]);
    await work(days(60));
    expect(await letters('niemy@example.org')).toHaveLength(1);
    expect(await letters('odbity@example.org')).toHaveLength(1);
    app.setNow(NOW);
  });

  test('leaving by one click, as a mail program does; an old link says so', async () => {
    const to = 'dosc@example.org';
    await entity('Dość', to);
    await work(NOW);
    const [mail] = await asAdmin(app.adminUrl, (run) =>
      run(`select leave_url, body from kernel.mail where to_address = $1`, [to]),
    );
    const url = String(mail?.leave_url);
    expect((await app.visitor.get(url.slice(SITE.length))).text).toContain('Zrezygnuj z listów');
    const clicked = await app.fetch(
      new Request(url, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        redirect: 'manual',
      }),
    );
    expect(clicked.status).toBe(303);
    await work(days(40));
    expect(await letters(to)).toHaveLength(1);
    app.setNow(days(91));
    const [link = ''] = links(String(mail?.body));
    expect((await app.visitor.get(link)).text).toContain('Ten odsyłacz już nie działa');
    app.setNow(NOW);
  });
});

describe('tokens', () => {
  test('guessed ones lead nowhere, kept ones are hashes, none stands in the access record', async () => {
    const guess = `/directory/confirm/${'x'.repeat(43)}`;
    const answers: Answer[] = [await app.visitor.get(guess), await app.visitor.get(`${guess}/change`)];
    answers.push(await app.visitor.get(`/directory/confirm/leave/${'x'.repeat(43)}`));
    for (const answer of answers) expect(answer.status).toBe(404);
    const posted = await app.visitor.post(guess);
    expect((await app.visitor.get(posted.location ?? '')).status).toBe(404);
    const to = 'token@example.org';
    const id = await entity('Token', to);
    await work(NOW);
    const [link = ''] = links(await latest(to));
    const secret = link.split('/').at(-1) ?? '';
    // A link that leaves does not confirm, and the other way round.
    const leave = /leave\/([\w-]{43})/.exec(await latest(to))?.[1] ?? '';
    expect((await app.visitor.get(`/directory/confirm/${leave}`)).status).toBe(404);
    expect((await app.visitor.get(`/directory/confirm/leave/${secret}`)).status).toBe(404);
    await app.visitor.post(link);
    const dump = await asAdmin(app.adminUrl, (run) =>
      run(
        `select row_to_json(l)::text as row from directory.letter l union all
         select row_to_json(a)::text from audit.entry a where object_id = $1`,
        [id],
      ),
    );
    expect(dump.length).toBeGreaterThan(1);
    for (const { row } of dump) expect(String(row)).not.toContain(secret);
  });

  test('nobody but the system reads letters and silence', async () => {
    const worker = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'NGO'), ['editor']);
    for (const actor of [PUBLIC_ACTOR, worker])
      for (const query of [
        sql`select from directory.letter`,
        sql`select from directory.silence`,
        sql`insert into directory.silence (address_hash, since) values ('x', kernel.instant())`,
      ])
        await expect(app.ctxAs(actor, (ctx) => ctx.tx.run(query))).rejects.toThrow('permission denied');
    const change = sql`update directory.entity set confirmed_on = '2026-09-02'`;
    await expect(app.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.run(change))).rejects.toThrow('permission denied');
  });
});

test('the figures of a month are taken once', async () => {
  await app.ctxAs(SYSTEM_ACTOR, takeMonth, { now: NOW });
  const read = () =>
    asAdmin(app.adminUrl, (run) =>
      run(`select month::text, records, within6, within12 from directory.freshness_month`),
    );
  const [first] = await read();
  expect(first?.month).toBe('2026-09-01');
  expect(Number(first?.within6)).toBeLessThanOrEqual(Number(first?.within12));
  await entity('Po dniu', 'po@example.org');
  await app.ctxAs(SYSTEM_ACTOR, takeMonth, { now: days(1) });
  expect(await read()).toEqual([first]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleJobs } from '#app';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';

let app: TestApp;
let owes: MadeInstitution;
let desk: string;
let adviser: Actor;
let anna: Browser;
let bogna: Browser;
let lead: Browser;
let head: Browser;
let stranger: Browser;

async function seat(worker: Actor, role: string, at = desk): Promise<void> {
  await asAdmin(app.adminUrl, (run) =>
    run(
      'insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5)',
      [newId(), at, worker.subjectId, role, '2020-01-01'],
    ),
  );
}
const makeDesk = async (institution: MadeInstitution): Promise<string> => {
  const id = newId();
  await asAdmin(app.adminUrl, (run) =>
    run(
      'insert into advice.desk (id, institution_id, slug, name_pl, created_at) values ($1, $2, $3, $4, now())',
      [id, institution.id, `d${id.slice(-8)}`, 'Biuro próbne'],
    ),
  );
  return id;
};

beforeAll(async () => {
  app = await testApp();
  owes = await makeInstitution(app.adminUrl, 'OWES');
  desk = await makeDesk(owes);
  const made = async (functions: Parameters<typeof makeWorker>[2], name: string) => {
    const worker = await makeWorker(app.adminUrl, owes, functions, { scope: [], name: [name, 'Próbna'] });
    return { worker, browser: await app.as(await makeAccount(app, worker)) };
  };
  const a = await made(['adviser'], 'Anna');
  const b = await made(['adviser'], 'Bogna');
  const l = await made(['adviser'], 'Lena');
  [adviser, anna, bogna, lead] = [a.worker, a.browser, b.browser, l.browser];
  await seat(a.worker, 'adviser');
  await seat(b.worker, 'adviser');
  await seat(l.worker, 'lead');
  head = (await made(['head'], 'Helena')).browser;
  const elsewhere = await makeInstitution(app.adminUrl, 'OWES');
  const other = await makeWorker(app.adminUrl, elsewhere, ['adviser'], { scope: [] });
  await seat(other, 'adviser', await makeDesk(elsewhere));
  stranger = await app.as(await makeAccount(app, other));
}, 60_000);
afterAll(() => app.drop());

const fields = (more: Record<string, string> = {}) => ({
  client_kind: 'initiative',
  client_name: 'Grupa z Limanowej',
  client_email: 'grupa@example.org',
  type: 'business',
  topic: 'cooperative',
  on: '3.03.2026',
  from: '9:00',
  to: '10:30',
  hours: '1,5',
  channel: 'in_person',
  problem: 'Jak policzyć koszty stołówki?',
  advice: 'Policzono koszt jednego obiadu.',
  next_steps: 'Plan finansowy do końca marca.',
  ...more,
});
async function written(by: Browser, more: Record<string, string> = {}): Promise<string> {
  const answer = await by.post('/advice/cards/new', fields(more));
  expect(answer.text.match(/class="ds-validation-message[\s\S]*?<\/p>/)?.[0]).toBeUndefined();
  expect(answer.status).toBe(303);
  return answer.location ?? '';
}
const runJobs = () =>
  runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts).filter(({ cron }) => cron === undefined),
    clock: app.parts.clock,
  });
async function linkIn(): Promise<string> {
  await runJobs();
  const [mail] = await asAdmin(app.adminUrl, (run) =>
    run(
      "select body from kernel.mail where body like '%/advice/card/%' order by created_at desc, id desc limit 1",
    ),
  );
  return /\/advice\/card\/[\w-]+/.exec(String(mail?.body))?.[0] ?? '';
}

describe('a card', () => {
  test('is written, numbered and read by the desk, by nobody else', async () => {
    const path = await written(anna);
    const page = await anna.get(path);
    expect(page.text).toContain('KD/2026/00001');
    expect(page.text).toContain('Policzono koszt jednego obiadu.');
    expect((await bogna.get(path)).status).toBe(200);
    expect((await head.get(path)).status).toBe(200);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await app.visitor.get(path)).status).not.toBe(200);
    expect((await anna.get(`${path}/change`)).text).toContain('Zapisz kartę');
    expect((await bogna.get(`${path}/change`)).status).toBe(404);
    expect((await bogna.post(`${path}/change`, fields({ client: '' }))).status).toBe(404);
    expect((await stranger.get('/advice/cards')).text).not.toContain('KD/2026/00001');
    expect((await anna.get('/advice/cards?mine=yes')).text).toContain('1 karta, 1,5 godz.');
  });

  test('says what is wrong and keeps what was typed', async () => {
    const refused = async (more: Record<string, string>, said: string) => {
      const answer = await anna.post('/advice/cards/new', fields(more));
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(said);
      expect(answer.text).toContain('Policzono koszt jednego obiadu.');
    };
    await refused({ hours: '1,3' }, 'co pół');
    await refused({ hours: '2' }, 'najwyżej 1,5 godz.');
    await refused({ to: '8:00' }, 'później');
    await refused({ on: '1.04.2026' }, 'przyszłości');
    await refused({ type: 'astrology' }, 'Wybierz');
    await refused({ client_kind: '' }, 'Wybierz');
  });

  test('the database holds the steps of half an hour', async () => {
    const wrong = (hours: number) =>
      asAdmin(app.adminUrl, (run) =>
        run('update advice.card set hours = $1 where number like $2', [hours, 'KD/%']),
      );
    await expect(wrong(1.3)).rejects.toThrow(/check/);
    await expect(wrong(2)).rejects.toThrow(/card_hours_fit/);
  });

  test('is confirmed through a secret link, once, and then stays', async () => {
    const path = await written(anna);
    expect((await anna.post(`${path}/ask`)).location).toBe(path);
    const link = await linkIn();
    expect(link).not.toBe('');
    const page = await app.visitor.get(link);
    expect(page.text).toContain('Policzono koszt jednego obiadu.');
    // The adviser does not answer in the place of whoever was advised.
    const answer = { _shown: '0', who: 'Jan Grupowy', agrees: 'yes' };
    expect((await anna.post(link, answer)).status).toBe(409);
    expect((await app.visitor.post(link, { ...answer, agrees: 'no' })).status).toBe(422);
    expect((await app.visitor.post(link, answer)).location).toBe(link);
    expect((await app.visitor.get(link)).text).toContain('Jan Grupowy');
    expect((await app.visitor.post(link, answer)).status).toBe(409);
    expect((await anna.get(path)).text).toContain('potwierdzona');
    expect((await anna.post(`${path}/change`, fields())).status).toBe(409);
    const forged = sql`update advice.card set advice = 'inaczej' where id = ${path.slice(-36)}`;
    await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(forged))).rejects.toMatchObject({
      constraint: 'card_confirmed',
    });
    const self = sql`update advice.card set answered_how = 'link', state = 'confirmed', answered_at = now() where id = ${(await written(anna)).slice(-36)}`;
    await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(self))).rejects.toMatchObject({ code: '42501' });
  });

  test('is disputed in words, cleared up and asked for anew', async () => {
    const path = await written(anna);
    await anna.post(`${path}/ask`);
    const link = await linkIn();
    await app.visitor.post(link, { _shown: '0', who: 'Jan', agrees: 'no', words: 'Trwało godzinę.' });
    const page = await anna.get(path);
    expect(page.text).toContain('Trwało godzinę.');
    expect((await anna.post(`${path}/reopen`)).location).toBe(path);
    expect((await app.visitor.get(link)).status).toBe(404);
    const version = /name="_version" value="(\d+)"/.exec((await anna.get(`${path}/change`)).text)?.[1] ?? '';
    const client =
      /<option value="([0-9a-f-]{36})" selected/.exec((await anna.get(`${path}/change`)).text)?.[1] ?? '';
    expect(
      (await anna.post(`${path}/change`, fields({ client, hours: '1', _version: version }))).location,
    ).toBe(path);
  });
});

describe('advice to a person', () => {
  test('is read by their adviser and the lead alone, with a record', async () => {
    const path = await written(anna, { client_kind: 'person', client_name: 'Ewa Próbna', client_email: '' });
    expect((await anna.get(path)).text).toContain('Ewa Próbna');
    expect((await lead.get(path)).status).toBe(200);
    expect((await bogna.get(path)).status).toBe(404);
    expect((await head.get(path)).status).toBe(404);
    expect((await bogna.get('/advice/cards')).text).not.toContain('Ewa Próbna');
    const seen = await asAdmin(app.adminUrl, (run) =>
      run(
        "select from audit.entry where object_type = 'advice_card' and action = 'view' and object_id = $1",
        [path.slice(-36)],
      ),
    );
    expect(seen.length).toBe(2);
  });

  test('loses its words when the time of keeping has passed', async () => {
    const path = await written(anna, {
      client_kind: 'person',
      client_name: 'Dawna Osoba',
      on: '4.03.2015',
      from: '',
      to: '',
    });
    const { eraseOldCards } = await import('./confirming/service.ts');
    const { SYSTEM_ACTOR } = await import('#kernel/context.ts');
    await app.ctxAs(SYSTEM_ACTOR, eraseOldCards, { now: TEST_NOW });
    const page = await anna.get(path);
    expect(page.text).not.toContain('Dawna Osoba');
    expect(page.text).not.toContain('Policzono koszt');
  });
});

describe('a support path', () => {
  test('has pools of hours that never go below zero', async () => {
    const path = await written(anna, { client_name: 'Grupa ze ścieżką', hours: '0,5', to: '9:30' });
    const client = /\/advice\/clients\/([0-9a-f-]{36})/.exec((await anna.get(path)).text)?.[1] ?? '';
    const base = `/advice/clients/${client}`;
    expect((await stranger.get(base)).status).toBe(404);
    expect((await anna.post(`${base}/pools`, { type: 'business', planned: '2', source: '' })).status).toBe(
      409,
    );
    await anna.post(`${base}/path/open`);
    expect(
      (await anna.post(`${base}/pools`, { type: 'business', planned: '2', source: 'FEM' })).location,
    ).toBe(base);
    expect(
      (await anna.post(`${base}/goals`, { goal: 'Zarejestrować spółdzielnię', due: '1.09.2026' })).status,
    ).toBe(303);
    const existing = { client, client_kind: '', client_name: '', client_email: '' };
    await written(anna, { ...existing, hours: '1,5' });
    const over = await anna.post('/advice/cards/new', fields({ ...existing, hours: '1' }));
    expect(over.status).toBe(422);
    expect(over.text).toContain('W puli zostało 0,5 godz.');
    const page = (await anna.get(base)).text;
    expect(page).toContain('Zarejestrować spółdzielnię');
    expect((await anna.post(`${base}/pools`, { type: 'business', planned: '1', source: '' })).status).toBe(
      422,
    );
    const forged = sql`update advice.card set hours = 1.5, from_time = null, to_time = null where client_id = ${client} and pool_id is not null`;
    await app.ctxAs(adviser, (ctx) => ctx.tx.run(forged));
    const beyond = sql`update advice.card set hours = 2.5 where client_id = ${client} and pool_id is not null`;
    await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(beyond))).rejects.toMatchObject({
      constraint: 'pool_left',
    });
    const used = sql`update advice.pool set used = 0 where client_id = ${client}`;
    await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(used))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a month', () => {
  test('names to the head the card of a person, and does not lead to it', async () => {
    const person = { client_kind: 'person', client_name: 'Ewa Próbna', client_email: '' };
    const path = await written(anna, { ...person, on: '2.02.2026' });
    const month = `/advice/cards/months/${desk}/${adviser.subjectId}/2026-02`;
    expect((await anna.get(month)).text).toContain(path);
    const page = (await head.get(month)).text;
    expect(page).toContain('KD/2026/');
    expect(page).not.toContain(path);
    expect((await head.get(path)).status).toBe(404);
  });

  test('is handed over, approved by the head, and never changes again', async () => {
    const { subjectId } = adviser;
    const month = `/advice/cards/months/${desk}/${subjectId}/2026-01`;
    const rate = { desk, type: '', rate: '150,00', basis: 'Regulamin OWES § 4', act: '', from: '1.01.2026' };
    expect((await anna.post('/advice/cards/rates', rate)).status).toBe(404);
    expect((await head.post('/advice/cards/rates', rate)).location).toBe('/advice/cards/rates');
    const january = { on: '12.01.2026', client_name: 'Spółdzielnia Próbna' };
    const path = await written(anna, {
      ...january,
      client_kind: 'entity',
      client_nip: '5260250274',
      client_undertaking: 'yes',
    });
    expect((await anna.get(path)).text).toContain('225,00');
    expect((await anna.post(`${month}/hand`)).status).toBe(422);
    await anna.post(`${path}/ask`);
    const link = await linkIn();
    expect((await anna.post(`${month}/hand`)).location).toBe(month);
    expect((await bogna.get(month)).status).toBe(404);
    expect((await anna.get(path)).text).not.toContain('Zmień kartę');
    expect((await anna.post('/advice/cards/new', fields(january))).status).toBe(422);
    expect((await anna.post(`${month}/approve`)).status).toBe(409);
    // Whoever was advised may still answer while the head looks.
    expect((await app.visitor.post(link, { _shown: '0', who: 'Jan', agrees: 'yes' })).status).toBe(303);
    expect((await head.get('/advice/cards/months?month=2026-01')).text).toContain('Anna Próbna');
    expect((await head.post(`${month}/approve`)).location).toBe(month);
    const forged = sql`update advice.card set next_steps = 'x' where id = ${path.slice(-36)}`;
    await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(forged))).rejects.toMatchObject({
      constraint: 'card_month_closed',
    });
    const again = asAdmin(app.adminUrl, (run) => run("update advice.statement set note = 'x'"));
    await expect(again).rejects.toThrow(/approved/);
    expect((await head.get(`${month}/csv`)).text).toContain('Spółdzielnia Próbna');
    expect((await head.get(`${month}/pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect((await anna.get(`${path}/pdf`)).headers.get('content-type')).toBe('application/pdf');
    const value = await anna.get('/advice/cards/value?year=2026');
    expect(value.text).toContain('5260250274');
    expect((await anna.get('/advice/cards/value/csv?year=2026')).text).toContain('225,00');
  });

  test('is returned with a note when something is wrong', async () => {
    const month = `/advice/cards/months/${desk}/${adviser.subjectId}/2025-12`;
    const path = await written(anna, {
      on: '10.12.2025',
      client_kind: 'person',
      client_name: 'Zofia Skryta',
    });
    await anna.post(`${path}/ask`);
    await anna.post(`${month}/hand`);
    const seen = (await head.get(month)).text;
    expect(seen).toContain('osoba');
    expect(seen).not.toContain('Zofia Skryta');
    expect((await head.post(`${month}/return`, { note: '' })).status).toBe(422);
    expect((await head.post(`${month}/return`, { note: 'Popraw godziny.' })).location).toBe(month);
    expect((await anna.get(month)).text).toContain('Popraw godziny.');
    expect((await anna.post(`${month}/hand`)).location).toBe(month);
  });
});

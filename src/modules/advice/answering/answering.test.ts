import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { joinDesk, makeAdviser, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { adviceJobs } from '../jobs.ts';
import { dueQuestions } from './inbox/service.ts';

let app: TestApp;
let deskId: string;
let otherDesk: string;
let anna: Actor;
let reviewer: Actor;
let a: Browser;
let r: Browser;
let stranger: Browser;
let strangerActor: Actor;
let head: Actor;
beforeAll(async () => {
  app = await testApp();
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const owes = await makeInstitution(app.adminUrl, 'OWES', 'OWES');
  deskId = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt regionalny' });
  otherDesk = await makeDesk(app.adminUrl, owes, { name: 'Punkt OWES' });
  anna = await makeAdviser(app.adminUrl, rops, deskId);
  reviewer = await makeAdviser(app.adminUrl, owes, deskId, 'reviewer');
  strangerActor = await makeAdviser(app.adminUrl, owes, otherDesk);
  head = await makeWorker(app.adminUrl, rops, ['head']);
  a = await app.as(await makeAccount(app, anna));
  r = await app.as(await makeAccount(app, reviewer));
  stranger = await app.as(await makeAccount(app, strangerActor));
}, 60_000);
afterAll(() => app.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const jobs = adviceJobs({ siteUrl: 'http://splot.test' });
const work = () => runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => app.parts.clock() });
const run = async (task: string) => {
  await app.ctxAs(PUBLIC_ACTOR, (ctx) => enqueue(ctx, task, {}));
  await work();
};
const lettersTo = async (to: string) =>
  (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx))).filter((mail) => mail.to === to);
const one = async (id: string) =>
  (await rows('select *, due_on::text as due from advice.question where id = $1', [id]))[0] ?? {};

interface Made {
  readonly id: string;
  readonly link: string;
  readonly path: string;
  readonly number: string;
}
/** Somebody asks in the public form. */
async function asked(words: string, more: Record<string, string> = {}): Promise<Made> {
  await rows('delete from advice.attempt');
  const sent = await app.visitor.post('/advice', { words, looked: 'yes', _shown: '0', ...more });
  const link = (sent.location ?? '').split('?')[0] ?? '';
  const [found] = await rows('select id, number from advice.question order by number desc limit 1');
  return {
    id: String(found?.id),
    number: String(found?.number),
    link,
    path: `/advice/desk/questions/${String(found?.id)}`,
  };
}
const versionOf = async (id: string) => String((await one(id)).row_version);
const reply = async (who: Browser, q: Made, body: string, more: Record<string, string> = {}) =>
  who.post(`${q.path}/reply`, {
    _key: newId(),
    _version: await versionOf(q.id),
    body,
    step: 'send',
    ...more,
  });

describe('an answer', () => {
  test('is written, kept, sent, told of, read by the link, rated, and closed by time', async () => {
    const email = 'ela@example.org';
    const q = await asked('Czy stowarzyszenie może zatrudnić stażystę?', { email });
    expect((await a.get('/advice/desk?view=unassigned')).text).toContain('zatrudnić stażystę');
    expect((await a.get(q.path)).text).toContain(email);
    expect((await a.post(`${q.path}/typing`, { body: 'Tak, ale' })).status).toBe(204);
    expect((await a.get(q.path)).text).toContain('Tak, ale');
    const version = await versionOf(q.id);
    await a.post(`${q.path}/assign`, { _key: newId(), _version: version, worker: anna.subjectId });
    expect(await one(q.id)).toMatchObject({ state: 'assigned', assigned_to: anna.subjectId });
    expect((await a.get('/advice/desk')).text).toContain('zatrudnić stażystę');
    const sent = await reply(a, q, 'Tak. Podpisz umowę z PUP.');
    expect(sent.location).toBe(`${q.path}?done=sent`);
    expect(await one(q.id)).toMatchObject({ state: 'answered', due: null });
    await work();
    const [last] = (await lettersTo(email)).filter(({ subject }) => subject.includes('odpowiedź'));
    expect(last?.body).not.toContain('umowę');
    expect(last?.body).toMatch(/\/advice\/q\/[\w-]{43}/);
    expect((await app.visitor.get(q.link)).text).toContain('Podpisz umowę z PUP.');
    const rated = await app.visitor.post(`${q.link}/rate`, { score: '5', words: 'Dziękuję.' });
    expect(rated.location).toBe(`${q.link}?done=rated`);
    expect((await app.visitor.post(`${q.link}/rate`, { score: '6' })).status).toBe(422);
    expect((await a.get(q.path)).text).toContain('Dziękuję.');
    const now = app.parts.clock();
    await run('advice.close');
    expect((await one(q.id)).state).toBe('answered');
    app.setNow(new Date(now.getTime() + 15 * 86_400_000));
    await run('advice.close');
    expect((await one(q.id)).state).toBe('closed');
    await app.visitor.post(`${q.link}/more`, { words: 'A co ze składkami?', _shown: '0' });
    expect(await one(q.id)).toMatchObject({ state: 'reopened', assigned_to: anna.subjectId });
    app.setNow(now);
  });

  test('does not go past one that somebody else has just sent', async () => {
    const q = await asked('Dwoje odpowiada naraz.');
    const version = await versionOf(q.id);
    await reply(r, q, 'Pierwsza odpowiedź.');
    const late = await a.post(`${q.path}/reply`, {
      ...{ _key: newId(), _version: version, body: 'Druga odpowiedź.', step: 'send' },
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Pierwsza odpowiedź.');
    expect(late.text).toContain('Druga odpowiedź.');
  });

  test('on a legal topic waits for a second pair of eyes that is not its author', async () => {
    const q = await asked('Czy możemy wymieniać dane?', { topic: 'personal_data' });
    expect(await one(q.id)).toMatchObject({ needs_review: true });
    expect((await reply(a, q, 'Tak, na podstawie umowy.')).location).toBe(`${q.path}?done=proposed`);
    expect((await app.visitor.get(q.link)).text).not.toContain('na podstawie umowy');
    const [waiting] = await rows(
      `select id, row_version from advice.message where question_id = $1 and state = 'waiting_review'`,
      [q.id],
    );
    const verdict = (verdict: string, note = '') => ({
      ...{
        _key: newId(),
        message: String(waiting?.id),
        _version: String(waiting?.row_version),
        verdict,
        note,
      },
    });
    expect((await a.post(`${q.path}/review`, verdict('approve'))).status).toBe(422);
    expect((await r.get('/advice/desk?view=review')).text).toContain('wymieniać dane');
    // Nothing else leaves meanwhile, whoever writes it.
    const refused = await reply(r, q, 'Coś innego.');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Jedna odpowiedź czeka na sprawdzenie.');
    expect(refused.text).toContain('Coś innego.');
    expect((await r.post(`${q.path}/review`, verdict('return'))).status).toBe(422);
    expect((await r.post(`${q.path}/review`, verdict('return', 'Dodaj przepis.'))).status).toBe(303);
    expect((await a.get(q.path)).text).toContain('Dodaj przepis.');
    await reply(a, q, 'Tak, na podstawie umowy (art. 198).');
    const [again] = await rows(
      `select id, row_version from advice.message where question_id = $1 and state = 'waiting_review'`,
      [q.id],
    );
    const approved = await r.post(`${q.path}/review`, {
      ...{
        _key: newId(),
        message: String(again?.id),
        _version: String(again?.row_version),
        verdict: 'approve',
      },
    });
    expect(approved.status).toBe(303);
    expect((await app.visitor.get(q.link)).text).toContain('art. 198');
    expect(await one(q.id)).toMatchObject({ state: 'answered', in_review: false });
  });
});

describe('the database alone', () => {
  const attempt = (actor: Actor, query: ReturnType<typeof sql>) =>
    app.ctxAs(actor, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
  test('lets nobody approve an own answer, send one unseen, or change what was sent', async () => {
    const q = await asked('Cztery oczy.', { topic: 'benefits' });
    const message = (state: string, reviewed = sql`null`) => sql`
      insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at, sent_at, reviewer_id, reviewed_at)
      values (${newId()}, ${q.id}, ${deskId}, 'out', ${state}, 'x', kernel.worker(), kernel.instant(),
        case when ${state} = 'sent' then kernel.instant() end, ${reviewed}, null)`;
    expect(await attempt(anna, message('sent'))).toBe('42501');
    expect(await attempt(anna, message('waiting_review'))).toBe(1);
    const approve = sql`update advice.message set state = 'sent', sent_at = kernel.instant(), reviewer_id = kernel.worker(),
      reviewed_at = kernel.instant() where question_id = ${q.id} and state = 'waiting_review'`;
    expect(await attempt(anna, approve)).toBe('42501');
    await joinDesk(app.adminUrl, deskId, anna, 'reviewer');
    expect(await attempt(anna, approve)).toBe('23514');
    await rows(`delete from advice.desk_worker where worker_id = $1 and role = 'reviewer'`, [anna.subjectId]);
    const change = sql`update advice.message set body = 'y', state = 'sent', sent_at = kernel.instant(), reviewer_id = kernel.worker(),
      reviewed_at = kernel.instant() where question_id = ${q.id} and state = 'waiting_review'`;
    expect(await attempt(reviewer, change)).toBe('42501');
    expect(await attempt(reviewer, approve)).toBe(1);
    expect(await attempt(anna, sql`update advice.message set body = 'z' where question_id = ${q.id}`)).toBe(
      0,
    );
  });

  test('keeps states on their ways and how a question came as it was', async () => {
    const q = await asked('Stany.');
    const set = (state: string) =>
      sql`update advice.question set state = ${state}, due_on = null, closed_at = kernel.instant() where id = ${q.id}`;
    expect(
      await attempt(anna, sql`update advice.question set number = '1999/000001' where id = ${q.id}`),
    ).toBe('42501');
    expect(await attempt(anna, sql`update advice.question set state = 'reopened' where id = ${q.id}`)).toBe(
      '23514',
    );
    expect(await attempt(anna, set('closed'))).toBe(1);
    expect(
      await attempt(
        anna,
        sql`update advice.question set state = 'new', due_on = kernel.today(), closed_at = null where id = ${q.id}`,
      ),
    ).toBe('23514');
  });

  test('shows who is not of the desk nothing, table by table, and takes nothing from them', async () => {
    const q = await asked('Tajne.', { email: 'tajne@example.org' });
    await reply(a, q, 'Odpowiedź.');
    await app.visitor.post(`${q.link}/rate`, { score: '4' });
    await a.post(`${q.path}/here`, {});
    const tables = [
      sql`select 1 from advice.question where id = ${q.id}`,
      sql`select 1 from advice.asker where question_id = ${q.id}`,
      sql`select 1 from advice.message where question_id = ${q.id}`,
      sql`select 1 from advice.event where question_id = ${q.id}`,
      sql`select 1 from advice.presence where question_id = ${q.id}`,
      sql`select 1 from advice.rating where question_id = ${q.id}`,
    ];
    for (const query of tables) {
      expect(await attempt(anna, query)).toBeGreaterThan(0);
      for (const outsider of [strangerActor, head]) expect(await attempt(outsider, query)).toBe(0);
      expect(await attempt(PUBLIC_ACTOR, query)).toBe('42501');
    }
    for (const table of [
      sql`advice.link`,
      sql`advice.attempt`,
      sql`advice.question_words`,
      sql`advice.counter`,
    ])
      expect(await attempt(anna, sql`select 1 from ${table}`)).toBe('42501');
    const seize = sql`update advice.question set desk_id = ${otherDesk} where id = ${q.id}`;
    expect(await attempt(strangerActor, seize)).toBe(0);
    expect(await attempt(anna, seize)).toBe('42501');
    expect(await attempt(strangerActor, sql`select 1 where advice.move(${q.id}, ${otherDesk}, 1)`)).toBe(0);
    expect(
      await attempt(
        strangerActor,
        sql`insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from)
      values (${newId()}, ${deskId}, kernel.worker(), 'adviser', kernel.today())`,
      ),
    ).toBe('42501');
  });

  test('ends with the function and with the time at the desk', async () => {
    const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS2');
    const former = await makeWorker(app.adminUrl, rops, ['social_worker']);
    await joinDesk(app.adminUrl, deskId, former);
    const count = sql`select 1 from advice.question`;
    expect(await attempt(former, count)).toBe(0);
    const gone = await makeAdviser(app.adminUrl, rops, deskId);
    expect(await attempt(gone, count)).toBeGreaterThan(0);
    await rows(`update advice.desk_worker set valid_to = '2025-12-31' where worker_id = $1`, [
      gone.subjectId,
    ]);
    expect(await attempt(gone, count)).toBe(0);
  });
});

describe('through pages', () => {
  test('a worker of another desk finds no question, and nobody without a desk finds the inbox', async () => {
    const q = await asked('Cudze pytanie.');
    for (const path of [q.path, `${q.path}/file/${newId()}`])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/advice/desk?view=all')).text).not.toContain('Cudze pytanie.');
    expect((await stranger.get(`/advice/desk?view=all&q=cudze`)).text).not.toContain('Cudze pytanie.');
    for (const action of ['reply', 'assign', 'note', 'close', 'here', 'typing']) {
      const tried = await stranger.post(`${q.path}/${action}`, {
        _version: '1',
        body: 'x',
        step: 'send',
        worker: '',
      });
      expect(tried.status).toBe(404);
    }
    const h = await app.as(await makeAccount(app, head));
    expect((await h.get('/advice/desk')).status).toBe(404);
    expect((await app.visitor.get('/advice/desk')).location).toContain('/sign-in');
  });

  test('two who look see each other', async () => {
    const q = await asked('Kto tu jest?');
    await a.post(`${q.path}/here`, { writes: 'yes' });
    const seen = JSON.parse((await r.post(`${q.path}/here`, {})).text);
    expect(seen.here).toEqual([{ name: anna.name, writes: true }]);
    expect((await r.get(q.path)).text).toContain(`Teraz pisze tu: ${anna.name}`);
    await a.post(`${q.path}/here`, { leaves: 'yes' });
    expect(JSON.parse((await r.post(`${q.path}/here`, {})).text).here).toEqual([]);
  });

  test('a duplicate is joined, taken apart, joined again, and its asker gets the answer', async () => {
    const q = await asked('Jak otworzyć klub?');
    const dup = await asked('Jak założyć KIS. Drugi raz.');
    const join = async () =>
      a.post(`${dup.path}/join`, { _key: newId(), _version: await versionOf(dup.id), number: q.number });
    expect((await join()).location).toBe(`${dup.path}?done=merged`);
    expect((await a.get(q.path)).text).toContain('Drugi raz.');
    expect((await reply(a, dup, 'Nie tutaj.')).status).toBe(422);
    expect((await a.post(`${dup.path}/apart`, { _key: newId() })).status).toBe(303);
    expect(await one(dup.id)).toMatchObject({ state: 'new', merged_into: null });
    await join();
    app.setNow(new Date(app.parts.clock().getTime() + 60_000));
    await reply(a, q, 'W trzech krokach.');
    expect((await app.visitor.get(dup.link)).text).toContain('W trzech krokach.');
    expect((await app.visitor.get(dup.link)).text).not.toContain('Jak otworzyć');
    expect((await a.post(`${dup.path}/apart`, { _key: newId() })).status).toBe(422);
    await app.visitor.post(`${dup.link}/more`, { words: 'A statut?', _shown: '0' });
    expect((await one(q.id)).state).toBe('reopened');
    expect((await a.get(q.path)).text).toContain('A statut?');
  });

  test('a question goes to another desk and is there alone', async () => {
    const q = await asked('To do OWES.');
    const moved = await a.post(`${q.path}/move`, {
      _key: newId(),
      _version: await versionOf(q.id),
      desk: otherDesk,
    });
    expect(moved.location).toBe('/advice/desk');
    expect((await a.get(q.path)).status).toBe(404);
    expect((await stranger.get(q.path)).status).toBe(200);
    expect((await app.visitor.get(q.link)).text).toContain('To do OWES.');
  });

  test('is filed, closed and opened again; a note stays inside', async () => {
    const q = await asked('Opis.');
    const filing = { subject: 'Nowy opis', topic: 'benefits', county: '1207', caller: 'ngo' };
    await a.post(`${q.path}/filing`, { _key: newId(), _version: await versionOf(q.id), ...filing });
    expect(await one(q.id)).toMatchObject({ subject: 'Nowy opis', needs_review: true, county_code: '1207' });
    expect((await a.get('/advice/desk?view=all&topic=help&county=1207')).text).toContain('Nowy opis');
    expect((await a.get('/advice/desk?view=all&topic=economy')).text).not.toContain('Nowy opis');
    await a.post(`${q.path}/note`, { _key: newId(), body: 'Pytać w PCPR.' });
    expect((await a.get('/advice/desk?q=PCPR')).text).toContain('Nowy opis');
    expect((await a.get(`/advice/desk?q=${q.number}`)).text).toContain('Nowy opis');
    expect((await app.visitor.get(q.link)).text).not.toContain('PCPR');
    await a.post(`${q.path}/close`, { _key: newId(), _version: await versionOf(q.id) });
    expect((await one(q.id)).state).toBe('closed');
    await a.post(`${q.path}/reopen`, { _key: newId(), _version: await versionOf(q.id) });
    expect((await one(q.id)).state).toBe('reopened');
  });
});

describe('a call', () => {
  const call = (more: Record<string, string> = {}) => ({
    ...{ _key: newId(), desk: deskId, channel: 'phone', words: 'Dzwoni gmina: jak zlecić zadanie?' },
    ...{ outcome: 'answered', answer: 'Konkurs ofert albo tryb uproszczony.', ...more },
  });
  test('is kept while typed, saved answered at once, and not kept twice', async () => {
    const draft = newId();
    const kept = await a.post(`/advice/desk/call/${draft}/typing`, { words: 'Dzwoni gmi' });
    expect(kept.status).toBe(204);
    expect(kept.headers.get('content-location')).toBe(`/advice/desk/call?draft=${draft}`);
    expect((await a.get(`/advice/desk/call?draft=${draft}`)).text).toContain('Dzwoni gmi');
    expect((await a.get('/advice/desk/call')).text).toContain('Dzwoni gmi');
    const saved = await a.post(
      `/advice/desk/call/${draft}`,
      call({ caller: 'local_government', topic: 'tasks' }),
    );
    expect(saved.status).toBe(303);
    const id = /questions\/([\w-]+)/.exec(saved.location ?? '')?.[1] ?? '';
    expect(await one(id)).toMatchObject({
      state: 'answered',
      channel: 'phone',
      anonymous: true,
      taken_by: anna.subjectId,
    });
    expect((await a.get('/advice/desk/call')).text).not.toContain('Dzwoni gmi');
  });

  test('is passed on with a number to call back', async () => {
    const passed = {
      outcome: 'passed',
      answer: '',
      callBackOn: '6.03.2026',
      callBackAt: '14:30',
      worker: reviewer.subjectId,
    };
    expect((await a.post(`/advice/desk/call/${newId()}`, call(passed))).status).toBe(422);
    const saved = await a.post(`/advice/desk/call/${newId()}`, call({ ...passed, phone: '600 100 200' }));
    const id = /questions\/([\w-]+)/.exec(saved.location ?? '')?.[1] ?? '';
    expect(await one(id)).toMatchObject({ state: 'assigned', assigned_to: reviewer.subjectId });
    expect((await a.get(`/advice/desk/questions/${id}`)).text).toContain('14:30');
    expect((await a.post(`/advice/desk/call/${newId()}`, call({ answer: '' }))).status).toBe(422);
    const odd = call({ phone: '600 100 200', callBackOn: '9.03.2026', callBackAt: 'rano' });
    expect((await a.post(`/advice/desk/call/${newId()}`, odd)).text).toContain('Wpisz godzinę');
    const past = call({ phone: '600 100 200', callBackOn: '3.03.2026' });
    expect((await a.post(`/advice/desk/call/${newId()}`, past)).text).toContain('Ta data już minęła.');
    expect((await a.post(`/advice/desk/call/${newId()}`, call({ desk: otherDesk }))).status).toBe(422);
  });

  test('with a number alone waits, once answered, until who asked was called back', async () => {
    const card = { outcome: 'passed', answer: '', words: 'Dzwoni sołtys.', worker: anna.subjectId };
    const saved = await a.post(
      `/advice/desk/call/${newId()}`,
      call({ ...card, phone: '600 100 200', callBackOn: '9.3', callBackAt: '8' }),
    );
    const id = /questions\/([\w-]+)/.exec(saved.location ?? '')?.[1] ?? '';
    const path = `/advice/desk/questions/${id}`;
    const q = { id, path, link: '', number: '' };
    expect((await a.get(path)).text).toContain('Odpowiedź nie wyjdzie e-mailem');
    expect((await reply(a, q, 'Tak, sołectwo może.')).location).toBe(`${path}?done=told`);
    const due = () => app.ctxAs(anna, (ctx) => dueQuestions(ctx));
    expect(await due()).toContainEqual(expect.objectContaining({ href: path, until: '2026-03-09' }));
    expect((await a.get('/advice/desk')).text).toContain('Trzeba oddzwonić');
    expect((await a.get(path)).text).toContain('09.03.2026, 08:00');
    const told = await a.post(`${path}/called`, { _version: await versionOf(id) });
    expect(told.location).toBe(`${path}?done=called`);
    expect((await due()).some(({ href }) => href === path)).toBe(false);
    expect((await a.get(path)).text).toContain('oddzwoniono do osoby pytającej');
    expect((await stranger.post(`${path}/called`, { _version: '1' })).status).toBe(404);
  });
});

describe('time', () => {
  test('erases contacts, and later the words; what is counted stays', async () => {
    const now = app.parts.clock();
    const q = await asked('Słowa do usunięcia.', { email: 'dawno@example.org' });
    await a.post(`${q.path}/close`, { _key: newId(), _version: await versionOf(q.id) });
    app.setNow(new Date(now.getTime() + 370 * 86_400_000));
    await run('advice.forget');
    expect(await rows('select email from advice.asker where question_id = $1', [q.id])).toEqual([
      { email: '' },
    ]);
    expect((await one(q.id)).erased_at).toBeNull();
    app.setNow(new Date(now.getTime() + 5.1 * 365.25 * 86_400_000));
    await run('advice.forget');
    expect(await one(q.id)).toMatchObject({ subject: '', state: 'closed', channel: 'web' });
    expect((await one(q.id)).erased_at).not.toBeNull();
    expect(await rows('select body from advice.message where question_id = $1', [q.id])).toEqual([
      { body: '' },
    ]);
    app.setNow(now);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { forgetAccount } from '../../api.ts';
import { adviceJobs } from '../../jobs.ts';

let app: TestApp;
let asker: Actor;
let adviser: Actor;
let own: Browser;
let stranger: Browser;
let desk: Browser;
beforeAll(async () => {
  app = await testApp();
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const deskId = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt regionalny' });
  asker = await makeWorker(app.adminUrl, rops, ['adviser'], { scope: [] });
  const other = await makeWorker(app.adminUrl, rops, ['adviser'], { scope: [] });
  adviser = await makeAdviser(app.adminUrl, rops, deskId);
  for (const worker of [asker, other, adviser]) await makeAccount(app, worker);
  own = await app.as(asker.accountId);
  stranger = await app.as(other.accountId);
  desk = await app.as(adviser.accountId);
}, 60_000);
afterAll(() => app.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const jobs = adviceJobs({ siteUrl: 'http://splot.test' });
const work = () => runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => app.parts.clock() });
const ask = async (by: Browser, words: string, more: Record<string, string> = {}) => {
  const answer = await by.post('/advice', { words, looked: 'yes', _shown: '0', ...more });
  expect(answer.status).toBe(303);
  const link = (answer.location ?? '').replace(/\?.*/, '');
  const [row] = await rows('select id from advice.question where subject = $1 order by asked_at desc', [
    words,
  ]);
  return { link, id: String(row?.id) };
};
const answer = async (id: string, body: string) => {
  const [row] = await rows('select row_version from advice.question where id = $1', [id]);
  const sent = await desk.post(`/advice/desk/questions/${id}/reply`, {
    body,
    step: 'send',
    _version: String(row?.row_version),
  });
  return sent.status;
};

test('the account finds its question, and nobody else does', async () => {
  const { id } = await ask(own, 'Jak zapisać się do CIS?', { email: 'ja@example.org' });
  const anonymous = await ask(own, 'Pytanie bez konta.', { unlinked: 'yes' });
  await ask(stranger, 'Pytanie kogoś innego.');
  const list = (await own.get('/advice/mine')).text;
  expect(list).toContain('Jak zapisać się do CIS?');
  expect(list).not.toContain('Pytanie bez konta.');
  expect(list).not.toContain('Pytanie kogoś innego.');
  expect((await own.get(`/advice/mine/${id}`)).text).toContain('Jak zapisać się do CIS?');
  expect((await own.get(`/advice/mine/${anonymous.id}`)).status).toBe(404);
  for (const path of ['', '/copy', '/erase', '/forget'])
    expect((await stranger.get(`/advice/mine/${id}${path}`)).status).toBe(404);
  expect((await stranger.post(`/advice/mine/${id}/more`, { words: 'x', _shown: '0' })).status).toBe(404);
  expect((await app.visitor.get(`/advice/mine/${id}`)).location).toContain('/sign-in');
});

test('the database opens it for its account alone, and hides the account from the desk', async () => {
  const { id } = await ask(own, 'Pytanie za dwiema ścianami.');
  const opened = (actor: Actor) =>
    app.ctxAs(actor, async (ctx) => {
      await ctx.tx.run(sql`select set_config('app.advice_key', ${`own:${id}`}, true)`);
      return ctx.tx.many(sql`select id from advice.api_asked()`);
    });
  expect(await opened(asker)).toHaveLength(1);
  for (const actor of [adviser, PUBLIC_ACTOR]) expect(await opened(actor)).toHaveLength(0);
  for (const column of ['account_id', 'source_hash'])
    await expect(
      app.ctxAs(adviser, (ctx) =>
        column === 'account_id'
          ? ctx.tx.many(sql`select account_id from advice.asker`)
          : ctx.tx.many(sql`select source_hash from advice.asker`),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  const seen = await rows(
    `select action from audit.entry where object_id = $1 and account_id = $2 and action = 'view'`,
    [asker.accountId, asker.accountId],
  );
  expect(seen.length).toBeGreaterThan(0);
});

test('a copy holds what was given, asked and answered, and no note of the desk', async () => {
  const { id, link } = await ask(own, 'Co z dojazdem na staż?', {
    email: 'ja@example.org',
    name: 'Jan Próbny',
  });
  expect(await answer(id, 'Urząd zwraca koszty dojazdu.')).toBe(303);
  await rows(
    `insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at, sent_at)
     select $1, id, desk_id, 'note', 'sent', 'notatka wewnętrzna', $3, now(), now() from advice.question where id = $2`,
    [newId(), id, adviser.subjectId],
  );
  for (const path of [`/advice/mine/${id}/copy`, '/advice/mine/copy']) {
    const copy = await own.get(path);
    expect(copy.headers.get('content-disposition')).toContain('attachment');
    for (const part of ['Co z dojazdem na staż?', 'Urząd zwraca koszty', 'ja@example.org', 'Jan Próbny'])
      expect(copy.text).toContain(part);
    expect(copy.text).not.toContain('notatka wewnętrzna');
    expect(copy.text).not.toContain('Pytanie kogoś innego.');
  }
  // A link may have gone astray: it gives the words, and of the contact as much as its owner recognises.
  const byLink = (await app.visitor.get(`${link}/copy`)).text;
  expect(byLink).toContain('Urząd zwraca koszty');
  expect(byLink).not.toContain('ja@example.org');
  expect(byLink).not.toContain('Próbny');
});

test('whoever has the link takes the question back: words, contact, letters, answers', async () => {
  const { id, link } = await ask(app.visitor, 'Do usunięcia.', { email: 'znika@example.org' });
  await work();
  await answer(id, 'Odpowiedź do usunięcia.');
  expect((await app.visitor.get(`${link}/erase`)).text).toContain('Nie da się tego cofnąć');
  expect((await app.visitor.post(`${link}/erase`)).location).toBe(`${link}?done=erased`);
  expect((await app.visitor.post(`${link}/erase`)).location).toBe(`${link}?done=erased`);
  await work();
  const page = await app.visitor.get(link);
  expect(page.text).toContain('Treść tego pytania została usunięta.');
  expect(page.text).not.toContain('Do usunięcia.');
  const [left] = await rows(
    `select q.state, q.subject, a.email, (select count(*)::int from advice.message m where m.question_id = q.id and m.body <> '') as words
     from advice.question q join advice.asker a on a.question_id = q.id where q.id = $1`,
    [id],
  );
  expect(left).toEqual({ state: 'closed', subject: '', email: '', words: 0 });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  expect(mails.filter(({ to }) => to === 'znika@example.org')).toEqual([]);
  expect((await app.visitor.post(`${link}/more`, { words: 'Jeszcze coś', _shown: '0' })).status).toBe(404);
  expect((await desk.get(`/advice/desk/questions/${id}`)).text).not.toContain('Do usunięcia.');
});

test('whoever waited with it for one answer waits for their own', async () => {
  const first = await ask(app.visitor, 'To samo pytanie pierwszej osoby.');
  const second = await ask(app.visitor, 'To samo pytanie drugiej osoby.');
  await rows(
    `update advice.question set state = 'closed', closed_at = now(), due_on = null, merged_into = $2 where id = $1`,
    [second.id, first.id],
  );
  await app.visitor.post(`${first.link}/erase`);
  const [waits] = await rows(
    'select state, merged_into, due_on is not null as due from advice.question where id = $1',
    [second.id],
  );
  expect(waits).toEqual({ state: 'new', merged_into: null, due: true });
});

test('with an account go the questions asked from it', async () => {
  const { id } = await ask(stranger, 'Zniknie z kontem.', { email: 'konto@example.org' });
  const kept = await ask(own, 'To zostaje.');
  const [row] = await rows('select account_id from advice.asker where question_id = $1', [id]);
  await app.ctxAs(SYSTEM_ACTOR, (ctx) => forgetAccount(ctx, String(row?.account_id)));
  const left = await rows('select id from advice.question where erased_at is null and id = any($1)', [
    [id, kept.id],
  ]);
  expect(left).toEqual([{ id: kept.id }]);
});

test('the same form twice is one question; other words in it are another', async () => {
  const once = 'o'.repeat(43);
  const first = await ask(own, 'Raz czy dwa razy?', { once });
  expect((await ask(own, 'Raz czy dwa razy?', { once })).link).toBe(first.link);
  expect((await ask(own, 'Zupełnie co innego?', { once })).link).not.toBe(first.link);
  const message = newId();
  for (const words of ['Dopisek.', 'Dopisek.', 'Inny dopisek.'])
    await own.post(`${first.link}/more`, { words, once: message, _shown: '0' });
  const said = await rows(
    `select body from advice.message where question_id = $1 and direction = 'in' order by written_at, id`,
    [first.id],
  );
  expect(said.map(({ body }) => body)).toEqual(['Raz czy dwa razy?', 'Dopisek.', 'Inny dopisek.']);
  expect(
    await rows('select count(*)::int as n from advice.question where subject like $1', ['Raz czy%']),
  ).toEqual([{ n: 1 }]);
});

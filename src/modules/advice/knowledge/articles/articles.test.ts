import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { receive } from '../../service.ts';
import { suggestions } from '../api.ts';

let app: TestApp;
let adviser: Actor;
let anna: Browser;
let bogna: Browser;
let reviewer: Browser;
let reviewing: Actor;
let editor: Browser;
let stranger: Browser;
let question: string;

beforeAll(async () => {
  app = await testApp();
  const owes = await makeInstitution(app.adminUrl, 'OWES');
  const desk = newId();
  const other = newId();
  await asAdmin(app.adminUrl, async (run) => {
    for (const [id, slug] of [
      [desk, 'a'],
      [other, 'b'],
    ])
      await run(
        'insert into advice.desk (id, institution_id, slug, name_pl, created_at) values ($1, $2, $3, $3, now())',
        [id, owes.id, slug],
      );
    await run(
      "insert into library.act (code, name_pl, name_en, short_pl, journal, source) values ('ues', 'Ustawa o ekonomii społecznej', 'Act', 'UES', 'Dz.U.', 'test') on conflict do nothing",
    );
  });
  const made = async (functions: Parameters<typeof makeWorker>[2], role: string | null, at = desk) => {
    const worker = await makeWorker(app.adminUrl, owes, functions, { scope: [] });
    if (role)
      await asAdmin(app.adminUrl, (run) =>
        run(
          'insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5)',
          [newId(), at, worker.subjectId, role, '2020-01-01'],
        ),
      );
    return { worker, browser: await app.as(await makeAccount(app, worker)) };
  };
  const a = await made(['adviser'], 'adviser');
  [adviser, anna] = [a.worker, a.browser];
  bogna = (await made(['adviser'], 'adviser')).browser;
  const r = await made(['adviser'], 'reviewer');
  [reviewing, reviewer] = [r.worker, r.browser];
  stranger = (await made(['adviser'], 'lead', other)).browser;
  editor = (await made(['editor'], null)).browser;
  question = await app.ctxAs(adviser, async (ctx) => {
    const id = await receive(ctx, {
      deskId: desk,
      channel: 'phone',
      subject: 'Spółdzielnia socjalna Anny Kowalskiej',
      body: 'Nazywam się Anna Kowalska, PESEL 90010112345, tel. 600 100 200. Czy spółdzielnia socjalna może prowadzić stołówkę?',
      lang: 'pl',
      callerCategory: 'person',
      countyCode: null,
      topicCode: 'cooperative',
      contact: { name: 'Anna Kowalska', email: '', phone: '600100200' },
    });
    await ctx.tx.run(sql`
      insert into advice.message (id, question_id, desk_id, direction, state, body, spoken, author_id, written_at, sent_at)
      values (${newId()}, ${id}, ${desk}, 'out', 'sent', 'Pani Anno, tak: spółdzielnia socjalna może prowadzić stołówkę.', true, kernel.worker(), kernel.instant(), kernel.instant())`);
    await ctx.tx.run(sql`
      update advice.question set state = 'answered', due_on = null, answered_at = kernel.instant(), first_answered_at = kernel.instant() where id = ${id}`);
    return id;
  });
}, 60_000);
afterAll(() => app.drop());

const versionOf = (page: string): string => /name="_version" value="(\d+)"/.exec(page)?.[1] ?? '';
const bodyOf = (page: string): string =>
  (/<textarea[^>]*name="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"');
const openIds = (page: string): string[] =>
  [...page.matchAll(/name="d\.([0-9a-f-]{36})"/g)].map((m) => m[1] ?? '');

let article = '';
const fields = (page: string, more: Record<string, string> = {}) => ({
  title: 'Czy spółdzielnia socjalna może prowadzić stołówkę',
  lead: 'Tak, jeśli ma to w statucie.',
  body: bodyOf(page),
  legal_state_on: '1.03.2026',
  review_by: '1.03.2027',
  theme: 'cooperatives',
  act_1: 'ues',
  articles_1: 'art. 4',
  _version: versionOf(page),
  ...more,
});

test('an article begins with everything that tells of a person replaced', async () => {
  expect((await stranger.get(`/advice/knowledge/questions/${question}`)).status).toBe(404);
  expect((await stranger.post(`/advice/knowledge/questions/${question}`)).status).toBe(404);
  const answer = await anna.post(`/advice/knowledge/questions/${question}`);
  article = answer.location ?? '';
  expect(article).toMatch(/^\/advice\/knowledge\/[0-9a-f-]{36}$/);
  expect((await anna.post(`/advice/knowledge/questions/${question}`)).location).toBe(article);
  const page = (await anna.get(article)).text;
  const body = bodyOf(page);
  for (const told of ['Anna', 'Anno', 'Kowalska', '90010112345', '600 100 200'])
    expect(body).not.toContain(told);
  expect(body).toMatch(/\[imię i nazwisko \d\]/);
  expect(page).toContain('<mark');
  expect((await stranger.get(article)).status).toBe(404);
  expect(openIds(page).length).toBeGreaterThanOrEqual(4);
});

test('nothing leaves the desk before each finding is decided', async () => {
  const page = (await anna.get(article)).text;
  expect((await anna.post(article, fields(page, { step: 'hand' }))).location).toContain('#findings');
  const forged = sql`update advice.article set state = 'handed', handed_at = kernel.instant() where question_id = ${question}`;
  await expect(app.ctxAs(adviser, (ctx) => ctx.tx.run(forged))).rejects.toMatchObject({
    constraint: 'article_open_findings',
  });
  const [first = '', ...others] = openIds((await anna.get(article)).text);
  const bare = await anna.post(`${article}/decide`, { [`d.${first}`]: 'kept' });
  expect(bare.status).toBe(422);
  await anna.post(
    `${article}/decide`,
    Object.fromEntries([first, ...others].map((id) => [`d.${id}`, 'removed'])),
  );
  expect(openIds((await anna.get(article)).text)).toEqual([]);
  // Typed in again it is found again, and kept only with a reason.
  const again = (await anna.get(article)).text;
  await anna.post(article, fields(again, { body: `${bodyOf(again)}\n\nInfolinia: 800 123 456.` }));
  const [number = ''] = openIds((await anna.get(article)).text);
  await anna.post(`${article}/decide`, {
    [`d.${number}`]: 'kept',
    [`r.${number}`]: 'Numer infolinii urzędu.',
  });
  expect(bodyOf((await anna.get(article)).text)).toContain('800 123 456');
});

test('a reviewer of the desk approves what another wrote, and everybody reads it', async () => {
  const page = (await anna.get(article)).text;
  expect((await anna.post(article, fields(page, { step: 'hand', legal_state_on: '' }))).status).toBe(422);
  // Who reads it is told a day that has come, and is promised one that has not.
  const days = { legal_state_on: '5.03.2026', review_by: '3.03.2026' };
  const wrong = await anna.post(article, fields(page, { step: 'hand', ...days }));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Ta data jest w przyszłości.');
  expect(wrong.text).toContain('Ta data już minęła.');
  expect((await anna.post(article, fields(page, { step: 'hand' }))).location).toBe(article);
  const look = /\/library\/edit\/[0-9a-f-]{36}\/look/.exec((await anna.get(article)).text)?.[0] ?? '';
  expect(look).not.toBe('');
  expect((await stranger.get(look)).status).toBe(404);
  expect((await anna.get(look)).status).toBe(200);
  const draft = look.replace('/look', '');
  const version = versionOf((await reviewer.get(look)).text);
  expect((await anna.post(`${draft}/approve`, { _version: version, on: '', at: '' })).status).toBe(409);
  expect((await bogna.post(`${draft}/approve`, { _version: version, on: '', at: '' })).status).toBe(409);
  expect((await reviewer.get(draft)).status).toBe(404);
  expect((await reviewer.get('/advice/knowledge')).text).toContain(look);
  const approved = await reviewer.post(`${draft}/approve`, { _version: version, on: '', at: '' });
  expect(approved.location).toMatch(/^\/news\/czy-spoldzielnia-socjalna/);
  const shown = await app.visitor.get(approved.location ?? '');
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('800 123 456');
  expect(shown.text).not.toContain('Kowalsk');
  expect(shown.text).not.toContain(question);
  expect((await app.visitor.get('/knowledge?q=sto%C5%82%C3%B3wki')).text).toContain(approved.location ?? '?');
  const told = await asAdmin(app.adminUrl, (run) =>
    run("select said from advice.finding where decision = 'removed' and said not like '#%'"),
  );
  expect(told).toEqual([]);
});

test('it is suggested to the next who asks, quickly', async () => {
  const ask = (text: string) => app.ctxAs(adviser, (ctx) => suggestions(ctx, text, { topic: 'cooperative' }));
  const [found] = await ask(
    'Dzień dobry, chcielibyśmy założyć spółdzielnię i otworzyć stołówkę dla szkoły. Czy można?',
  );
  expect(found?.title).toContain('stołówkę');
  expect(await ask('Dzień dobry, mam pytanie, proszę o odpowiedź')).toEqual([]);
  expect(await ask('zupełnie inny kłopot z ogrzewaniem bloku')).toEqual([]);
  const began = performance.now();
  for (let i = 0; i < 10; i++) await ask('jak założyć spółdzielnię socjalną i prowadzić stołówkę');
  expect((performance.now() - began) / 10).toBeLessThan(40);
});

test('it is written anew, sent back and approved by an editor', async () => {
  app.setNow(new Date(TEST_NOW.getTime() + 3_600_000));
  await bogna.post(`${article}/again`);
  const page = (await bogna.get(article)).text;
  await bogna.post(article, fields(page, { lead: 'Tak, po zmianie statutu.', step: 'hand' }));
  const look = /\/library\/edit\/[0-9a-f-]{36}\/look/.exec((await bogna.get(article)).text)?.[0] ?? '';
  const draft = look.replace('/look', '');
  const sent = await reviewer.post(`${draft}/return`, {
    _version: versionOf((await reviewer.get(look)).text),
    note: 'Dopisz, kto zmienia statut.',
  });
  expect(sent.location).toBe('/advice/knowledge');
  expect((await anna.get(article)).text).toContain('Dopisz, kto zmienia statut.');
  await anna.post(`${article}/again`);
  const mended = (await anna.get(article)).text;
  await anna.post(
    article,
    fields(mended, { lead: 'Tak, gdy walne zgromadzenie zmieni statut.', step: 'hand' }),
  );
  const version = versionOf((await editor.get(look)).text);
  expect((await editor.post(`${draft}/approve`, { _version: version, on: '', at: '' })).status).toBe(303);
  expect((await app.visitor.get('/knowledge?q=sto%C5%82%C3%B3wki')).text).toContain('walne zgromadzenie');
});

test('who reviewed writes the next version, and then somebody else approves it', async () => {
  app.setNow(new Date(TEST_NOW.getTime() + 2 * 3_600_000));
  expect((await reviewer.post(`${article}/again`)).location).toBe(article);
  const page = (await reviewer.get(article)).text;
  await reviewer.post(article, fields(page, { lead: 'Tak. Dopisano o dziale spożywczym.', step: 'hand' }));
  const look = /\/library\/edit\/[0-9a-f-]{36}\/look/.exec((await reviewer.get(article)).text)?.[0] ?? '';
  const draft = look.replace('/look', '');
  const version = versionOf((await reviewer.get(look)).text);
  expect((await reviewer.post(`${draft}/approve`, { _version: version, on: '', at: '' })).status).toBe(409);
  const attempt = (query: ReturnType<typeof sql>) =>
    app.ctxAs(reviewing, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
  const id = draft.split('/').at(-1) ?? '';
  expect(await attempt(sql`update library.version set authors = '{}' where id = ${id}`)).toBe('42501');
  expect(
    await attempt(
      sql`update library.version set title = 'Inaczej', state = 'published', published_by = kernel.worker() where id = ${id}`,
    ),
  ).toBe('42501');
  expect((await editor.post(`${draft}/approve`, { _version: version, on: '', at: '' })).status).toBe(303);
});

test('the database lets no adviser publish alone, nor change what they approve', async () => {
  const attempt = (query: ReturnType<typeof sql>) =>
    app.ctxAs(adviser, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
  const id = newId();
  const document = (kind: string) =>
    sql`insert into library.document (id, kind, slug, created_at, created_by) values (${newId()}, ${kind}, ${`x-${newId()}`}, now(), kernel.worker())`;
  expect(await attempt(document('news'))).toBe('42501');
  expect(await attempt(document('advice'))).toBe(1);
  expect(
    await attempt(
      sql`update library.version set title = 'Inaczej' where document_id in (select document_id from library.contributor)`,
    ),
  ).toBe(0);
  expect(
    await attempt(sql`insert into library.contributor values (${id}, kernel.worker(), true, now())`),
  ).toBe('42501');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { vector } from '#kernel/words/words.ts';
import { makeDesk } from '#test/advice.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin, makeInstitution } from '#test/factories.ts';
import { adviceJobs } from '../jobs.ts';
import { codeOf } from './service.ts';

let app: TestApp;
let deskId: string;
beforeAll(async () => {
  app = await testApp();
  deskId = await makeDesk(app.adminUrl, await makeInstitution(app.adminUrl, 'ROPS', 'ROPS'), {
    isDefault: true,
    name: 'Punkt regionalny',
  });
}, 60_000);
afterAll(() => app.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const jobs = adviceJobs({ siteUrl: 'http://splot.test' });
const work = () => runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => app.parts.clock() });
const lettersTo = async (to: string) =>
  (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx))).filter((mail) => mail.to === to);
const question = (words: string, more: Record<string, string> = {}) => ({
  words,
  looked: 'yes',
  _shown: '0',
  ...more,
});
const secretOf = (location: string | null) => /\/advice\/q\/([\w-]{43})/.exec(location ?? '')?.[1] ?? '';
async function ask(words: string, more: Record<string, string> = {}): Promise<string> {
  const answer = await app.visitor.post('/advice', question(words, more));
  expect(answer.status).toBe(303);
  return secretOf(answer.location);
}

describe('somebody without an account', () => {
  test('asks anonymously and comes back with the link or with number and code', async () => {
    const secret = await ask('Jak założyć spółdzielnię socjalną?\nJest nas troje.');
    const page = await app.visitor.get(`/advice/q/${secret}?done=sent`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(codeOf(secret));
    expect(page.text).toContain('Jest nas troje.');
    const number = /\d{4}\/\d{6}/.exec(page.text)?.[0] ?? '';
    const typed = codeOf(secret).toLowerCase().replace('-', ' ');
    const back = await app.visitor.post('/advice/answer', { number, code: typed, _shown: '0' });
    expect(back.status).toBe(303);
    expect((await app.visitor.get(back.location ?? '')).text).toContain('Jest nas troje.');
    const wrong = await app.visitor.post('/advice/answer', { number, code: '00000-00000', _shown: '0' });
    expect(wrong.status).toBe(422);
    // The hashes alone are kept.
    expect(await rows('select hash from advice.link where hash = $1', [secret])).toEqual([]);
    const [kept] = await rows(`select anonymous, subject, desk_id from advice.question where number = $1`, [
      number,
    ]);
    expect(kept).toEqual({ anonymous: true, subject: 'Jak założyć spółdzielnię socjalną?', desk_id: deskId });
  });

  test('a secret nobody has opens nothing, and one word of it neither', async () => {
    for (const key of ['A'.repeat(43), 'krotki']) {
      const { location } = await app.visitor.get(`/advice/q/${key}`);
      expect(location).toBe('/advice/answer?void=1');
      expect((await app.visitor.get(location ?? '')).text).toContain('Ten odsyłacz już nie działa');
      expect((await app.visitor.get(`/advice/q/${key}/copy`)).status).toBe(404);
      expect((await app.visitor.post(`/advice/q/${key}/erase`)).status).toBe(key === 'krotki' ? 404 : 303);
    }
  });

  test('gets letters without content, and is forgotten on wish', async () => {
    const email = 'pytam@example.org';
    const secret = await ask('Czy PUP refunduje staż w stowarzyszeniu?', { email, name: 'Jan Próbny' });
    await work();
    const [letter] = await lettersTo(email);
    expect(letter?.subject).toMatch(/pytanie \d{4}\/\d{6} dotarło/);
    expect(letter?.body).not.toContain('staż');
    expect(letter?.body).not.toContain('Próbny');
    const fromMail = secretOf(letter?.body ?? '');
    expect((await app.visitor.get(`/advice/q/${fromMail}`)).text).toContain('refunduje staż');
    expect((await app.visitor.get(`/advice/q/${secret}/forget`)).status).toBe(200);
    await app.visitor.post(`/advice/q/${secret}/forget`);
    expect(await rows(`select 1 from advice.asker where email <> '' or name <> ''`)).toEqual([]);
    expect((await app.visitor.get(`/advice/q/${secret}`)).text).not.toContain('forget');
  });

  test('writes more', async () => {
    const secret = await ask('Pierwsze pytanie o dotację.');
    expect((await app.visitor.post(`/advice/q/${secret}/more`, { words: '', _shown: '0' })).status).toBe(422);
    const more = await app.visitor.post(`/advice/q/${secret}/more`, { words: 'Dopisuję.', _shown: '0' });
    expect(more.location).toBe(`/advice/q/${secret}?done=more`);
    expect((await app.visitor.get(`/advice/q/${secret}`)).text).toContain('Dopisuję.');
    // Nothing was answered yet: there is nothing to rate.
    expect((await app.visitor.post(`/advice/q/${secret}/rate`, { score: '5' })).status).toBe(404);
  });
});

describe('before sending', () => {
  test('texts of the library are shown once, and nothing typed is lost', async () => {
    const title = 'Trampolina dla kooperatyw';
    const { versionId } = await makeDocument(app.adminUrl, { kind: 'advice', title, lead: 'Krok po kroku.' });
    await rows('update library.version set words = $2::tsvector where id = $1', [
      versionId,
      vector({ A: title, B: '', C: '' }, []),
    ]);
    const form = { words: 'Czym jest trampolina dla kooperatyw?', _shown: '0', email: 'a@example.org' };
    const first = await app.visitor.post('/advice', form);
    expect(first.status).toBe(422);
    expect(first.text).toContain('Trampolina dla kooperatyw');
    expect(first.text).toContain('a@example.org');
    expect(first.text).not.toContain('data-errors');
    expect((await app.visitor.post('/advice', { ...form, looked: 'yes' })).status).toBe(303);
    const json = await app.visitor.post('/advice/suggest', { words: form.words, as: 'json' });
    expect(JSON.parse(json.text)).toMatchObject({
      help: false,
      items: [{ title: 'Trampolina dla kooperatyw' }],
    });
    const step = await app.visitor.post('/advice/suggest', form);
    expect(step.text).toContain('Trampolina dla kooperatyw');
  });

  test('somebody in a crisis sees the telephones before and after, is never held up, and comes first', async () => {
    const words = 'Straciłam pracę i nie chcę już żyć. Czym jest trampolina dla kooperatyw?';
    const json = await app.visitor.post('/advice/suggest', { words, as: 'json' });
    expect(JSON.parse(json.text).help).toBe(true);
    const sent = await app.visitor.post('/advice', { words, _shown: '0' });
    expect(sent.status).toBe(303);
    const page = await app.visitor.get(sent.location ?? '');
    expect(page.text).toContain('116 123');
    const [kept] = await rows(
      `select urgent, due_on::text as due from advice.question where subject like 'Straciłam%'`,
    );
    expect(kept).toEqual({ urgent: true, due: app.parts.clock().toISOString().slice(0, 10) });
    const calm = await app.visitor.post('/advice/suggest', { words: 'Jak zabić czas?', as: 'json' });
    expect(JSON.parse(calm.text).help).toBe(false);
  });
});

describe('hostile input', () => {
  test('a program in the trap keeps nothing; too quick comes back; unknown codes are refused', async () => {
    const before = await rows('select count(*)::int as n from advice.question');
    expect((await app.visitor.post('/advice', question('Spam', { company: 'SEO' }))).status).toBe(303);
    const now = String(app.parts.clock().getTime());
    expect((await app.visitor.post('/advice', question('Za szybko', { _shown: now }))).status).toBe(422);
    const mistakes: Record<string, string>[] = [
      { topic: 'nie_ma' },
      { county: '9999' },
      { caller: 'x' },
      { email: 'nie adres' },
    ];
    for (const wrong of mistakes)
      expect((await app.visitor.post('/advice', question('Słowa', wrong))).status).toBe(422);
    expect((await app.visitor.post('/advice', question('x'.repeat(5001)))).status).toBe(422);
    expect(await rows('select count(*)::int as n from advice.question')).toEqual(before);
  });

  test('one endless word is taken as well', async () => {
    await ask('x'.repeat(5000));
    const { status } = await app.visitor.post('/advice/suggest', { words: 'y'.repeat(5000), as: 'json' });
    expect(status).toBe(200);
  });

  test('words stay words', async () => {
    const secret = await ask(`<script>alert(1)</script> ' || '); drop table advice.question; -- \u202eabc`);
    const { text } = await app.visitor.get(`/advice/q/${secret}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('\u202e');
  });

  test('a place sends so many a day and no more', async () => {
    await rows(`update advice.rule set value = 3 where code = 'per_network_day'`);
    const answers = [];
    await rows('delete from advice.attempt');
    for (let i = 0; i < 4; i++)
      answers.push((await app.visitor.post('/advice', question(`Pytanie ${i}`))).status);
    expect(answers).toEqual([303, 303, 303, 422]);
  });
});

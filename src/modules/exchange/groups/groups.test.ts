import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { exchangeJobs } from '../jobs.ts';
import { exchangeRoutes } from '../routes.tsx';
import type { ExchangeHost } from '../schema.ts';
import { startDigests } from './service.ts';

const host: ExchangeHost = {
  siteUrl: 'http://splot.test',
  subjects: {},
  addressOf: async (account) => `${account}@example.org`,
};

let t: TestApp;
let dir: string;
let now = new Date('2026-03-04T09:00:00Z');
let head: Actor;
let anna: Actor;
let jan: Actor;
let stranger: Actor;
let browsers: Record<'head' | 'anna' | 'jan' | 'stranger', Browser>;
beforeAll(async () => {
  t = await moduleApp(() => exchangeRoutes(host));
  dir = await mkdtemp(join(tmpdir(), 'splot-groups-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  const ops = await makeInstitution(t.adminUrl, 'OPS');
  const ngo = await makeInstitution(t.adminUrl, 'NGO');
  head = await makeWorker(t.adminUrl, ops, ['head'], { scope: [] });
  anna = await makeWorker(t.adminUrl, ops, ['social_worker'], { scope: [], name: ['Anna', 'Pytająca'] });
  jan = await makeWorker(t.adminUrl, ngo, ['ngo_specialist'], { scope: [], name: ['Jan', 'Wiedzący'] });
  stranger = await makeWorker(t.adminUrl, ngo, ['ngo_specialist'], { scope: [] });
  for (const actor of [head, anna, jan, stranger]) await makeAccount(t, actor);
  await signIn();
});
async function signIn() {
  browsers = {
    head: await t.as(head.accountId),
    anna: await t.as(anna.accountId),
    jan: await t.as(jan.accountId),
    stranger: await t.as(stranger.accountId),
  };
}
afterAll(async () => {
  await t.drop();
  await rm(dir, { recursive: true, force: true });
});
/** Time goes by; sessions end, so everybody signs in again. */
const pass = async (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
  t.setNow(now);
  await signIn();
};

const found = async (reading: string, joining: string, name = `Grupa ${newId().slice(-4)}`) => {
  const answer = await browsers.head.post('/groups/new', {
    name,
    description: 'O czym rozmawiamy.',
    reading,
    joining,
  });
  expect(answer.status).toBe(303);
  return answer.location ?? '';
};
let count = 0;
const ask = async (browser: Browser, group: string, title = `Pytanie ${++count}`) => {
  const answer = await browser.post(`${group}/ask`, { title, body: `Szczegóły pytania ${title}.` });
  expect(answer.status).toBe(303);
  return answer.location ?? '';
};
const idOf = (path: string) => path.split('/').at(-1) ?? '';
const reply = (browser: Browser, topic: string, body = `Odpowiedź ${++count} na pytanie.`) =>
  browser.post(`/discussions/topic/${idOf(topic)}/new`, { _shown: '0', title: '', body });
const commentIn = (location: string | null) => /\/comments\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
const attempt = (actor: Actor, query: ReturnType<typeof sql>) =>
  t.ctxAs(actor, (ctx) => ctx.tx.run(query), { now }).catch((e: { code?: string }) => e.code);

describe('a group', () => {
  test('is begun by a head and not by a social worker; anybody joins an open one', async () => {
    const form = { name: 'Moja', description: 'x', reading: 'open', joining: 'anybody' };
    expect((await browsers.anna.post('/groups/new', form)).status).toBe(404);
    const group = await found('open', 'anybody');
    expect((await browsers.stranger.get(group)).text).toContain('Dołącz do grupy');
    expect((await browsers.anna.post(`${group}/join`)).location).toContain('done=joined');
    expect((await browsers.head.get(`${group}/members`)).text).toContain('Anna Pytająca');
    expect((await browsers.stranger.get(`${group}/members`)).status).toBe(404);
    expect((await t.visitor.get(group)).location).toContain('/sign-in');
  });

  test('a question comes to a solving answer', async () => {
    const group = await found('open', 'anybody');
    await browsers.anna.post(`${group}/join`);
    await browsers.jan.post(`${group}/join`);
    const topic = await ask(browsers.anna, group, 'Jak zlecić usługę spółdzielni?');
    const answer = commentIn(
      (await reply(browsers.jan, topic, 'Trzeba zastosować klauzulę społeczną.')).location,
    );
    const mark = (browser: Browser, what = 'solve') => browser.post(`${topic}/arrange`, { what, answer });
    expect((await mark(browsers.jan)).status).toBe(404);
    expect((await mark(browsers.anna)).status).toBe(303);
    const { text } = await browsers.stranger.get(topic);
    expect(text).toContain('Odpowiedź, która rozwiązuje');
    expect((await browsers.stranger.get(group)).text).toContain('rozwiązane');
    expect((await browsers.stranger.get(`${group}?q=klauzule`)).text).toContain(
      'Jak zlecić usługę spółdzielni?',
    );
    expect((await browsers.stranger.get(`${group}?q=ogrodnictwo`)).text).toContain('Nic nie znaleziono');
    expect((await browsers.stranger.get(`${group}?q=%27%20%26%20%7C%20%21%28%3A%2A`)).status).toBe(200);
  });

  test('of members is read by members alone, in every way', async () => {
    const group = await found('members', 'invited');
    const topic = await ask(browsers.head, group, 'Tajne pytanie');
    expect((await browsers.stranger.get(group)).status).toBe(404);
    expect((await browsers.stranger.get(topic)).status).toBe(404);
    expect((await browsers.stranger.get('/groups')).text).not.toContain(idOf(group));
    expect((await browsers.stranger.get(`/discussions/topic/${idOf(topic)}`)).status).toBe(404);
    expect((await t.visitor.get(`/discussions/topic/${idOf(topic)}`)).status).toBe(404);
    expect((await reply(browsers.stranger, topic)).status).toBe(404);
    const read = (actor: Actor) =>
      attempt(actor, sql`select from exchange.comment where subject_id = ${idOf(topic)}`);
    expect(await read(head)).toBe(1);
    expect(await read(stranger)).toBe(0);
    expect(await read(PUBLIC_ACTOR)).toBe(0);
    expect(await read({ ...head, kind: 'participant', accountId: newId() })).toBe(0);
    expect(
      await attempt(stranger, sql`select from exchange.membership where group_id = ${idOf(group)}`),
    ).toBe(0);
    expect(await attempt(stranger, sql`select exchange.find_topics(${idOf(group)}, 'tajn:*'::tsquery)`)).toBe(
      0,
    );
    expect((await browsers.stranger.post(`${group}/join`)).status).toBe(404);
    expect(
      await attempt(
        stranger,
        sql`select exchange.ask(${newId()}, ${idOf(group)}, 'question', null, null, ${newId()}, 'x', 'x', 'h', 'pl', null)`,
      ),
    ).toBe('42501');
  });

  test('is joined by the link of a letter, once', async () => {
    const group = await found('members', 'invited');
    expect((await browsers.anna.post(`${group}/invite`, { email: 'x@example.org' })).status).toBe(404);
    expect((await browsers.head.post(`${group}/invite`, { email: 'jan@example.org' })).status).toBe(303);
    const mails = await t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx), { now });
    const link =
      /http:\/\/splot\.test(\/groups\/join\/[\w-]{43})/.exec(
        mails.find((m) => m.to === 'jan@example.org')?.body ?? '',
      )?.[1] ?? '';
    expect((await t.visitor.post(link)).status).toBe(401);
    expect((await browsers.jan.get(link)).text).toContain('Dołączam');
    expect((await browsers.jan.post(link)).location).toContain(group);
    expect((await browsers.stranger.post(link)).location).toBe(link);
    expect((await browsers.jan.get(group)).status).toBe(200);
    expect((await browsers.jan.post(`${group}/leave`)).status).toBe(303);
    expect((await browsers.jan.get(group)).status).toBe(404);
  });

  test('closes a topic: nothing is written to it, by form or by hand; keepers pin', async () => {
    const group = await found('open', 'anybody');
    await browsers.anna.post(`${group}/join`);
    const topic = await ask(browsers.anna, group);
    expect((await browsers.anna.post(`${topic}/arrange`, { what: 'pin' })).status).toBe(404);
    expect((await browsers.head.post(`${topic}/arrange`, { what: 'pin' })).status).toBe(303);
    expect((await browsers.anna.post(`${topic}/arrange`, { what: 'close' })).status).toBe(303);
    expect((await reply(browsers.head, topic)).status).toBe(404);
    const write = sql`select exchange.write(${newId()}, 'topic', ${idOf(topic)}, null, '', 'x', 'x', 'shown', 'h2', 'pl', null, null, '{}')`;
    expect(await attempt(head, write)).toBe('42501');
    const outsider = sql`select exchange.write(${newId()}, 'topic', ${idOf(await ask(browsers.anna, group))}, null, '', 'x', 'x', 'shown', 'h3', 'pl', null, null, '{}')`;
    expect(await attempt(stranger, outsider)).toBe('42501');
  });

  test('votes once a person; sums are seen after the vote or the end', async () => {
    const group = await found('open', 'anybody');
    for (const who of ['anna', 'jan'] as const) await browsers[who].post(`${group}/join`);
    const poll = { title: 'Kiedy spotkanie?', body: 'Proszę wybrać dzień.' };
    expect((await browsers.anna.post(`${group}/poll`, { ...poll, options: 'wtorek' })).status).toBe(422);
    const until = await browsers.anna.post(`${group}/poll`, {
      ...poll,
      options: 'wtorek\nśroda\nwtorek',
      until: '10.03.2026',
    });
    const topic = until.location ?? '';
    const before = await browsers.anna.get(topic);
    expect(before.text).not.toMatch(/\d głos/);
    const options = [
      ...before.text.matchAll(
        /name="option" value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="option"/g,
      ),
    ].map((m) => m[1] ?? m[2] ?? '');
    const ids =
      options.length > 0
        ? options
        : [...before.text.matchAll(/value="([0-9a-f-]{36})"/g)].map((m) => m[1] ?? '');
    expect((await browsers.anna.post(`${topic}/vote`, { option: ids[0] ?? '' })).status).toBe(303);
    expect((await browsers.anna.post(`${topic}/vote`, { option: ids[1] ?? '' })).status).toBe(409);
    expect((await browsers.stranger.post(`${topic}/vote`, { option: ids[1] ?? '' })).status).toBe(409);
    expect((await browsers.jan.post(`${topic}/vote`, { option: newId() })).status).toBe(422);
    expect((await browsers.anna.get(topic)).text).toContain('1 głos');
    expect((await browsers.jan.get(topic)).text).not.toContain('1 głos');
    expect(await attempt(jan, sql`select from exchange.vote`)).toBe(0);
    await pass(8);
    expect((await browsers.stranger.get(topic)).text).toContain('1 głos');
    expect((await browsers.jan.post(`${topic}/vote`, { option: ids[1] ?? '' })).status).toBe(409);
  });

  test('keeps files for its readers; a foreign file is not opened by pinning it', async () => {
    const group = await found('members', 'anybody');
    await browsers.anna.post(`${group}/join`);
    await browsers.jan.post(`${group}/join`);
    const body = new FormData();
    body.set('title', 'Pytanie z plikiem');
    body.set('body', 'W załączniku projekt umowy.');
    body.set('file', new File(['zwykły tekst'], 'umowa.txt', { type: 'text/plain' }));
    const sent = await t.fetch(
      new Request(`http://splot.test${group}/ask`, {
        method: 'POST',
        body,
        headers: { origin: 'http://splot.test', cookie: await t.auth.sessionCookie(anna.accountId) },
      }),
    );
    expect(sent.status, (await sent.text()).slice(-3000)).toBe(303);
    const topic = sent.headers.get('location') ?? '';
    const link =
      /\/comments\/[0-9a-f-]{36}\/files\/[0-9a-f-]{36}/.exec((await browsers.jan.get(topic)).text)?.[0] ?? '';
    expect((await browsers.jan.get(link)).text).toBe('zwykły tekst');
    expect((await browsers.stranger.get(link)).status).toBe(404);
    const own = commentIn((await reply(browsers.jan, topic)).location);
    const pin = sql`insert into exchange.comment_file (file_id, comment_id) values (${idOf(link)}, ${own})`;
    expect(await attempt(jan, pin)).toBe('42501');
  });

  test('writes once a week what is new, with one click to leave', async () => {
    const group = await found('members', 'anybody', 'Grupa z listem');
    await browsers.jan.post(`${group}/join`);
    await pass(1);
    await ask(browsers.head, group, 'Coś nowego w grupie');
    await pass(7);
    const digest = async () => {
      await t.ctxAs(SYSTEM_ACTOR, (ctx) => startDigests(ctx), { now });
      await runQueueOnce({ adminUrl: t.adminUrl, db: t.db, jobs: exchangeJobs(host), clock: () => now });
      const all = await t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx), { now });
      return all.filter(
        (mail) => mail.to === `${jan.accountId}@example.org` && mail.body.includes('Grupa z listem'),
      );
    };
    const [letter] = await digest();
    expect(letter?.body).toContain('1 nowy temat');
    expect(letter?.body).not.toContain('Coś nowego w grupie');
    expect(await digest()).toHaveLength(1);
    const around = letter?.body.slice(letter.body.indexOf('Grupa z listem')) ?? '';
    const leave = /\/groups\/digest\/[\w-]{43}/.exec(around)?.[0] ?? '';
    expect((await t.visitor.post(leave)).location).toBe('/groups/digest/left');
    expect((await browsers.jan.get(group)).text).toContain('Wysyłaj mi co tydzień');
  });
});

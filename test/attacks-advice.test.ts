import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { storeFile } from '#kernel/files/files.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { makeAdviser, makeDesk, makeQuestion } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';

/** What somebody could try at an advice desk, from outside and from inside. */

let t: TestApp;
let owes: MadeInstitution;
let desk: string;
let adviser: Actor;
let colleague: Actor;
let other: Actor;
let browser: Browser;
beforeAll(async () => {
  t = await testApp();
  const dir = mkdtempSync(join(tmpdir(), 'splot-attacks-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  owes = await makeInstitution(t.adminUrl, 'OWES');
  desk = await makeDesk(t.adminUrl, owes, { isDefault: true });
  adviser = await makeAdviser(t.adminUrl, owes, desk);
  colleague = await makeWorker(t.adminUrl, owes, ['reception'], { scope: [] });
  const ngo = await makeInstitution(t.adminUrl, 'NGO');
  other = await makeAdviser(t.adminUrl, ngo, await makeDesk(t.adminUrl, ngo));
  browser = await t.as(await makeAccount(t, colleague));
}, 60_000);
afterAll(() => t.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(t.adminUrl, (run) => run(text, values));
/** The number of rows touched, or the code with which PostgreSQL refuses. */
const attempt = (actor: Actor, query: ReturnType<typeof sql>) =>
  t.ctxAs(actor, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
const refused = (outcome: unknown) => outcome === 0 || outcome === '42501' || outcome === '23514';
const secretOf = (location: string | null) => /\/advice\/q\/([\w-]{43})/.exec(location ?? '')?.[1] ?? '';
const ask = async (words: string, more: Record<string, string> = {}) =>
  secretOf((await t.visitor.post('/advice', { words, looked: 'yes', _shown: '0', ...more })).location);
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
const stored = (actor: Actor) =>
  t.ctxAs(actor, (ctx) => storeFile(ctx, { name: 'akta.pdf', bytes: pdf, allowed: ['pdf'] }));

describe('files', () => {
  test('the link of a question opens no file but those of the question', async () => {
    const secret = await ask('Pytanie bez załączników.');
    const file = await stored(adviser);
    expect((await browser.get(`/advice/q/${secret}/file/${file}`)).status).toBe(404);
    expect((await t.visitor.get(`/advice/q/${secret}/file/${file}`)).status).toBe(404);
  });

  test('nobody hangs a file that was there before on something they may read', async () => {
    const question = await makeQuestion(t.adminUrl, desk);
    const message = newId();
    await rows(
      `insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at) values ($1, $2, $3, 'out', 'draft', 'x', $4, now())`,
      [message, question, desk, adviser.subjectId],
    );
    const file = await stored(colleague);
    const hang = sql`insert into advice.attachment (file_id, message_id, question_id, desk_id) values (${file}, ${message}, ${question}, ${desk})`;
    expect(refused(await attempt(adviser, hang))).toBe(true);
    const own = await t.ctxAs(adviser, async (ctx) => {
      const id = await storeFile(ctx, { name: 'nowy.pdf', bytes: pdf, allowed: ['pdf'] });
      return ctx.tx.run(
        sql`insert into advice.attachment (file_id, message_id, question_id, desk_id) values (${id}, ${message}, ${question}, ${desk})`,
      );
    });
    expect(own).toBe(1);
  });
});

describe('what a shared computer keeps', () => {
  test('nothing of a page behind a secret link, with a cookie or without', async () => {
    const secret = await ask('Mój partner mnie bije.');
    for (const who of [t.visitor, browser])
      expect((await who.get(`/advice/q/${secret}`)).headers.get('cache-control')).toContain('no-store');
    const { headers } = await t.visitor.get(`/advice/q/${secret}`);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('etag')).toBe(null);
  });
});

describe('persons who are advised', () => {
  const person = newId();
  beforeAll(async () => {
    await rows(
      `insert into advice.client (id, desk_id, kind, name, created_at, created_by) values ($1, $2, 'person', 'Jan Próbny', now(), $3)`,
      [person, desk, adviser.subjectId],
    );
    await rows(
      `insert into advice.client_adviser (client_id, desk_id, client_kind, worker_id, since, until) values ($1, $2, 'person', $3, '2025-01-01', '2025-06-01')`,
      [person, desk, adviser.subjectId],
    );
  });
  test('whoever advised them once does not revive it', async () => {
    expect(await attempt(adviser, sql`select from advice.client where id = ${person}`)).toBe(0);
    expect(refused(await attempt(adviser, sql`update advice.client_adviser set until = null`))).toBe(true);
    expect(await attempt(adviser, sql`select from advice.client where id = ${person}`)).toBe(0);
  });
  test('nobody of the desk writes over somebody they do not see', async () => {
    await attempt(adviser, sql`update advice.client set name = 'X', email = 'x@example.org'`);
    expect(await rows('select name from advice.client where id = $1', [person])).toEqual([
      { name: 'Jan Próbny' },
    ]);
  });
});

describe('another desk', () => {
  test('sees and touches nothing', async () => {
    const question = await makeQuestion(t.adminUrl, desk);
    const tries = [
      sql`select from advice.question where id = ${question}`,
      sql`select from advice.letter`,
      sql`select from advice.notice`,
      sql`select * from advice.find(to_tsquery('simple', 'pytani:*'), 100)`,
      sql`update advice.question set subject = 'x'`,
      sql`select from advice.asker`,
      sql`select from advice.question_words`,
      sql`select from advice.link`,
    ];
    for (const query of tries) expect(refused(await attempt(other, query))).toBe(true);
  });
});

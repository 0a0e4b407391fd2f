import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { mailJobs } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { makeAdviser, makeDesk, makeQuestion } from '#test/advice.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeInstitution } from '#test/factories.ts';
import { adviceJobs } from '../src/modules/advice/jobs.ts';

/** What is left of somebody anywhere in the database once an advice desk has forgotten them: nothing. */

let t: TestApp;
let owes: MadeInstitution;
let desk: string;
let adviser: Actor;
beforeAll(async () => {
  t = await testApp();
  owes = await makeInstitution(t.adminUrl, 'OWES');
  desk = await makeDesk(t.adminUrl, owes, { isDefault: true });
  adviser = await makeAdviser(t.adminUrl, owes, desk);
}, 60_000);
afterAll(() => t.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(t.adminUrl, (run) => run(text, values));
async function work(...tasks: readonly string[]): Promise<void> {
  for (const task of tasks) await rows('select graphile_worker.add_job($1)', [task]);
  const jobs = [...adviceJobs({ siteUrl: 'http://splot.test' }), ...mailJobs({ MAIL_FROM: 'a@example.org' })];
  await runQueueOnce({ adminUrl: t.adminUrl, db: t.db, jobs, clock: () => t.parts.clock() });
}

/** Every column of the application in which the word stands. */
const placesOf = (word: string): Promise<string[]> =>
  asAdmin(t.adminUrl, async (run) => {
    const columns = await run(`
      select n.nspname || '.' || c.relname as table, quote_ident(a.attname) as column from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace join pg_type y on y.oid = a.atttypid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and y.typname in ('text', 'jsonb', 'tsvector', '_text')
        and n.nspname in ('advice', 'kernel', 'audit', 'library')`);
    const found: string[] = [];
    for (const { table, column } of columns) {
      const held = `select 1 from ${String(table)} where ${String(column)}::text ilike '%' || $1 || '%' limit 1`;
      if ((await run(held, [word])).length > 0) found.push(`${String(table)}.${String(column)}`);
    }
    return found.sort();
  });

describe('somebody who asked', () => {
  test('and wants to be forgotten is found by no word and in no letter; the question stays', async () => {
    const { location } = await t.visitor.post('/advice', {
      words: 'Ile trwa okres wypowiedzenia?',
      name: 'Gżegżółka Próbny',
      email: 'gzegzolk@example.org',
      looked: 'yes',
      _shown: '0',
    });
    const path = /\/advice\/q\/[\w-]{43}/.exec(location ?? '')?.[0] ?? '';
    await work();
    expect(await placesOf('gzegzolk')).toEqual([
      'advice.asker.email',
      'advice.question_words.words',
      'kernel.mail.to_address',
    ]);
    expect((await t.visitor.post(`${path}/forget`)).status).toBe(303);
    await work();
    expect(await placesOf('gzegzolk')).toEqual([]);
    expect(await placesOf('Gżegżółka')).toEqual([]);
    expect(await placesOf('okres')).toContain('advice.question_words.words');
  });

  test('is gone when the time of keeping is over: notes of reviewers, letters, articles nobody finished', async () => {
    const word = 'kanarek';
    const [message, file] = [newId(), newId()];
    const question = await makeQuestion(t.adminUrl, desk, { askedAt: '2019-01-01T09:00:00Z' });
    await rows(
      `update advice.question set state = 'closed', due_on = null, closed_at = '2019-02-01', subject = $2 where id = $1`,
      [question, word],
    );
    await rows(
      'insert into advice.asker (question_id, desk_id, name, email, phone) values ($1, $2, $3, $3, $3)',
      [question, desk, word],
    );
    await rows(
      `insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at, sent_at, review_note, mail_id)
       values ($1, $2, $3, 'out', 'sent', $4, $5, now(), now(), $4, $4)`,
      [message, question, desk, word, adviser.subjectId],
    );
    await rows(
      'insert into advice.rating (question_id, desk_id, score, words, rated_at) values ($1, $2, 4, $3, now())',
      [question, desk, word],
    );
    await rows(
      `insert into advice.question_words (question_id, desk_id, asked_at, words) values ($1, $2, now(), $3::tsvector)`,
      [question, desk, word],
    );
    await rows(
      `insert into kernel.file (id, owner_institution, uploaded_by, name, kind, size, sha256, storage_key, scan_state, created_at)
       values ($1::uuid, $2, $3, $4, 'pdf', 1, repeat('0', 64), $1::text, 'unscanned', now())`,
      [file, owes.id, adviser.accountId, `${word}.pdf`],
    );
    await rows(
      'insert into advice.attachment (file_id, message_id, question_id, desk_id) values ($1, $2, $3, $4)',
      [file, message, question, desk],
    );
    await rows(
      `insert into advice.mailbox (name, uid_validity, last_uid, checked_at) values ('m', 1, 1, now())`,
    );
    await rows(
      `insert into advice.letter (id, desk_id, mailbox, uid_validity, uid, state, from_address, from_name, subject, size, received_at, question_id)
       values ($1, $2, 'm', 1, 1, 'taken', $3, $3, $3, 1, '2026-02-01', $4)`,
      [newId(), desk, word, question],
    );
    await rows(
      `insert into kernel.mail (id, to_address, subject, body, created_at) values ($1, $2, 'x', 'x', '2026-02-01')`,
      [message, word],
    );
    await rows('insert into advice.notice (mail_id, question_id, desk_id) values ($1, $2, $3)', [
      message,
      question,
      desk,
    ]);
    await rows(
      `insert into advice.article (id, desk_id, question_id, title, body, created_by, created_at, updated_at) values ($1, $2, $3, $4, $4, $5, now(), now())`,
      [message, desk, question, word, adviser.subjectId],
    );
    await rows(
      `insert into advice.finding (id, article_id, desk_id, kind, said) values ($1, $1, $2, 'name', $3)`,
      [message, desk, word],
    );
    expect((await placesOf(word)).length).toBeGreaterThan(12);
    await work('advice.forget');
    expect(await placesOf(word)).toEqual([]);
  });
});

test('a person who was advised goes with their documents, also one without a card', async () => {
  const word = 'bazant';
  const [client, bare, card, file] = [newId(), newId(), newId(), newId()];
  for (const id of [client, bare])
    await rows(
      `insert into advice.client (id, desk_id, kind, name, email, created_at, created_by) values ($1, $2, 'person', $3, $3, '2013-01-01', $4)`,
      [id, desk, word, adviser.subjectId],
    );
  await rows(
    `insert into advice.path (id, desk_id, client_id, client_kind, diagnosis, opened_on) values ($1, $2, $1, 'person', $3, '2013-01-01')`,
    [bare, desk, word],
  );
  await rows(
    `insert into advice.card (id, desk_id, client_id, client_kind, worker_id, type_code, on_date, hours, channel, problem, created_at, updated_at)
     values ($1, $2, $3, 'person', $4, 'legal', '2013-01-01', 1, 'phone', $5, now(), now())`,
    [card, desk, client, adviser.subjectId, word],
  );
  await rows(
    `insert into kernel.file (id, owner_institution, uploaded_by, name, kind, size, sha256, storage_key, scan_state, created_at)
     values ($1::uuid, $2, $3, $4, 'pdf', 1, repeat('0', 64), $1::text, 'unscanned', now())`,
    [file, owes.id, adviser.accountId, `${word}.pdf`],
  );
  await rows(
    `insert into advice.card_file (file_id, card_id, desk_id, client_id, client_kind, title, added_at) values ($1, $2, $3, $4, 'person', $5, now())`,
    [file, card, desk, client, word],
  );
  await work('advice.cards_erase');
  expect(await placesOf(word)).toEqual([]);
});

test('a letter that went out is kept for a quarter of a year', async () => {
  await rows(
    `insert into kernel.mail (id, to_address, subject, body, created_at, sent_at) values (gen_random_uuid(), 'stary@example.org', 'x', 'x', '2025-11-01', '2025-11-01')`,
  );
  await work('mail.forget');
  expect(await rows(`select from kernel.mail where to_address = 'stary@example.org'`)).toEqual([]);
});

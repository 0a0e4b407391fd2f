import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin } from '#test/factories.ts';
import { shapesOf } from '#test/plans.ts';
import { fitting } from './policy.ts';
import { PAGE_LENGTH, type PageQuery } from './schema.ts';
import { discussion } from './service.ts';

/** A page of comments costs the same whatever the discussion holds: it is read along its index, and nothing else is. */
const PAGE = '00000000-0000-7000-8000-000000000001';
const MIDDLE = '01000000-2710-7000-8000-000000002710';
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await asAdmin(t.adminUrl, async (run) => {
    await run(`set session_replication_role = replica`);
    await run(`create temp table made as select i,
      (lpad('1', 2, '0') || lpad(to_hex(i), 10, '0') || '70008000' || lpad(to_hex(i), 12, '0'))::uuid as id from generate_series(0, 29999) i`);
    await run(
      `insert into exchange.comment (id, subject_kind, subject_id, thread_id, parent_id, state, text_hash, created_at)
       select m.id, 'document', $1, r.id, nullif(r.id, m.id), 'shown', md5(m.i::text), now()
       from made m join made r on r.i = m.i - m.i % 3`,
      [PAGE],
    );
    await run(`insert into exchange.comment_text (comment_id, number, title, body, signature, lang, written_at)
      select id, 1, 'Tytuł', 'Treść komentarza numer ' || i, 'Podpis', 'pl', now() from made`);
    await run('insert into exchange.author (comment_id, created_at) select id, now() from made');
    await run('analyze exchange.comment, exchange.comment_text, exchange.author');
  });
}, 120_000);
afterAll(() => t.drop());

const subject = {
  kind: 'document',
  id: PAGE,
  title: 'Strona',
  path: '/x',
  policy: 'after',
  guests: true,
} as const;
const scope = {
  actor: PUBLIC_ACTOR,
  now: TEST_NOW,
  lang: 'pl',
  requestId: 'test',
  purpose: 'P5',
  path: '/x',
} as const;
const pages: [string, PageQuery][] = [
  ['first', {}],
  ['middle', { after: { thread: MIDDLE, id: MIDDLE } }],
  ['last', { last: 'yes' }],
];

test.each(pages)('no comment is read that the %s page does not show', async (_, query) => {
  const shapes = await shapesOf(t.url, scope, (ctx) => discussion(ctx, subject, query));
  expect(shapes.length).toBeGreaterThan(0);
  const scanned = shapes.flatMap((shape) => shape.scanned.map((table) => `${table} (${shape.mode})`));
  expect(scanned.filter((each) => /^(comment|comment_text|author) /.test(each))).toEqual([]);
});

test('pages follow one another without a gap, forwards and backwards', async () => {
  const read = (query: PageQuery) => t.ctxAs(PUBLIC_ACTOR, (ctx) => discussion(ctx, subject, query));
  const place = (text: string | null) => {
    const [thread = '', id = ''] = (text ?? '').split('.');
    return { thread, id };
  };
  const first = await read({});
  const second = await read({ after: place(first.next) });
  const back = await read({ before: place(second.previous) });
  expect(first.comments).toHaveLength(50);
  expect(back.comments.map(({ id }) => id)).toEqual(first.comments.map(({ id }) => id));
  expect(back.previous).toBeNull();
  expect(second.comments[0]?.words?.body).toBe('Treść komentarza numer 50');
  const last = await read({ last: 'yes' });
  expect(last.next).toBeNull();
  expect(last.comments.at(-1)?.words?.body).toBe('Treść komentarza numer 29999');
  expect(first.count).toBe(1001);
});

test('a page of long comments holds fewer of them, and one that is longer than a page', () => {
  const rows = (length: number) => Array.from({ length: 51 }, () => ({ body: 'x'.repeat(length) }));
  expect(fitting(rows(10))).toHaveLength(50);
  expect(fitting(rows(5000))).toHaveLength(8);
  expect(fitting(rows(PAGE_LENGTH + 1))).toHaveLength(1);
  expect(fitting([])).toEqual([]);
});

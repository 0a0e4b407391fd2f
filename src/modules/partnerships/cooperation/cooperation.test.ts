import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeCaseIn, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { verdictOf } from './policy.ts';
import { type Component, waysOf } from './schema.ts';
import { yearsFor } from './service.ts';

let app: TestApp;
let w: World;
let partner: Browser;
let outsider: Browser;

const run = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (query) => query(text, values));

/** Referrals of a case each, answered by `acceptedIn` of them in time. */
async function refer(from: string, to: string, worker: string, n: number, accepted: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    const { id } = await makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker] });
    await run(
      `insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state,
         packet, packet_hash, sent_at, due_on, answered_at, decline_code, informed_on, informed_form)
       values ($1, $2, $3, 'service', $4, $5, $6, $7, '{}', 'x', '2026-02-02T09:00:00Z', '2026-02-09', $8, $9, '2026-02-02', 'talk')`,
      [
        ...[newId(), id, w.partnershipId, from, worker, to, i < accepted ? 'accepted' : 'declined'],
        ...['2026-02-05T09:00:00Z', i < accepted ? null : 'no_places'],
      ],
    );
  }
}

beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  await makeAccount(app, w.adviser);
  partner = await app.as(w.adviser.accountId);
  const other = await makeWorld(app.adminUrl);
  await makeAccount(app, other.opsHead);
  outsider = await app.as(other.opsHead.accountId);
  await refer(w.ops.id, w.pup.id, w.socialWorker.subjectId, 12, 12);
  await refer(w.ops.id, w.ngo.id, w.socialWorker.subjectId, 3, 1);
}, 60_000);
afterAll(() => app.drop());

const page = (query = '') => partner.get(`/partnerships/${w.partnershipId}/cooperation${query}`);
const cells = (html: string, row: string): string[] => {
  const found = new RegExp(`<tr><th scope="row">(?:(?!</th>).)*${row}.*?</tr>`, 's').exec(html)?.[0] ?? '';
  return [...found.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '').trim());
};

test('partners see who works with whom, numbers under five veiled', async () => {
  const ways = await page();
  expect(ways.status).toBe(200);
  expect(cells(ways.text, w.ops.name)).toEqual(['ta sama instytucja', '2', '2']);
  const referrals = await page('?show=referral&year=2026');
  expect(cells(referrals.text, w.ops.name)).toEqual(['ta sama instytucja', '12 (12)', '&lt; 5 (ukryte)']);
  expect(cells(referrals.text, w.pup.name)[0]).toBe('–brak');
  expect(referrals.text).toContain('aria-labelledby="coop-wide"');
  expect((await page('?show=nonsense&year=1')).status).toBe(200);
});

test('nobody else sees it, and the database gives them nothing', async () => {
  expect((await outsider.get(`/partnerships/${w.partnershipId}/cooperation`)).status).toBe(404);
  expect((await app.visitor.get(`/partnerships/${w.partnershipId}/cooperation`)).location).toMatch(/sign-in/);
  const stranger = await makeWorker(app.adminUrl, (await makeWorld(app.adminUrl)).ops, ['head']);
  const { sql } = await import('#kernel/db/tx.ts');
  for (const query of [
    sql`select * from cases.api_cooperation(${w.partnershipId}, '2020-01-01', '2030-01-01')`,
    sql`select * from cases.api_health(${w.partnershipId}, '2020-01-01', '2030-01-01', 14) where whole > 0`,
    sql`select * from events.api_together(${[w.ops.id, w.pup.id]}::uuid[], '2020-01-01', '2030-01-01')`,
  ])
    expect(await app.ctxAs(stranger, (ctx) => ctx.tx.many(query))).toEqual([]);
});

test('health has definitions, numbers and words, and no single score', async () => {
  const { text } = await page();
  expect(text).toContain('Odpowiedź na skierowanie w terminie');
  expect(text).toContain('100% · 15 z 15');
  expect(text).toContain('warto porozmawiać');
  expect(cells(text, 'Osoby do kontaktu')[0]).toContain('0 z 3');
  expect(cells(text, 'Plany podpisane')[1]).toContain('nie wiadomo');
});

test('what is veiled cannot be worked out from what is shown', async () => {
  const rows = await run(`
    select w as whole, p as part, cases.veil(p, w) as veil from generate_series(0, 40) w, generate_series(0, w) p`);
  const seen = new Map<string, Set<number>>();
  const told = (r: Record<string, unknown>) => {
    const whole = Number(r.whole);
    return JSON.stringify([whole > 0 && whole < 5 ? 'few' : whole, r.veil ?? Number(r.part)]);
  };
  for (const row of rows) seen.set(told(row), (seen.get(told(row)) ?? new Set()).add(Number(row.part)));
  const small = (n: number) => n > 0 && n < 5;
  for (const row of rows) {
    const [whole, part] = [Number(row.whole), Number(row.part)];
    if (small(part) || small(whole - part))
      expect(seen.get(told(row))?.size, told(row)).toBeGreaterThanOrEqual(3);
  }
});

test('a veiled number is called good or worth a talk only where both ends say the same', () => {
  const rule = { code: 'answer', goodFrom: 80, days: null, least: 5, source: '', validFrom: '2026-01-01' };
  const of = (whole: number | null, part: number | null, veil: Component['veil'] = null) =>
    verdictOf({ code: 'answer', whole, part, veil, median: null }, rule);
  expect(of(100, 80)).toBe('good');
  expect(of(100, 79)).toBe('talk');
  expect(of(100, null, 'most')).toBe('good');
  expect(of(100, null, 'few')).toBe('talk');
  expect(of(10, null, 'most')).toBe('unknown');
  expect(of(null, null, 'some')).toBe('unknown');
  expect(of(4, 4)).toBe('unknown');
});

test('years do not overlap, and this one ends with its last whole month', () => {
  expect([...yearsFor('2026-03-04', '2024-05-01')]).toEqual([
    [2026, { from: '2026-01-01', to: '2026-02-28' }],
    [2025, { from: '2025-01-01', to: '2025-12-31' }],
    [2024, { from: '2024-01-01', to: '2024-12-31' }],
  ]);
  expect([...yearsFor('2026-01-20', '2026-01-02').keys()]).toEqual([2025]);
  expect(waysOf(undefined)).toBe(0);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';

let t: TestApp;
let worker: Browser;
let colleague: Browser;
let stranger: Browser;
const PATH = '/models/pralnia/budget';
const typed = 'unit=kg&price=7%2C80&variable=2&first=100&full=200&ramp=2&months=12&delay=14';
beforeAll(async () => {
  t = await testApp();
  const unit = { name: 'kg', price: 780, variable: 210 };
  const budget = {
    start: [],
    grant: 0,
    own: 0,
    unit,
    first: 1,
    full: 2,
    ramp: 1,
    fixed: [],
    staff: [],
    delay: 0,
    months: 6,
  };
  await makeDocument(t.adminUrl, { kind: 'model', slug: 'pralnia', title: 'Pralnia', facts: { budget } });
  const sign = async (institution: Awaited<ReturnType<typeof makeInstitution>>) =>
    t.as(await makeAccount(t, await makeWorker(t.adminUrl, institution, ['social_worker'])));
  const ops = await makeInstitution(t.adminUrl, 'OPS');
  worker = await sign(ops);
  colleague = await sign(ops);
  stranger = await sign(await makeInstitution(t.adminUrl, 'PUP'));
});
afterAll(() => t.drop());

test('a budget is kept for the institution, calculated again by its link, and seen by nobody else', async () => {
  expect((await t.visitor.get(PATH)).text).not.toContain('Zachowaj wariant');
  expect((await t.visitor.post(`${PATH}/kept`, { name: 'x', typed })).status).not.toBe(303);
  const kept = await worker.post(`${PATH}/kept`, { name: 'Wariant z dowozem', typed });
  expect(kept.location).toBe(`${PATH}?${typed}`);
  const page = await colleague.get(PATH);
  expect(page.text).toContain('Wariant z dowozem');
  const href = /href="(\/models\/pralnia\/budget\?[^"]+)">Wariant/.exec(page.text)?.[1] ?? '';
  expect((await colleague.get(href.replaceAll('&amp;', '&'))).text).toContain('value="7,80"');
  expect((await stranger.get(PATH)).text).not.toContain('Wariant z dowozem');
  const rows = sql`select id from library.budget_variant`;
  expect(
    await t
      .ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.many<{ id: string }>(rows))
      .catch((e: { code: string }) => e.code),
  ).toBe('42501');
});

test('without a name nothing is kept and the figures stay; what cannot be read is not kept', async () => {
  const unnamed = await worker.post(`${PATH}/kept`, { name: '', typed });
  expect(unnamed.status).toBe(422);
  expect(unnamed.text).toContain('value="7,80"');
  expect((await worker.post(`${PATH}/kept`, { name: 'x', typed: 'price=tanio' })).status).toBe(422);
});

test('only the own institution deletes', async () => {
  const id = /budget\/kept\/([0-9a-f-]{36})/.exec((await worker.get(PATH)).text)?.[1] ?? '';
  expect((await stranger.post(`${PATH}/kept/${id}`)).status).toBe(404);
  expect((await colleague.post(`${PATH}/kept/${id}`)).status).toBe(303);
  expect((await worker.get(PATH)).text).not.toContain('Wariant z dowozem');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { joinDesk, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { templatesOf, withTemplate } from './api.ts';

let app: TestApp;
let lead: Browser;
let adviser: Browser;
let editor: Browser;
let ewa: Actor;
let desk: string;
beforeAll(async () => {
  app = await testApp();
  const ngo: MadeInstitution = await makeInstitution(app.adminUrl, 'NGO');
  const worker = async (...functions: Parameters<typeof makeWorker>[2]) => {
    const actor = await makeWorker(app.adminUrl, ngo, functions, { scope: [] });
    await makeAccount(app, actor);
    return actor;
  };
  const boss = await worker('adviser');
  ewa = await worker('adviser');
  lead = await app.as(boss.accountId);
  adviser = await app.as(ewa.accountId);
  editor = await app.as((await worker('editor')).accountId);
  desk = await makeDesk(app.adminUrl, ngo);
  await joinDesk(app.adminUrl, desk, boss, 'lead');
  await joinDesk(app.adminUrl, desk, ewa);
});
afterAll(() => app.drop());

const list = () => `/advice/desk/settings/${desk}/templates`;
const body =
  'Dzień dobry,\n\nkryterium to {{income_single}}, zasiłek {{unemployment_benefit}}, w ciągu {{social_information_days}}. Sprawa {{number}}.';

test('a template tells the law of the day of the answer, and warns when a fact is over', async () => {
  expect((await lead.get(list())).text).toContain('Nie ma jeszcze szablonów');
  const wrong = await lead.post(`${list()}/new`, { name: 'Kryterium', lang: 'pl', body: '{{nieznany}}' });
  expect(wrong.text).toContain('Nie ma faktu o kodzie „nieznany”');
  const made = await lead.post(`${list()}/new`, { name: 'Kryterium', topic: 'benefits', lang: 'pl', body });
  expect(made.status).toBe(303);
  const [template] = await app.ctxAs(ewa, (ctx) => templatesOf(ctx, desk));
  expect(template?.doubts).toEqual([]);
  const put = (draft: string, now: string) =>
    app.ctxAs(
      ewa,
      (ctx) => withTemplate(ctx, { deskId: desk, number: '2026/000007' }, template?.id ?? '', draft),
      {
        now: new Date(now),
      },
    );
  const spring = (await put('Szkic.', '2026-03-04T09:00:00Z')).replaceAll('\u00a0', ' ');
  expect(spring).toBe(
    'Szkic.\n\nDzień dobry,\n\nkryterium to 1 010 zł, zasiłek 1 721,90 zł, w ciągu 7 dni. Sprawa 2026/000007.\n\nStan prawny na dzień 04.03.2026.',
  );
  // In November the benefit has another amount, which nobody has written down: the gap shows.
  const autumn = await put('', '2026-11-22T09:00:00Z');
  expect(autumn).toContain(
    'zasiłek [BRAK AKTUALNEJ WARTOŚCI: Zasiłek dla bezrobotnych, pierwsze 3 miesiące]',
  );
  const [later] = await app.ctxAs(ewa, (ctx) => templatesOf(ctx, desk), {
    now: new Date('2026-11-22T09:00:00Z'),
  });
  expect(later?.doubts).toMatchObject([{ kind: 'over' }]);
  expect((await lead.get(list())).text).toContain('aktualny');
});

test('editors keep the facts; the value before ends the day before', async () => {
  expect((await adviser.get('/advice/desk/facts')).text).toContain('Kryterium dochodowe osoby samotnie');
  expect((await adviser.get('/advice/desk/facts/income_single')).status).toBe(404);
  const path = '/advice/desk/facts/income_single';
  expect((await editor.get(path)).status).toBe(200);
  const form = { value: '1 100,50', from: '1.01.2027', source: 'rozporządzenie' };
  expect((await editor.post(path, { ...form, from: '1.01.2020' })).status).toBe(422);
  expect((await editor.post(path, { ...form, value: 'dużo' })).status).toBe(422);
  expect((await editor.post(path, form)).status).toBe(303);
  const shown = (await adviser.get('/advice/desk/facts')).text.replaceAll('\u00a0', ' ');
  expect(shown).toContain('1 100,50 zł');
  expect(shown).toContain('31.12.2026');
});

test('a template is changed by who leads the desk, is withdrawn, and is nobody else’s', async () => {
  const [template] = await app.ctxAs(ewa, (ctx) => templatesOf(ctx, desk));
  const path = `${list()}/${template?.id}`;
  expect((await lead.get(path)).text).toContain('Stan prawny na dzień');
  expect((await adviser.get(path)).status).toBe(404);
  expect((await adviser.post(path, { name: 'Mój', lang: 'pl', body: 'x' })).status).toBe(404);
  expect((await lead.post(path, { name: 'Nowa nazwa', lang: 'pl', body, _version: '1' })).status).toBe(303);
  expect((await lead.post(path, { name: 'Spóźniona', lang: 'pl', body, _version: '1' })).status).toBe(409);
  expect((await lead.post(`${path}/end`)).status).toBe(303);
  expect(await app.ctxAs(ewa, (ctx) => templatesOf(ctx, desk))).toEqual([]);
});

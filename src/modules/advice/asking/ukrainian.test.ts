import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type Answer, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution } from '#test/factories.ts';
import { adviceJobs } from '../jobs.ts';
import { mayBeCrisis } from '../service.ts';

/** Somebody who reads Ukrainian asks, reads the answer and says whether it helped, and meets no Polish sentence of ours. */
let app: TestApp;
let answered: (words: string) => Promise<void>;
const EMAIL = 'pytaie@example.org';
beforeAll(async () => {
  app = await testApp();
  const rops = await makeInstitution(app.adminUrl, 'ROPS', 'ROPS');
  const deskId = await makeDesk(app.adminUrl, rops, { isDefault: true, name: 'Punkt doradczy Śląsk' });
  await rows(`update advice.desk set phone = '32 100 20 30' where id = $1`, [deskId]);
  const adviser = await makeAdviser(app.adminUrl, rops, deskId);
  await makeAccount(app, adviser);
  const desk = await app.as(adviser.accountId);
  answered = async (words) => {
    const [q] = await rows(`select id, row_version from advice.question where state in ('new', 'reopened')`);
    await desk.post(`/advice/desk/questions/${String(q?.id)}/reply`, {
      body: words,
      step: 'send',
      _version: String(q?.row_version),
    });
  };
}, 60_000);
afterAll(() => app.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
const uk = { headers: { cookie: 'lang=uk' } };
const get = (path: string) => app.visitor.get(path, uk.headers);
/** A form as the page of this language sends it. */
const post = (path: string, values: Record<string, string>) =>
  app.visitor.post(`${path}?lang=uk`, { _shown: '0', ...values });
const work = () =>
  runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: adviceJobs({ siteUrl: 'http://splot.test' }),
    clock: () => app.parts.clock(),
  });

/** What is Polish on a page: names of counties to choose from and what is marked as Polish are not ours to translate. */
function polishOf({ text }: Answer): string[] {
  expect(text).toContain('<html lang="uk"');
  const ours = text
    .replace(/<select[^>]*name="county"[\s\S]*?<\/select>/g, '')
    .replace(/<(\w+)[^>]* lang="pl"[^>]*>[\s\S]*?<\/\1>/g, '');
  return ours.match(/[^<>"]*[ąćęłńśźżĄĆĘŁŃŚŹŻ][^<>"]*/g) ?? [];
}

test('every topic and kind of caller has a name', async () => {
  const untold = await rows(
    `select code from advice.topic where name_uk = '' union all select code from advice.caller_category where name_uk = ''`,
  );
  expect(untold).toEqual([]);
});

test('from the form to the answer and the rating', async () => {
  const form = await get('/advice');
  expect(polishOf(form)).toEqual([]);
  for (const words of ['Ваше запитання', 'Соціальні виплати', 'Приватна особа', 'не обов’язково'])
    expect(form.text).toContain(words);
  const empty = await post('/advice', { words: '', email: 'nie' });
  expect(empty.status).toBe(422);
  expect(polishOf(empty)).toEqual([]);
  const sent = await post('/advice', { words: 'Як записатися до CIS?', email: EMAIL, looked: 'yes' });
  const link = (sent.location ?? '').replace(/\?.*/, '');
  expect(polishOf(await get(`${link}?done=sent`))).toEqual([]);
  await answered('Зверніться до OPS.');
  await work();
  const letters = (await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx))).filter(({ to }) => to === EMAIL);
  expect(letters).toHaveLength(2);
  for (const { subject, body } of letters) {
    expect(subject).toMatch(/запитання/);
    expect(body.replace('Punkt doradczy Śląsk', '')).not.toMatch(/[ąćęłńśźż]/);
  }
  const page = await get(link);
  expect(page.text).toContain('Зверніться до OPS.');
  expect(page.text).toContain('Чи допомогла відповідь?');
  expect(polishOf(page)).toEqual([]);
  expect((await post(`${link}/rate`, { score: '5' })).location).toContain('done=rated');
  for (const path of ['?done=rated', '?done=more', '/forget', '/erase'])
    expect(polishOf(await get(link + path))).toEqual([]);
  const copy = await get(`${link}/copy`);
  expect(copy.text).toContain('Копія даних');
  expect(copy.text).not.toMatch(/[ąćęłńśźż]/);
  for (const path of ['/advice/answer', '/advice/answer?void=1'])
    expect(polishOf(await get(path))).toEqual([]);
});

describe('words of a crisis', () => {
  test.each([
    'Я більше не хочу жити',
    'Чоловік мене б’є',
    "він б'є мене щодня",
    'Хочу накласти на себе руки',
    'Сусід погрожує вбити',
    'Сьогодні не маю де спати, замерзаю',
  ])('%s', async (words) => {
    expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => mayBeCrisis(ctx, words))).toBe(true);
    const page = await post('/advice/suggest', { words });
    expect(page.text).toContain('Зателефонуйте зараз');
    expect(page.text).toContain('Екстрений номер');
    expect(polishOf(page)).toEqual([]);
  });
  test('an ordinary question is none', async () => {
    for (const words of [
      'Хочу жити в Сосновці і шукаю роботу.',
      'Де можна спати дешево?',
      'Як побити рекорд?',
    ])
      expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => mayBeCrisis(ctx, words))).toBe(false);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type DocumentKind, putDocument } from '#modules/library/api.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { asAdmin } from '#test/factories.ts';
import { newsletterJobs } from './jobs.ts';
import { start } from './service.ts';

let app: TestApp;
const SITE = 'http://splot.test';
const MONDAY = new Date('2026-03-02T09:00:00Z');
const later = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);
beforeAll(async () => {
  app = await testApp(MONDAY);
});
afterAll(() => app.drop());

const system = <T>(work: Parameters<typeof app.ctxAs<T>>[1], now: Date) =>
  app.ctxAs(SYSTEM_ACTOR, work, { now });
const work = (now: Date) =>
  runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs: newsletterJobs(SITE), clock: () => now });
/** A morning: the round begins, and its letters are written. */
const morning = async (now: Date) => {
  await system(start, now);
  await work(now);
};
const letters = (to: string) =>
  system(async (ctx) => (await listMail(ctx)).filter((mail) => mail.to === to), MONDAY);
const linkIn = (body: string | undefined, kind: string) =>
  new RegExp(`/newsletter/${kind}/[\\w-]{43}`).exec(body ?? '')?.[0] ?? '';
const rows = () =>
  asAdmin(app.adminUrl, (run) =>
    run("select email, themes, region from newsletter.subscriber where email <> ''"),
  );
const ask = (email: string, more: Record<string, string | readonly string[]> = {}) =>
  app.visitor.post('/newsletter', { _shown: '0', email, cadence: 'weekly', region: '', ...more });
const publish = (slug: string, theme: string, at: Date, kind: DocumentKind = 'news') =>
  system(
    (ctx) =>
      putDocument(ctx, {
        ...{ kind, slug, parentId: null, position: 0, comments: 'off', tags: [], acts: {} },
        themes: [theme],
        publishedAt: at,
        versions: [
          {
            lang: 'pl',
            title: `Tytuł ${slug}`,
            lead: '',
            body: 'Treść.',
            facts: {},
            legalStateOn: null,
            reviewBy: null,
          },
          {
            lang: 'en',
            title: `Title ${slug}`,
            lead: '',
            body: 'Words.',
            facts: {},
            legalStateOn: null,
            reviewBy: null,
          },
        ],
      }),
    MONDAY,
  );
/** Signs up and confirms; gives the letter's address. */
async function subscribed(email: string, more: Record<string, string | readonly string[]> = {}) {
  await ask(email, more);
  await work(MONDAY);
  await app.visitor.post(linkIn((await letters(email))[0]?.body, 'confirm'));
  return email;
}

test('asked, confirmed, told of its subjects alone, left by one click: and nothing of the person is kept', async () => {
  const form = await app.visitor.get('/newsletter?theme=money');
  expect(form.text).toMatch(/value="money"[^>]* checked/);
  expect((await ask('Clerk@Gmina.example', { 'themes[]': ['money', 'nonsense'] })).location).toBe(
    '/newsletter/sent',
  );
  await work(MONDAY);
  const confirmation = linkIn((await letters('clerk@gmina.example'))[0]?.body, 'confirm');
  expect((await app.visitor.get(confirmation)).text).toContain('Potwierdzam');
  await app.visitor.post(confirmation);
  expect((await app.visitor.get(confirmation)).text).toContain('Newsletter jest włączony');
  expect(await rows()).toEqual([{ email: 'clerk@gmina.example', themes: ['money'], region: '' }]);

  await publish('stare', 'money', later(-3));
  await publish('pieniadze', 'money', later(2));
  await publish('praca', 'work', later(2));
  await publish('jutro', 'money', later(9));
  await morning(later(3));
  expect(await letters('clerk@gmina.example')).toHaveLength(1);
  await morning(later(7));
  const [letter, ...earlier] = await letters('clerk@gmina.example');
  expect(earlier).toHaveLength(1);
  expect(letter?.subject).toBe('Splot: 1 nowy tekst');
  expect(letter?.body).toContain(`Tytuł pieniadze\n${SITE}/news/pieniadze`);
  for (const word of ['stare', 'praca', 'jutro']) expect(letter?.body).not.toContain(word);

  const leaving = linkIn(letter?.body, 'leave');
  const [stored] = await asAdmin(app.adminUrl, (run) =>
    run('select leave_url from kernel.mail where leave_url is not null'),
  );
  expect(stored?.leave_url).toBe(SITE + leaving);
  expect((await app.visitor.get(leaving)).text).toContain('Zrezygnuj i usuń mój adres');
  expect(await rows()).toHaveLength(1);
  // As a mail program sends it: no page opened before, no origin.
  const clicked = await app.fetch(
    new Request(SITE + leaving, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    }),
  );
  expect(clicked.status).toBe(303);
  expect(await rows()).toEqual([]);
  expect((await app.visitor.get(leaving)).text).toContain('Ten odsyłacz już nie działa');
  await system(start, later(8));
  expect(await asAdmin(app.adminUrl, (run) => run('select id from newsletter.subscriber'))).toEqual([]);
});

test('the letter is in the language of the form, and nothing new is no letter', async () => {
  const url = '/newsletter?lang=en';
  const sent = await app.visitor.post(url, { _shown: '0', email: 'reader@x.example', cadence: 'monthly' });
  expect(sent.location).toBe('/newsletter/sent');
  await work(MONDAY);
  const [first] = await letters('reader@x.example');
  expect(first?.subject).toBe('Splot: confirm the newsletter');
  await app.visitor.post(linkIn(first?.body, 'confirm'));
  await publish('koszty', 'money', later(20));
  await morning(later(8));
  expect(await letters('reader@x.example')).toHaveLength(1);
  await morning(later(31));
  expect((await letters('reader@x.example'))[0]?.body).toContain('Title koszty');
  await morning(later(62));
  expect(await letters('reader@x.example')).toHaveLength(2);
});

test('signing up again is choosing anew', async () => {
  await subscribed('again@x.example', { 'themes[]': ['work'] });
  await subscribed('again@x.example', { 'themes[]': ['rights'], region: '1207' });
  expect((await rows()).filter((row) => row.email === 'again@x.example')).toEqual([
    { email: 'again@x.example', themes: ['rights'], region: '1207' },
  ]);
});

test('what was not confirmed in seven days is gone, and its link with it', async () => {
  await ask('silent@x.example');
  await work(MONDAY);
  const confirmation = linkIn((await letters('silent@x.example'))[0]?.body, 'confirm');
  app.setNow(later(8));
  expect((await app.visitor.get(confirmation)).text).toContain('Ten odsyłacz już nie działa');
  await app.visitor.post(confirmation);
  app.setNow(MONDAY);
  await system(start, later(8));
  expect((await rows()).map((row) => row.email)).not.toContain('silent@x.example');
});

test('after three letters that came back the address is forgotten', async () => {
  const email = await subscribed('void@x.example');
  for (const week of [1, 2, 3]) {
    await publish(`tydzien-${week}`, 'work', later(100 + week * 7 - 1));
    await morning(later(100 + week * 7));
    await asAdmin(app.adminUrl, (run) =>
      run("update kernel.mail set problem = '550' where to_address = $1 and sent_at is null", [email]),
    );
    expect((await rows()).some((row) => row.email === email)).toBe(true);
  }
  await system(start, later(122));
  expect((await rows()).some((row) => row.email === email)).toBe(false);
});

test('a program gets the same answer, and more than three letters a day go to nobody', async () => {
  expect((await ask('bot@x.example', { company: 'x' })).location).toBe('/newsletter/sent');
  for (let n = 0; n < 5; n++) await ask('much@x.example');
  await work(MONDAY);
  expect(await letters('bot@x.example')).toEqual([]);
  expect(await letters('much@x.example')).toHaveLength(3);
  expect((await ask('no-address')).status).toBe(422);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxOpen, readConfig } from '#kernel/config.ts';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail, sendMail } from '#kernel/mail.ts';
import { putDocument } from '#modules/library/api.ts';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin, makeAccount, makeWorld } from '#test/factories.ts';
import { siteHost } from '../../lends.tsx';
import { mayBeCrisis } from './contact/schema.ts';
import { STILL } from './maps/schema.ts';
import { routes } from './routes.tsx';

let app: TestApp;
let worker: string;
const config = readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), OWNER_EMAIL: 'operator@example.org' });
const kept = async () => ({
  comments: { unconfirmedDays: 7, contactMonths: 12, authorMonths: 36, withdrawnDays: 30, appealMonths: 6 },
  events: { unconfirmedHours: 48, needsDays: 14, peopleDays: 365 },
  advice: { contactMonths: 13, wordsYears: 5 },
});
const letters = () => app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
beforeAll(async () => {
  app = await moduleApp((_, whole) =>
    routes({ config, kept, outbox: () => whole.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx)) }),
  );
  const w = await makeWorld(app.adminUrl);
  await makeAccount(app, w.socialWorker);
  worker = w.socialWorker.accountId;
});
afterAll(() => app.drop());

test('letters are read on a page only in a demonstration without a mail server', () => {
  const demo = { DEMO: true, NODE_ENV: 'development', SMTP_URL: undefined } as const;
  expect(outboxOpen(demo)).toBe(true);
  expect(outboxOpen({ ...demo, SMTP_URL: 'smtp://mail.example.org' })).toBe(false);
  expect(outboxOpen({ ...demo, NODE_ENV: 'production' })).toBe(false);
  expect(outboxOpen({ ...demo, DEMO: false })).toBe(false);
  expect(routes({ config, kept, outbox: null }).some(({ path }) => path === '/outbox')).toBe(false);
});

test('letters are read nowhere but where the demonstration was loaded', async () => {
  const { outbox } = siteHost({ ...app.parts, config: { ...config, DEMO: true } });
  expect(await outbox?.()).toBeNull();
  const hidden = await moduleApp(() => routes({ config, kept, outbox: async () => null }));
  const { socialWorker } = await makeWorld(hidden.adminUrl);
  await makeAccount(hidden, socialWorker);
  expect((await (await hidden.as(socialWorker.accountId)).get('/outbox')).status).toBe(404);
  await hidden.drop();
  const demo = (value: boolean) =>
    asAdmin(app.adminUrl, (run) => run('update organisations.institution set is_demo = $1', [value]));
  await demo(true);
  expect(await outbox?.()).toEqual(await letters());
  await demo(false);
});

test('whoever is signed in reads the letters and follows their links', async () => {
  const body = 'Zaproszenie.\n\nhttp://splot.test/invitation/abc.\n<blink>';
  await app.ctxAs(SYSTEM_ACTOR, (ctx) => sendMail(ctx, { to: 'anna@example.org', subject: 'Czeka', body }));
  const page = await (await app.as(worker)).get('/outbox');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<a href="http://splot.test/invitation/abc">');
  expect(page.text).toContain('anna@example.org');
  expect(page.text).not.toContain('<blink>');
  expect((await app.visitor.get('/outbox')).status).toBe(303);
});

test('a problem is reported by a form, without a query of the address and without an identifier', async () => {
  const anybody = app.visitor;
  const form = await anybody.get('/report?from=%2Fsearch%3Fq%3DKowalska');
  expect(form.text).toContain('value="/search"');
  const report = { _shown: '0', what: 'Nie da się wysłać.', from: '/referrals/new', id: 'abc', email: '' };
  expect((await anybody.post('/report', report)).location).toBe('/report/sent');
  const [letter] = await letters();
  expect(letter).toMatchObject({ to: 'operator@example.org', subject: 'Splot: zgłoszenie problemu' });
  expect(letter?.body).toContain('/referrals/new');
  for (const wrong of [{ what: '' }, { what: 'Numer 44051401359 nie działa' }, { email: 'x' }]) {
    const again = await anybody.post('/report', { ...report, ...wrong });
    expect(again.status).toBe(422);
  }
  await anybody.post('/report', { ...report, company: 'x' });
  expect((await letters())[0]?.id).toBe(letter?.id);
});

test('the home page and the map lead to the directory', async () => {
  const home = await app.visitor.get('/');
  expect(home.text).toContain('action="/directory"');
  expect(home.text.match(/data-variant="primary"/g)).toHaveLength(1);
  // A page for visitors that nobody wrote is not offered.
  expect(home.text).not.toContain('href="/pages/');
  const map = await app.visitor.get('/site-map');
  // What programs find, people find too.
  for (const href of [...STILL, '/report']) expect(map.text).toContain(`href="${href}"`);
});

test('a letter of a reader goes to the operator, and words of a crisis bring telephones at once', async () => {
  const letter = { _shown: '0', topic: 'text', message: 'Proszę o tekst o pralni.', email: 'ala@x.example' };
  expect((await app.visitor.get('/contact')).text).toContain('href="tel:116123"');
  expect((await app.visitor.post('/contact', letter)).location).toBe('/contact/sent');
  const [sent] = await letters();
  expect(sent).toMatchObject({
    to: 'operator@example.org',
    subject: 'Splot: list z formularza kontaktowego',
  });
  expect(sent?.body).toContain('ala@x.example');
  const crisis = { ...letter, message: 'Nie chcę już żyć' };
  expect((await app.visitor.post('/contact', crisis)).location).toBe('/contact/sent?help=1');
  expect((await letters())[0]?.body).toMatch(/^PILNE/);
  const told = (await app.visitor.get('/contact/sent?help=1')).text;
  for (const number of ['112', '116123', '800702222']) expect(told).toContain(`href="tel:${number}"`);
  // A form that comes back says it too.
  const back = await app.visitor.post('/contact', { ...crisis, email: 'x' });
  expect(back.status).toBe(422);
  expect(back.text.indexOf('tel:112')).toBeLessThan(back.text.indexOf('<form class'));
  expect((await app.visitor.post('/contact', { ...letter, message: 'PESEL 44051401359' })).status).toBe(422);
  expect((await app.visitor.get('/contact/sent')).text).not.toContain('tel:112');
});

test('a day of one place is five letters; a program writes none', async () => {
  const letter = { _shown: '0', topic: 'other', message: 'Dzień dobry', email: '' };
  expect((await app.visitor.post('/contact', { ...letter, company: 'x' })).location).toBe('/contact/sent');
  const before = (await letters()).length;
  for (let n = 0; n < 6; n++) await app.visitor.post('/contact', letter);
  expect((await letters()).length - before).toBe(2);
  expect((await app.visitor.post('/contact', letter)).status).toBe(422);
  const report = { _shown: '0', what: 'Nie działa', from: '', id: '', email: '' };
  expect((await app.visitor.post('/report', report)).status).toBe(422);
});

test.each([
  ['Chcę się zabić', true],
  ['mąż mnie bije', true],
  ['I want to die', true],
  ['Він б’є мене', true],
  ['Chcę zabić się przed czasem', true],
  ['Proszę o wpis spółdzielni do bazy', false],
  ['We beat the deadline', false],
])('%s: %s', (message, crisis) => expect(mayBeCrisis(message)).toBe(crisis));

test('programs find every public address, in files that name each other', async () => {
  const robots = await app.visitor.get('/robots.txt');
  expect(robots.text).toContain(`Sitemap: ${config.APP_URL}/sitemap.xml`);
  const index = await app.visitor.get('/sitemap.xml');
  expect(index.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(index.text).toContain(`<loc>${config.APP_URL}/sitemap-pages.xml</loc>`);
  expect(index.text).not.toContain('sitemap-events');
  await app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    putDocument(ctx, {
      ...{
        kind: 'news',
        slug: 'nowe',
        parentId: null,
        position: 0,
        comments: 'off',
        tags: [],
        themes: [],
        acts: {},
      },
      publishedAt: new Date('2026-03-01T09:00:00Z'),
      versions: [
        { lang: 'pl', title: 'Nowe', lead: '', body: '', facts: {}, legalStateOn: null, reviewBy: null },
      ],
    }),
  );
  const documents = await app.visitor.get('/sitemap-documents.xml');
  expect(documents.text).toContain('/news/nowe</loc><lastmod>2026-03-01T09:00:00.000Z</lastmod>');
  expect((await app.visitor.get('/sitemap-documents.xml?part=2')).status).toBe(404);
  expect((await app.visitor.get('/sitemap.xml')).text).toContain('sitemap-documents.xml');
  expect((await app.visitor.get('/site-map')).text).toContain('href="/news/nowe"');
  expect((await app.visitor.get('/')).text).toContain('href="/news/nowe"');
  // A page of the editors that is for no visitor in particular stands at the foot of the home page.
  await makeDocument(app.adminUrl, { kind: 'page', slug: 'partnerzy', title: 'Partnerzy' });
  expect((await app.visitor.get('/')).text).toContain('href="/pages/partnerzy"');
});

test('the page of privacy says of each open form who, why, on what basis and how long, from the rules in force', async () => {
  const { text } = await app.visitor.get('/privacy');
  for (const words of [
    '13 miesięcy od zamknięcia pytania',
    '14 dni po wydarzeniu',
    '6 miesięcy',
    'art. 9 ust. 2 lit. a',
  ])
    expect(text).toContain(words);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxOpen, readConfig } from '#kernel/config.ts';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail, sendMail } from '#kernel/mail.ts';
import { asAdmin, makeAccount, makeWorld } from '#test/factories.ts';
import { type ModuleApp, moduleApp } from '#test/module-app.ts';
import { siteHost } from '../../host.tsx';
import { routes } from './routes.tsx';

let app: ModuleApp;
let worker: string;
const config = readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), OWNER_EMAIL: 'operator@example.org' });
const letters = () => app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
beforeAll(async () => {
  app = await moduleApp((whole) =>
    routes({ config, outbox: () => whole.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx)) }),
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
  expect(routes({ config, outbox: null }).some(({ path }) => path === '/outbox')).toBe(false);
});

test('letters are read nowhere but where the demonstration was loaded', async () => {
  const { outbox } = siteHost({ ...app.parts, config: { ...config, DEMO: true } });
  expect(await outbox?.()).toBeNull();
  const hidden = await moduleApp(() => routes({ config, outbox: async () => null }));
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
  const map = await app.visitor.get('/site-map');
  for (const href of ['/directory', '/directory/statistics', '/data', '/procurement/assistant', '/report'])
    expect(map.text).toContain(`href="${href}"`);
});

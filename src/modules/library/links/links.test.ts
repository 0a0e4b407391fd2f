import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { putDocument } from '#modules/library/api.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { askOther, isOpen, said } from './asking/service.ts';
import { asked, startReading } from './collecting/service.ts';
import { linkJobs } from './jobs.ts';
import type { Answered } from './schema.ts';

let app: TestApp;
let editor: string;
const SITE = 'http://splot.test';
const NOW = new Date('2026-03-08T01:00:00Z');
const answers = new Map<string, Answered>();
beforeAll(async () => {
  app = await testApp(NOW);
  const institution = await makeInstitution(app.adminUrl, 'OWES');
  editor = await makeAccount(app, await makeWorker(app.adminUrl, institution, ['editor']));
});
afterAll(() => app.drop());

const publish = (slug: string, body: string) =>
  app.ctxAs(
    SYSTEM_ACTOR,
    (ctx) =>
      putDocument(ctx, {
        ...{
          kind: 'news',
          slug,
          parentId: null,
          position: 0,
          comments: 'off',
          tags: [],
          themes: [],
          acts: {},
        },
        publishedAt: new Date('2026-03-01T09:00:00Z'),
        versions: [
          { lang: 'pl', title: `O: ${slug}`, lead: '', body, facts: {}, legalStateOn: null, reviewBy: null },
        ],
      }),
    { now: NOW },
  );
const jobs = linkJobs({
  siteUrl: SITE,
  askOwn: async (path) => {
    const { status, location } = await app.visitor.get(path);
    return { status, location };
  },
  askOther: async (url) => answers.get(url) ?? { outcome: 'well', status: 200, movedTo: null },
});
/** A week's reading and asking; servers that wait for their turn are asked too. */
async function week() {
  await app.ctxAs(SYSTEM_ACTOR, startReading, { now: NOW });
  for (let n = 0; n < 3; n++) {
    await asAdmin(app.adminUrl, (run) => run('update graphile_worker._private_jobs set run_at = now()'));
    await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => NOW });
  }
}
const desk = async () => (await (await app.as(editor)).get('/library/edit?view=links')).text;

test('links of shown texts are asked, and those that lead nowhere stand at the desk', async () => {
  await publish('cel', 'Cel.');
  await publish(
    'pelny',
    `[jest](/news/cel) [nie ma](/news/brak#x) [pełny](${SITE}/news/cel) [baza](/directory) [moje](/my)

- [x](https://zniknelo.example/a) :::note [y](https://milczy.example/)
- [list](mailto:a@b.example) [tu](#tu) [idzie](https://przeszlo.example/)`,
  );
  answers.set('https://zniknelo.example/a', said(404, null));
  answers.set('https://milczy.example/', said(503, null));
  answers.set('https://przeszlo.example/', said(200, 'https://nowe.example/'));
  await week();
  const urls = await asAdmin(app.adminUrl, (run) =>
    run('select url, outcome from library.link order by url'),
  );
  expect(urls.map(({ url, outcome }) => `${String(url)} ${String(outcome)}`)).toEqual([
    '/directory well',
    '/my well',
    '/news/brak gone',
    '/news/cel well',
    'https://milczy.example/ silent',
    'https://przeszlo.example/ moved',
    'https://zniknelo.example/a gone',
  ]);
  const first = await desk();
  expect(first).toContain('https://zniknelo.example/a');
  expect(first).toContain('nie ma takiej strony (404)');
  expect(first).toContain('/news/brak');
  expect(first).toContain('https://nowe.example/');
  // One silence may be a bad night.
  expect(first).not.toContain('milczy.example');
  await week();
  expect(await desk()).toContain('milczy.example');
});

test('a link taken out of the text is forgotten', async () => {
  await asAdmin(app.adminUrl, (run) =>
    run(`update library.version set shown = tstzrange(lower(shown), '2026-03-02') where title = 'O: pelny'`),
  );
  await app.ctxAs(SYSTEM_ACTOR, startReading, { now: new Date(NOW.getTime() + 1000) });
  await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => NOW });
  expect(await asAdmin(app.adminUrl, (run) => run('select url from library.link'))).toEqual([]);
});

test('what is asked of an address', () => {
  expect(asked('/a?b=c#d', SITE)).toEqual({ url: '/a?b=c', host: '' });
  expect(asked(`${SITE}/x`, SITE)).toEqual({ url: '/x', host: '' });
  expect(asked('https://a.example/x#y', SITE)).toEqual({ url: 'https://a.example/x', host: 'a.example' });
  for (const none of ['mailto:a@b.pl', 'tel:112', '#tu', '', `/${'x'.repeat(3000)}`])
    expect(asked(none, SITE)).toBeNull();
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '::',
  'fd00::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'no address',
])('%s is not asked', (address) => expect(isOpen(address)).toBe(false));
test.each(['1.1.1.1', '2606:4700::1111'])('%s may be asked', (address) => expect(isOpen(address)).toBe(true));

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://0x7f000001/',
  'http://2130706433/',
  'https://example.org:8443/',
  'http://[::ffff:10.0.0.1]/',
])('%s is closed, whatever it is called', async (url) =>
  expect(await askOther(url, 'test')).toEqual({ outcome: 'closed', status: null, movedTo: null }),
);

test('what a status says', () => {
  expect(said(200, null).outcome).toBe('well');
  expect(said(403, null).outcome).toBe('well');
  expect(said(410, null).outcome).toBe('gone');
  expect(said(500, null).outcome).toBe('silent');
  expect(said(200, 'https://a.example/').outcome).toBe('moved');
});

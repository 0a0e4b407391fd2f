import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { type DemoApp, demoApp, serveApp } from '#test/demo.ts';
import { asAdmin, makeEntity } from '#test/factories.ts';
import { chooseIn, enter, signIn, tabTo, typeInto, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/**
 * A record is claimed and confirmed: a letter asks whether it is true, one click without an account says yes; the head
 * of an institution claims it by a code from a letter; an editor decides what waits. At the keyboard, on a phone too.
 */
let app: DemoApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let visitor: Page;
let head: Page;
let editor: Page;
let record: string;
const NAME = 'Spółdzielnia Socjalna „Przystań”';
const ADDRESS = 'biuro@przystan.example';

beforeAll(async () => {
  app = await demoApp(0);
  server = await serveApp(app);
  record = await makeEntity(
    app,
    { name: NAME, shortName: 'Przystań', email: ADDRESS, phone: '+48183300123' },
    { confirmed: { on: '2025-11-02', by: 'register' } },
  );
  visitor = await newPage(server.url, { viewport: { width: 390, height: 844 }, javaScript: false });
  head = await newPage(server.url);
  editor = await newPage(server.url);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function runJob(task: string): Promise<void> {
  const jobs = moduleJobs(app.parts);
  const now = app.parts.clock();
  await app.ctxAs(
    SYSTEM_ACTOR,
    (ctx) => Promise.resolve(jobs.find((j) => j.task === task)?.handle(ctx, {})),
    {
      now,
    },
  );
}
const letter = async (about: string): Promise<string> => {
  await runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: moduleJobs(app.parts),
    clock: app.parts.clock,
  });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx, 1000));
  return mails.find((m) => m.to === ADDRESS && m.body.includes(about))?.body ?? '';
};

test('a letter asks, one click on a phone confirms, without an account and without scripts', async () => {
  await runJob('directory.freshness.start');
  const link = /(\/directory\/confirm\/[\w-]{43})/.exec(await letter('potwierdza'))?.[1] ?? '';
  await visitor.goto(link);
  await visitor.getByText(NAME).first().waitFor();
  await visitor.getByRole('button', { name: 'Wszystko się zgadza' }).click();
  await visitor.getByRole('heading', { name: 'Dziękujemy, wpis jest potwierdzony' }).waitFor();
  await visitor.goto(`/directory/${record}`);
  expect(await visitor.locator('main').textContent()).toContain('potwierdzono 18.11.2026');
}, 60_000);

test('a reader reports an error at the keyboard', async () => {
  const reader = await newPage(server.url);
  await reader.goto(`/directory/${record}`);
  await enter(reader, reader.locator('main').getByRole('link', { name: 'Zgłoś błąd w danych' }));
  await whole(reader);
  await tabTo(reader, reader.locator('input[name=cause]').first());
  await reader.keyboard.press('Space');
  await typeInto(reader, 'note', 'Nikogo tam nie ma od lata.');
  app.setNow(new Date(app.parts.clock().getTime() + 60_000));
  await enter(reader, reader.getByRole('button', { name: 'Wyślij zgłoszenie' }));
  await reader.getByRole('heading', { name: 'Dziękujemy za zgłoszenie' }).waitFor();
  await whole(reader);
  expect(problemsOf(reader)).toEqual([]);
}, 60_000);

test('the head of an institution claims the record by the code from a letter, and keeps it', async () => {
  await signIn(head, 'mosthead@splot.example');
  await head.goto(`/directory/${record}`);
  await enter(head, head.locator('main').getByRole('link', { name: 'To Twój podmiot? Przejmij wpis' }));
  await whole(head);
  await enter(head, head.getByRole('button', { name: 'Wyślij kod', exact: true }));
  const code = /(\d{4} \d{4})/.exec(await letter('przekazać jej ten kod'))?.[1] ?? '';
  await typeInto(head, 'code', '1234 1234');
  await head.keyboard.press('Enter');
  await head.getByText('To nie jest ten kod').waitFor();
  await whole(head);
  await typeInto(head, 'code', code);
  await Promise.all([head.waitForEvent('domcontentloaded'), head.keyboard.press('Enter')]);
  await head.getByRole('heading', { name: 'Twoja instytucja prowadzi ten wpis' }).waitFor();
  await whole(head);
  await enter(head, head.getByRole('link', { name: 'Zmień dane' }));
  expect(new URL(head.url()).pathname).toBe(`/directory/${record}/edit`);
  const [row] = await asAdmin(app.adminUrl, (run) =>
    run(`select institution_id is not null as kept from directory.entity where id = $1`, [record]),
  );
  expect(row).toEqual({ kept: true });
  expect(problemsOf(head)).toEqual([]);
}, 90_000);

test('an editor finds what waits, looks and decides', async () => {
  await signIn(editor, 'redaktor@splot.example');
  await enter(editor, editor.getByRole('link', { name: 'Redakcja bazy' }).first());
  await whole(editor);
  await enter(editor, editor.locator('main').getByRole('link', { name: NAME }).first());
  await editor.getByText('Nikogo tam nie ma od lata.').waitFor();
  await whole(editor);
  await chooseIn(editor, 'reason', 'nie udało się');
  await typeInto(editor, 'rejectNote', 'Zadzwoniliśmy, pracują.');
  await enter(editor, editor.getByRole('button', { name: 'Odrzuć' }));
  await editor.getByRole('heading', { name: 'Rozstrzygnięcie' }).waitFor();
  await whole(editor);
  await editor.goto('/directory/moderation?kind=check');
  await enter(editor, editor.locator('main table').getByRole('link').last());
  await whole(editor);
  await editor.goto(`/directory/${record}/merge`);
  await whole(editor);
  expect(problemsOf(editor)).toEqual([]);
}, 90_000);

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { putDocument } from '#modules/library/api.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { enter, follow, signInAs, submit, typeInto, whole } from '#test/steps.ts';
import { moduleJobs } from '../../src/app.ts';

/** A reader without an account asks under an article; it is reported, removed, appealed against, and comes back. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
let reader: Page;
const people = new Map<string, Actor>();
const READER = 'czytelniczka@example.org';

beforeAll(async () => {
  app = await testApp();
  server = await serveApp(app);
  await app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    putDocument(ctx, {
      ...{
        kind: 'advice',
        slug: 'jak-zaczac',
        parentId: null,
        position: 0,
        comments: 'after',
        tags: [],
        themes: [],
        acts: {},
      },
      publishedAt: new Date('2026-03-01T09:00:00Z'),
      versions: ['pl', 'en'].map((lang) => ({
        ...{ lang, title: 'Jak zacząć', lead: 'Pierwsze kroki.', body: 'Treść porady.', facts: {} },
        ...{ legalStateOn: null, reviewBy: null },
      })),
    }),
  );
  const ops = await makeInstitution(app.adminUrl, 'OPS');
  for (const [key, role] of [
    ['anna', 'social_worker'],
    ['jan', 'social_worker'],
    ['head', 'head'],
    ['editor', 'editor'],
    ['second', 'editor'],
  ] as const) {
    const actor = await makeWorker(app.adminUrl, ops, [role], { scope: [] });
    await makeAccount(app, actor);
    people.set(key, actor);
  }
  reader = await newPage(server.url);
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function pageOf(key: string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
  const page = await newPage(server.url, options);
  await signInAs(page, app, people.get(key)?.accountId ?? '');
  return page;
}
/** Nobody fills a form in within a moment; the clock of the test stands still. */
const later = () => app.setNow(new Date(app.parts.clock().getTime() + 60_000));

async function letterTo(address: string, subject: string): Promise<string> {
  const { adminUrl, db, parts } = app;
  await runQueueOnce({ adminUrl, db, jobs: moduleJobs(parts), clock: parts.clock });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  const letter = mails.find((mail) => mail.to === address && mail.subject.includes(subject));
  return /\/comments\/link\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '';
}

test('a reader writes under an article by keyboard, and confirms by a letter', async () => {
  await reader.goto('/news/jak-zaczac');
  await whole(reader);
  await enter(reader, reader.getByRole('link', { name: 'Zapytaj albo skomentuj' }));
  await whole(reader);
  later();
  await typeInto(reader, 'title', 'Pytanie o pierwszy krok');
  await typeInto(reader, 'body', 'Od czego zacząć w małej gminie?');
  await typeInto(reader, 'signature', 'Czytelniczka');
  await typeInto(reader, 'email', READER);
  await enter(reader, reader.getByRole('button', { name: 'Wyślij komentarz' }));
  await reader.waitForURL('**/comments/sent');
  await whole(reader);
  await reader.goto(await letterTo(READER, 'potwierdź'));
  await whole(reader);
  await submit(reader);
  expect(await reader.locator('main').textContent()).toContain('Od czego zacząć');
  await reader.goto('/news/jak-zaczac');
  expect(await reader.locator('#comments').textContent()).toContain('Pytanie o pierwszy krok');
  await whole(reader);
}, 90_000);

test('somebody reports it without a script, in English', async () => {
  const visitor = await newPage(server.url, { lang: 'en', javaScript: false });
  await visitor.goto('/news/jak-zaczac');
  await follow(visitor, /^Report/);
  later();
  await visitor.getByLabel('it insults others').check();
  await visitor.locator('[name=explanation]').fill('The words about small municipalities.');
  await visitor.locator('[name=faith]').check();
  await submit(visitor);
  expect(visitor.url()).toContain('/comments/reported');
});

test('an editor removes it, the reader appeals, another editor brings it back', async () => {
  const editor = await pageOf('editor');
  await editor.goto('/moderation/comments');
  await whole(editor);
  await follow(editor, 'Pytanie o pierwszy krok');
  await whole(editor);
  await editor.getByLabel('Usunąć').check();
  await submit(editor).catch(() => undefined);
  expect(await editor.locator('[data-errors]').count()).toBe(1);
  await whole(editor);
  await editor.getByLabel('komentarz jest niezgodny z zasadami').check();
  await editor.locator('[name=reason]').selectOption('insult');
  await editor.locator('[name=statement]').fill('Słowa o małych gminach obrażają.');
  await submit(editor);

  await reader.goto('/news/jak-zaczac');
  expect(await reader.locator('#comments').textContent()).not.toContain('Pytanie o pierwszy krok');
  await reader.goto(await letterTo(READER, 'decyzja'));
  await submit(reader);
  await follow(reader, 'Decyzja i odwołanie');
  await whole(reader);
  await reader.locator('[name=body]').fill('To jest zwykłe pytanie.');
  await submit(reader);

  await editor.reload();
  expect(await editor.locator('main').textContent()).toContain('rozpatruje inna osoba');
  const second = await pageOf('second');
  await second.goto('/moderation/comments?queue=appeals');
  await follow(second, 'Pytanie o pierwszy krok');
  await whole(second);
  await second.getByLabel('Komentarz wraca').check();
  await second.locator('[name=answer]').fill('Pytanie jest dozwolone.');
  await submit(second);
  await reader.goto('/news/jak-zaczac');
  expect(await reader.locator('#comments').textContent()).toContain('Pytanie o pierwszy krok');
  await reader.goto('/comments/rules');
  await whole(reader);
  expect([...problemsOf(reader), ...problemsOf(second)]).toEqual([]);
}, 90_000);

test('a question in a group comes to the answer that solves it', async () => {
  const head = await pageOf('head');
  await head.goto('/groups/new');
  await whole(head);
  await head.locator('[name=name]').fill('Zamówienia w praktyce');
  await head.locator('[name=description]').fill('Jak zamawiać u spółdzielni.');
  await head.getByLabel('czytają wszyscy').check();
  await head.getByLabel('dołącza każdy').check();
  await submit(head);
  const group = head.url();

  const anna = await pageOf('anna', { viewport: { width: 390, height: 844 } });
  await anna.goto(group);
  await enter(anna, anna.getByRole('button', { name: 'Dołącz do grupy' }));
  await whole(anna);
  await follow(anna, 'Zadaj pytanie');
  await whole(anna);
  await typeInto(anna, 'title', 'Jak podzielić zamówienie na części?');
  await typeInto(anna, 'body', 'Mamy jedenaście terenów zielonych.');
  await submit(anna);
  const topic = anna.url();

  const jan = await pageOf('jan', { javaScript: false });
  await jan.goto(group);
  await submit(jan, 'Dołącz do grupy');
  await jan.goto(topic);
  await follow(jan, 'Odpowiedz na pytanie');
  later();
  await jan.locator('[name=body]').fill('Terenami, po pracy czterech osób.');
  await submit(jan);

  await anna.goto(topic);
  await enter(anna, anna.getByRole('button', { name: /To rozwiązuje/ }));
  await whole(anna);
  expect(await anna.locator('main').textContent()).toContain('Odpowiedź, która rozwiązuje');
  expect([...problemsOf(anna), ...problemsOf(head)]).toEqual([]);
}, 90_000);

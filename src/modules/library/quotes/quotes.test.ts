import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { plainText } from '#kernel/markdown/tree.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin } from '#test/factories.ts';
import { loadLibrary } from '../../../demo/library/load.ts';
import { partOf, requirementsOf } from './api.ts';
import { requirementsIn } from './requirements/schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await loadLibrary(app.parts);
  const { id } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'zrodlo',
    title: 'Źródło',
    legalStateOn: '2026-02-01',
    body: '## Część pierwsza\n\nTreść[^1] z [odsyłaczem](#czesc-druga) i <script>alert(1)</script>.\n\n### Niżej\n\nDalej.\n\n::quote{document="kolo"}\n\n## Część druga\n\nInna.\n\n[^1]: Przypis.',
  });
  await makeDocument(app.adminUrl, {
    kind: 'chapter',
    parentId: id,
    slug: 'rozdzial',
    title: 'Rozdział',
    body: '## Zasada\n\nJedna.',
  });
  await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'kolo',
    title: 'Koło',
    body: 'Początek.\n\n::quote{document="kolo"}\n\n::quote{document="zrodlo" part="czesc-pierwsza"}',
  });
  const quotes = [
    'document="zrodlo" part="czesc-pierwsza"',
    'document="zrodlo" chapter="rozdzial"',
    'document="zrodlo" part="nie-ma"',
    'document="nie-ma"',
    'document="../pages" chapter="\'"',
    'document="zrodlo-dawne" part="czesc-druga"',
  ];
  await makeDocument(app.adminUrl, {
    slug: 'cytuje',
    body: quotes.map((attrs) => `::quote{${attrs}}`).join('\n\n'),
  });
  await asAdmin(app.adminUrl, (run) =>
    run('insert into library.redirect values ($1, $2, now())', ['/library/zrodlo-dawne', id]),
  );
}, 60_000);
afterAll(() => app.drop());

const read = <T>(work: Parameters<typeof app.ctxAs<T>>[1]) => app.ctxAs(PUBLIC_ACTOR, work);

describe('a part of a publication', () => {
  test('has its words, where they come from, and nothing that belongs to its own page alone', async () => {
    const part = await read((ctx) => partOf(ctx, { publication: 'zrodlo', part: 'czesc-pierwsza' }));
    expect(part).toMatchObject({
      title: 'Część pierwsza',
      path: '/library/zrodlo#czesc-pierwsza',
      number: 1,
      lang: 'pl',
      legalStateOn: '2026-02-01',
      source: { title: 'Źródło' },
    });
    expect(plainText(part?.blocks ?? [])).toContain('Niżej\n\nDalej.');
    expect(plainText(part?.blocks ?? [])).not.toContain('Inna.');
    const json = JSON.stringify(part?.blocks);
    expect(json).toContain('/library/zrodlo#czesc-druga');
    expect(json).not.toMatch(/noteRef|"heading"/);
  });

  test('a chapter is found under its publication, in the language wished or the next best', async () => {
    const part = await read((ctx) =>
      partOf(ctx, { publication: 'zrodlo', chapter: 'rozdzial', part: 'zasada', lang: 'en' }),
    );
    expect(part).toMatchObject({ path: '/library/zrodlo/rozdzial#zasada', lang: 'pl' });
    const english = await read((ctx) =>
      partOf(ctx, { publication: 'standard-wspolpracy', chapter: 'jak-stosowac', lang: 'en' }),
    );
    expect(english).toMatchObject({ lang: 'en', title: 'How to use the standard' });
  });

  test('what is not there is null, and a lost part has no words', async () => {
    expect(await read((ctx) => partOf(ctx, { publication: 'nie-ma' }))).toBeNull();
    expect(await read((ctx) => partOf(ctx, { publication: "' or 1=1" }))).toBeNull();
    expect(await read((ctx) => partOf(ctx, { publication: 'zrodlo', part: 'nie-ma' }))).toMatchObject({
      blocks: [],
      path: '/library/zrodlo',
    });
  });

  test('stands in a page with its source, once, and safely', async () => {
    const { text, status } = await app.visitor.get('/news/cytuje');
    expect(status).toBe(200);
    const article = text.slice(text.indexOf('<article class="article"'), text.indexOf('</article>'));
    expect(article).toContain(
      '<a href="/library/zrodlo#czesc-pierwsza">Źródło</a>, wersja 1, stan prawny na',
    );
    expect(article).toContain('&lt;script&gt;');
    expect(article).not.toContain('<script>alert');
    // The part quotes another document: a link to it, not its text.
    expect(article).toContain('<a href="/library/kolo">/library/kolo</a>');
    expect(article).not.toContain('Początek.');
    expect(article).toContain('nie ma już w tym dokumencie');
    expect(article).toContain('Inna.');
    expect(article).toContain('Jedna.');
    expect([...article.matchAll(/<figure class="quoted"/g)].length).toBe(3);
  });

  test('a document that quotes itself is a page', async () => {
    const { text, status } = await app.visitor.get('/library/kolo');
    expect(status).toBe(200);
    expect([...text.matchAll(/Początek\./g)].length).toBe(2);
  });
});

describe('requirements of a standard', () => {
  test.each(['pl', 'en'])('every one of the demonstration is read (%s)', async (lang) => {
    const standard = await read((ctx) => requirementsOf(ctx, 'standard-wspolpracy', lang));
    if ('movedTo' in standard) throw new Error('moved');
    const all = standard.chapters.flatMap((chapter) => chapter.requirements);
    expect(standard.chapters.length).toBe(7);
    expect(all.length).toBe(36);
    expect(all.map(({ number }) => number)).toEqual(
      [6, 5, 6, 6, 5, 4, 4].flatMap((n, i) => Array.from({ length: n }, (_, k) => `${i + 1}.${k + 1}`)),
    );
    expect(all.filter(({ basic }) => basic).map(({ number }) => number)).toEqual(
      '1.1 1.3 1.5 2.1 2.2 3.4 3.5 4.6 5.1 5.2 5.3 5.4'.split(' '),
    );
    for (const each of all) {
      for (const said of [each.title, each.what, each.why, each.evidence])
        expect(said.length, each.number).toBeGreaterThan(3);
      expect(each.title).not.toMatch(/\[/);
      expect(each.path).toMatch(/^\/library\/standard-wspolpracy\/[a-z-]+#/);
    }
  });

  test('whatever the title says, a requirement is found by its number', () => {
    const word = fc.stringMatching(/^[A-Za-ząćęłńóśźż]{1,12}$/);
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`);
    const requirement = fc.record({
      major: fc.integer({ min: 1, max: 99 }),
      minor: fc.integer({ min: 1, max: 99 }),
      title: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      basic: fc.boolean(),
      law: fc.boolean(),
      level: fc.constantFrom('##', '###'),
      what: sentence,
      why: sentence,
      evidence: sentence,
    });
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 8 }), (given) => {
        const text = given
          .map(
            (r) =>
              `${r.level} ${r.major}.${r.minor}. ${r.title}${r.basic ? ' [P]' : ''}${r.law ? ' [ustawa]' : ''}\n\n- **Co.** ${r.what}\n- **Po co.** ${r.why}\n- **Dowód.** ${r.evidence}\n`,
          )
          .join('\n');
        const read = requirementsIn(parseMarkdown(text), '/x');
        expect(read.map(({ anchor: _, path: __, ...rest }) => rest)).toEqual(
          given.map(({ major, minor, level: _, ...rest }) => ({ number: `${major}.${minor}`, ...rest })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('a checklist in both languages, also of what has no requirements; none of what is not there', async () => {
    const polish = await app.visitor.get('/library/standard-wspolpracy/checklist');
    expect(polish.text).toContain('36 wymagań, w tym 12 z poziomu podstawowego [P].');
    expect([...polish.text.matchAll(/<input type="checkbox"/g)].length).toBeGreaterThanOrEqual(36);
    const english = await app.visitor.get('/library/standard-wspolpracy/checklist?lang=en');
    expect(english.text).toContain('36 requirements, 12 of them basic [B].');
    expect((await app.visitor.get('/library/kolo/checklist')).text).toContain('nie ma ponumerowanych');
    expect((await app.visitor.get('/library/nie-ma/checklist')).status).toBe(404);
    expect((await app.visitor.get('/library/zrodlo-dawne/checklist')).location).toBe(
      '/library/zrodlo/checklist',
    );
    expect((await app.visitor.get('/library/standard-wspolpracy')).text).toContain('/checklist?lang=pl');
  });
});

test('a part of a series stands under it', async () => {
  const { text } = await app.visitor.get('/library/abc');
  expect(text).toMatch(/Części serii[\s\S]*abc-zamowien-zastrzezonych/);
});

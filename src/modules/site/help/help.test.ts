import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '#kernel/i18n.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { CHAPTERS, chapterAbout } from './schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.drop());

const page = async (path: string, lang: Lang) => (await app.visitor.get(`${path}?lang=${lang}`)).text;
const chapters = (lang: Lang) =>
  globSync(`src/modules/site/help/*/text.${lang}.ts`).map(
    (file) => [file, readFileSync(file, 'utf8')] as const,
  );
/** Every word that the product shows in a language, outside the handbook. */
const product = (lang: Lang) =>
  globSync(`src/**/text.${lang}.ts`)
    .filter((file) => !file.includes('/help/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const QUOTED: Readonly<Record<Lang, RegExp>> = { pl: /„([^”]+)”/g, en: /“([^”]+)”/g, uk: /«([^»]+)»/g };

describe('the handbook', () => {
  test.each(LANGS)('quotes in %s only words that stand on a screen', (lang) => {
    const words = product(lang);
    for (const [file, chapter] of chapters(lang))
      for (const [, quoted = ''] of chapter.matchAll(QUOTED[lang]))
        expect(words.includes(`'${quoted}'`) || words.includes(`"${quoted}"`), `${file}: ${quoted}`).toBe(
          true,
        );
  });

  test('has each chapter in Polish and English, and for a person with a plan in Ukrainian', async () => {
    expect(chapters('pl').length).toBe(CHAPTERS.length);
    for (const name of CHAPTERS)
      for (const lang of LANGS)
        expect(await page(`/help/${name}`, lang), `${name} ${lang}`).toContain('id="step-5"');
    for (const name of ['person', 'account'])
      expect(await page(`/help/${name}`, 'uk')).not.toContain('<div class="prose" lang="pl">');
    expect(await page('/help/cases', 'uk')).toContain('<div class="prose" lang="pl">');
  });

  test('opens with the chapter about the page one comes from', async () => {
    expect(chapterAbout('/advice/desk/questions/1')).toBe('advice');
    expect(chapterAbout('/advice')).toBe('visitor');
    expect(chapterAbout('/advices')).toBeNull();
    expect((await app.visitor.get('/help?from=/partnerships/1/plan&lang=pl')).text).toContain(
      'data-tone="next"',
    );
    expect((await app.visitor.get('/help?from=//evil.example&lang=pl')).text).not.toContain(
      'data-tone="next"',
    );
    expect((await app.visitor.get('/contact')).text).toContain('/help?from=%2Fcontact');
    expect((await app.visitor.get('/help/unheard-of')).status).toBe(404);
  });
});

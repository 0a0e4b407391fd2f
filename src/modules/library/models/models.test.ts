import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#kernel/config.ts';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { pilotFacts } from '../pilots/schema.ts';
import type { Budget } from './budget/schema.ts';
import { calculate } from './budget/service.ts';
import { typedBudget } from './budget/typed/schema.ts';
import { modelRoutes } from './routes.tsx';
import { type ModelFacts, modelFacts } from './schema.ts';

const CONTENT = join(projectRoot, 'src/demo/library/content');
type Lang = 'pl' | 'en';
/** What a file says in one language. */
const inLang = (value: unknown, lang: Lang): unknown => {
  if (Array.isArray(value)) return value.map((each) => inLang(each, lang));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const said = entries.length === 2 && 'pl' in value && 'en' in value ? value[lang] : undefined;
  return said ?? Object.fromEntries(entries.map(([key, each]) => [key, inLang(each, lang)]));
};
const contentOf = (kind: string, lang: Lang) =>
  readdirSync(join(CONTENT, kind)).flatMap((file) => {
    if (!file.endsWith('.json')) return [];
    const { facts } = JSON.parse(readFileSync(join(CONTENT, kind, file), 'utf8')) as { facts: object };
    return [{ slug: file.slice(0, -5), facts: inLang(facts, lang) as object }];
  });

let app: TestApp;
const SLUG = 'stolowka-i-katering-szkolny';
const path = `/models/${SLUG}/budget`;
let own: Budget;
beforeAll(async () => {
  app = await moduleApp(() =>
    modelRoutes({ siteUrl: 'https://splot.example', embeds: {}, discussion: async () => null }),
  );
  for (const { slug, facts } of contentOf('model', 'pl').slice(0, 9))
    await makeDocument(app.adminUrl, { kind: 'model', slug, title: `Model ${slug}`, facts });
  await makeDocument(app.adminUrl, { kind: 'model', slug: 'bez-budzetu', title: 'Bez budżetu' });
  const model = contentOf('model', 'pl').find(({ slug }) => slug === SLUG);
  own = (modelFacts.parse(model?.facts) as ModelFacts & { budget: Budget }).budget;
});
afterAll(() => app.drop());

describe('the models and pilots of the demonstration', () => {
  test.each(['pl', 'en'] as const)('are read without loss in %s', (lang) => {
    const models = contentOf('model', lang);
    expect(models).toHaveLength(10);
    for (const { facts } of models) expect(modelFacts.parse(facts)).toEqual(facts);
    const pilots = contentOf('pilot', lang);
    expect(pilots).toHaveLength(10);
    for (const { facts } of pilots) expect(pilotFacts.parse(facts)).toEqual(facts);
    const slugs = models.map(({ slug }) => slug);
    for (const { facts } of pilots) expect(slugs).toContain(pilotFacts.parse(facts).model);
  });

  test('every model lives without subsidies in the end, and says what it lacks before', () => {
    for (const { slug, facts } of contentOf('model', 'pl')) {
      const { budget } = modelFacts.parse(facts);
      const outcome = budget && calculate(budget);
      expect(outcome?.breakEven, slug).not.toBeNull();
      expect(outcome?.unaided, slug).toBeGreaterThan(0);
      expect(outcome?.months.at(-1)?.balance, slug).toBeGreaterThan(0);
    }
  });
});

describe('pages', () => {
  test('the list is sifted by words, category and evidence', async () => {
    const all = await app.visitor.get('/models');
    expect(all.text).toContain('10 modeli');
    const found = await app.visitor.get('/models?category=catering&q=obiadami');
    expect(found.text).toContain('1 model<');
    expect((await app.visitor.get('/models?q=kosmonauta')).text).toContain('Żaden model nie pasuje');
    expect((await app.visitor.get('/models?q=obiady&evidence=measured')).text).toContain('1 model<');
    // A wrong filter is no filter.
    expect((await app.visitor.get('/models?category=none')).text).toContain('10 modeli');
  });

  test('two models stand beside each other; the same one twice is one', async () => {
    const two = await app.visitor.get(`/models/compare?m1=${SLUG}&m2=zielen-i-czyste-ulice&m3=nie-ma`);
    expect(two.text).toContain(`Model ${SLUG}</a></th>`);
    expect(two.text).toContain('140\u00a0000\u00a0zł');
    const one = await app.visitor.get(`/models/compare?m1=${SLUG}&m2=${SLUG}`);
    expect(one.text).toContain('Wybierz co najmniej dwa modele.');
  });

  test('a page of a model has its parts and leads to the calculator; without a budget there is none', async () => {
    const page = await app.visitor.get(`/models/${SLUG}`);
    for (const part of ['Ludzie i zadania', 'Ryzyka i odpowiedzi', 'Pierwszy budżet', `href="${path}"`])
      expect(page.text).toContain(part);
    expect((await app.visitor.get('/models/bez-budzetu')).text).not.toContain('Pierwszy budżet');
    expect((await app.visitor.get('/models/bez-budzetu/budget')).status).toBe(404);
    expect((await app.visitor.get('/models/nie-ma/budget')).status).toBe(404);
  });
});

describe('the calculator', () => {
  const at = (changes: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...typedBudget(own, 'pl'), ...changes })}`;

  test('without an answer shows the budget of the model, with one what was typed', async () => {
    const first = await app.visitor.get(path);
    expect(first.status).toBe(200);
    expect(first.text).toContain('value="obiad"');
    expect(first.text).toContain('3. miesiąc');
    expect(first.text).toMatch(/Na ile miesięcy liczyć.{0,200}Od 1 do 60\./);
    const dearer = await app.visitor.get(at({ price: '25,50', full: '9000' }));
    expect(dearer.text).toContain('value="25,50"');
    expect(dearer.text).toContain('1. miesiąc');
  });

  test('what cannot be read is named and kept; nothing is calculated from it', async () => {
    const wrong = await app.visitor.get(
      at({ price: 'tanio', months: '600', staff_1_fte: '1,555', first: '-3' }),
    );
    expect(wrong.text).toContain('value="tanio"');
    expect(wrong.text).toContain('Cena sztuki: Wpisz kwotę w złotych');
    expect(wrong.text).toContain('Etaty 1: Wpisz liczbę');
    expect(wrong.text).toContain('href="#f-staff-1-fte"');
    expect(wrong.text).not.toContain('Miesiąc po miesiącu');
  });

  test('what is never reached is not explained as if it were; a budget of nothing still has its chart', async () => {
    const never = await app.visitor.get(at({ price: '5', variable: '8' }));
    expect(never.text).toContain('nie w ciągu 36 miesięcy');
    expect(never.text).not.toContain('od tego miesiąca żaden miesiąc');
    expect((await app.visitor.get(path)).text).toContain('od tego miesiąca żaden miesiąc');
    const empty = await app.visitor.get(`${path}?price=1`);
    expect(empty.text).toContain('<svg class="wide"');
    expect(empty.text).not.toContain('NaN');
  });

  test('hostile input is text or nothing', async () => {
    const page = await app.visitor.get(
      at({
        unit: '"><script>alert(1)</script>',
        staff_1_name: '=1+1',
        grant: '9'.repeat(30),
        x: 'y'.repeat(150),
      }),
    );
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>alert');
    const csv = await app.visitor.get(
      `${path}/export.csv?${new URLSearchParams({ ...typedBudget(own, 'pl'), unit: '=cmd' })}`,
    );
    expect(csv.text).not.toContain('=cmd');
  });

  test('files have every month to the grosz', async () => {
    const csv = await app.visitor.get(`${path}/export.csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(2 + own.months);
    const { months } = calculate(own);
    expect(lines.at(-1)?.split(';').at(-1)).toBe(
      String((months.at(-1)?.balance ?? 0) / 100).replace('.', ','),
    );
    const xlsx = await app.visitor.get(`${path}/export.xlsx`);
    expect(xlsx.headers.get('content-disposition')).toContain(`budzet-${SLUG}.xlsx`);
    expect((await app.visitor.get(`${path}/export.exe`)).status).toBe(404);
  });
});

import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crawl, isPage, ROLES, type Visit } from './crawler.ts';
import { type DemoApp, demoApp } from './demo.ts';

/** Each role opens every page it can reach by links: it answers, is valid HTML, is light, and shows no broken text. */
const MAX_HTML = 40 * 1024;

const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  // How Hono writes HTML, which is a matter of taste, and inline styles that carry a thread's colour.
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
  },
});

let app: DemoApp;
beforeAll(async () => {
  app = await demoApp();
}, 180_000);
afterAll(() => app.drop());

function problemsOf(visit: Visit): string[] {
  const { status, text } = visit.answer;
  if (status === 303) return [];
  if (status !== 200) return [`answers ${status}`];
  if (!isPage(visit)) return [];
  const problems: string[] = [];
  const weight = gzipSync(text).length;
  if (weight > MAX_HTML) problems.push(`weighs ${weight} bytes`);
  const body = text.replace(/<script[\s\S]*?<\/script>/g, '');
  for (const broken of ['undefined', '[object ', 'NaN', '>null<', 'Invalid Date'])
    if (body.includes(broken)) problems.push(`shows "${broken}"`);
  const report = html.validateStringSync(text);
  for (const message of report.results.flatMap((r) => r.messages).slice(0, 5))
    problems.push(`${message.ruleId}: ${message.message}`);
  return problems;
}

const broken = (visits: readonly Visit[]) =>
  visits
    .map((visit) => ({ path: visit.path, problems: problemsOf(visit) }))
    .filter((visit) => visit.problems.length > 0);

describe.each(ROLES)('%s', (role) => {
  test('finds every page whole', async () => {
    const visits = await crawl(await app.worker(role), '/work', 'pl');
    expect(visits.length).toBeGreaterThan(3);
    expect(broken(visits)).toEqual([]);
  }, 120_000);
});

test('a visitor finds every public page whole', async () => {
  expect(broken(await crawl(app.visitor, '/', 'en'))).toEqual([]);
}, 120_000);

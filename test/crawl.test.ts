import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from './app.ts';
import { type DemoApp, demoApp } from './demo.ts';

/** Each role opens every page it can reach by links: it answers, is valid HTML, is light, and shows no broken text. */
const ROLES = ['anna', 'tomasz', 'katarzyna', 'marcin', 'helena', 'koordynator', 'iod', 'admin'];
const MOST_OF_ONE_KIND = 3;
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

const pattern = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\?.*$/, '')
    .replace(/\/\d{4}-\d\d-\d\d/g, '/:day');

/** Where links lead that change something, leave the site or download. */
const SKIPPED = /^\/(sign-out|preferences|assets|session|report)|\.(ics|pdf|csv)$|\/export|lang=/;

interface Visit {
  readonly path: string;
  readonly problems: readonly string[];
}

async function crawl(browser: Browser, start: string, lang: 'pl' | 'en'): Promise<Visit[]> {
  const seen = new Map<string, number>();
  const queue = [start];
  const known = new Set(queue);
  const visits: Visit[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = pattern(path);
    const times = seen.get(kind) ?? 0;
    if (times >= MOST_OF_ONE_KIND) continue;
    seen.set(kind, times + 1);
    const answer = await browser.get(path, { 'accept-language': lang });
    const problems: string[] = [];
    if (answer.status === 303) {
      if (answer.location?.startsWith('/') && !known.has(answer.location)) queue.push(answer.location);
    } else if (answer.status !== 200) problems.push(`answers ${answer.status}`);
    if (answer.headers.get('content-type')?.includes('text/html') && answer.status === 200) {
      problems.push(...problemsOf(answer.text));
      for (const [, href = ''] of answer.text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&');
        if (!known.has(next) && !SKIPPED.test(next)) {
          known.add(next);
          queue.push(next);
        }
      }
    }
    visits.push({ path, problems });
  }
  return visits;
}

function problemsOf(text: string): string[] {
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

describe.each(ROLES)('%s', (role) => {
  test('finds every page whole', async () => {
    const visits = await crawl(await app.worker(role), '/work', 'pl');
    expect(visits.length).toBeGreaterThan(3);
    expect(visits.filter((visit) => visit.problems.length > 0)).toEqual([]);
  }, 120_000);
});

test('a visitor finds every public page whole', async () => {
  const visits = await crawl(app.visitor, '/', 'en');
  expect(visits.filter((visit) => visit.problems.length > 0)).toEqual([]);
});

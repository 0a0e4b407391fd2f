import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axeCore from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { projectRoot } from '#kernel/config.ts';
import type { Lang } from '#kernel/i18n.ts';
import { unpackBrowser } from './browser-files.ts';

let running: Promise<Browser> | undefined;

/**
 * The browser of this test file, started at first use, with these switches when it starts. Close it with `closeBrowser`
 * in `afterAll`.
 */
export function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  running ??= start(switches);
  return running;
}

async function start(switches: readonly string[]): Promise<Browser> {
  const { executable, env } = await unpackBrowser();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    // Tests run as root on machines of continuous integration, where Chromium has no sandbox; it opens our pages alone.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...switches],
  });
}

export async function closeBrowser(): Promise<void> {
  const browser = running;
  running = undefined;
  await (await browser)?.close();
}

export interface PageOptions {
  readonly lang?: Lang;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Switch off to prove that a page works as plain HTML. */
  readonly javaScript?: boolean;
}

const LOCALES: Readonly<Record<Lang, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };
const problems = new WeakMap<Page, string[]>();

/** A page with its own cookies, in the language of a browser set to `lang`; `page.goto('/path')` opens our server. */
export async function newPage(baseUrl: string, options: PageOptions = {}): Promise<Page> {
  const browser = await launchBrowser();
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: LOCALES[options.lang ?? 'pl'],
    timezoneId: 'Europe/Warsaw',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    javaScriptEnabled: options.javaScript ?? true,
    reducedMotion: 'reduce',
  });
  // A step that cannot be done says so long before the test's own limit.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const found: string[] = [];
  problems.set(page, found);
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return page;
}

/** Errors of scripts and of the content security policy since the page was made; a journey ends with none. */
export const problemsOf = (page: Page): readonly string[] => problems.get(page) ?? [];

/** The rules of WCAG 2.2 A and AA, and axe's own good practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with a readable list when the page as it stands breaks a rule of accessibility. The checker is evaluated by
 * the browser's own protocol, so that the content security policy of the page stays in force.
 * @param within a selector, to check only a part
 */
export async function axe(page: Page, within = 'html'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(
    async ({ selector, rules }) => {
      const { axe: checker } = window as unknown as { axe: typeof axeCore };
      const result = await checker.run(selector, { runOnly: { type: 'tag', values: rules } });
      return result.violations.map((v) => ({
        id: v.id,
        help: v.help,
        nodes: v.nodes.map((n) => ({ html: n.html.slice(0, 160), why: n.failureSummary ?? '' })),
      }));
    },
    { selector: within, rules: RULES },
  );
  if (violations.length === 0) return;
  const lines = violations.flatMap((v) => [
    `${v.id}: ${v.help}`,
    ...v.nodes.slice(0, 5).map((n) => `  ${n.html}\n    ${n.why.replace(/\s+/g, ' ')}`),
  ]);
  throw new Error(`${new URL(page.url()).pathname} breaks rules of accessibility:\n${lines.join('\n')}`);
}

/** Keeps a picture of the page for the documentation, `docs/pictures/<name>.png`, when UPDATE_PICTURES=1. */
export async function screenshot(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return;
  const dir = join(projectRoot, 'docs/pictures');
  await mkdir(dir, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(dir, `${name}.png`), fullPage: options.fullPage ?? false });
}

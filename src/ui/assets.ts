/**
 * Styles, script and fonts of the site, put together in memory once at first use (about 0.2 s), with the hash of
 * the content in the name, so that browsers may keep them for a year.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { FAVICON } from './mark.tsx';

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** True when the name carries the hash, so the answer may be cached for ever. */
  readonly immutable: boolean;
  /** Of a service worker: the addresses above its own that it may serve. */
  readonly scope?: string;
}

/** The part of Designsystemet we use, in this order; the rest of its 147 kB never leaves the server. */
const DESIGNSYSTEMET = ['base', 'button', 'input', 'field', 'fieldset', 'validation-message'];
const LAYERS = '@layer ds.theme,ds.base,ds.page,ds.components,splot.layout,splot.components,splot.print;';
/** The service worker of the door of an event, which opens its list without a network. */
export const DOOR_WORKER = '/assets/door-worker.js';
const FONTS = ['latin', 'latin-ext', 'cyrillic'] as const;
/** Browsers since 2022, the first with cascade layers; esbuild rewrites nesting and adds prefixes for them. */
const TARGET = ['chrome99', 'firefox97', 'safari15.4'];

const require = createRequire(import.meta.url);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const bytes = (data: string | Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(data));

interface Bundle {
  readonly files: ReadonlyMap<string, Asset>;
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  readonly fonts: readonly string[];
}

function readCss(fontUrls: ReadonlyMap<string, string>): string {
  const system = DESIGNSYSTEMET.map((name) => {
    const css = readFileSync(require.resolve(`@digdir/designsystemet-css/${name}.css`), 'utf8');
    return `@layer ds.${name === 'base' ? 'base' : 'components'}{${css}}`;
  });
  const own = readdirSync(here('./css'))
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(here(`./css/${name}`), 'utf8'));
  return [LAYERS, ...system, ...own]
    .join('\n')
    .replace(/url\("font:([a-z-]+)"\)/g, (_, subset: string) => `url("${fontUrls.get(subset) ?? ''}")`);
}

function readScript(name: string): string {
  const result = buildSync({
    entryPoints: [here(`../client/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: TARGET,
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

function bundle(): Bundle {
  const files = new Map<string, Asset>();
  const add = (name: string, extension: string, type: string, data: string | Buffer): string => {
    const body = bytes(data);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const url = `/assets/${name}.${hash}.${extension}`;
    files.set(url, { body, type, immutable: true });
    return url;
  };
  const fontUrls = new Map(
    FONTS.map((subset) => {
      const file = require.resolve(
        `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`,
      );
      return [subset as string, add(`source-sans-3-${subset}`, 'woff2', 'font/woff2', readFileSync(file))];
    }),
  );
  const css = transformSync(readCss(fontUrls), {
    loader: 'css',
    minify: true,
    target: TARGET,
    legalComments: 'none',
  }).code;
  const icon = add('splot', 'svg', 'image/svg+xml', FAVICON);
  // Browsers know a worker by its address, so it has no hash; they look for a new one each time.
  files.set(DOOR_WORKER, {
    ...{ body: bytes(readScript('door-worker')), type: 'text/javascript; charset=utf-8', immutable: false },
    scope: '/events/manage/',
  });
  files.set('/favicon.ico', { body: bytes(FAVICON), type: 'image/svg+xml', immutable: false });
  return {
    files,
    icon,
    css: add('splot', 'css', 'text/css; charset=utf-8', css),
    js: add('splot', 'js', 'text/javascript; charset=utf-8', readScript('enhance')),
    fonts: [...fontUrls.values()],
  };
}

let built: Bundle | null = null;
const current = (): Bundle => {
  built ??= bundle();
  return built;
};

export const assets = {
  /** URL of the style sheet. */
  get css(): string {
    return current().css;
  },
  /** URL of the script. */
  get js(): string {
    return current().js;
  },
  /** URL of the favicon. */
  get icon(): string {
    return current().icon;
  },
  /** URLs of the fonts a Polish page needs at once. */
  get preload(): readonly string[] {
    return current().fonts.slice(0, 2);
  },
  /** The file at this path of the address, or null. */
  serve(path: string): Asset | null {
    return current().files.get(path) ?? null;
  },
};

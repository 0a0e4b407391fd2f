/**
 * Writes src/ui/css/theme.generated.css from the colours below: Designsystemet's own algorithm makes the
 * scales (16 steps, computed contrast), we choose the seeds and correct a few steps by hand. We do not use the
 * files its command line writes, because they carry three size modes and two type scales we do not need (39 kB).
 * Contrast of the result is proven by src/ui/theme.test.ts. Run: node --import tsx scripts/build-theme.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateColorSchemes } from '@digdir/designsystemet/color';

type Hex = `#${string}`;
type Scale = Record<string, string>;
const COLOURS = ['accent', 'neutral', 'info', 'success', 'warning', 'danger'] as const;
type Colour = (typeof COLOURS)[number];

/** Seeds: deep spruce, warm grey, and status colours. Dark seeds are fresher, because a dark page drains them. */
const SEEDS: Record<'light' | 'dark', Record<Colour, Hex>> = {
  light: {
    accent: '#14574A',
    neutral: '#6B675C',
    info: '#2C4D9E',
    success: '#1F6B3A',
    warning: '#C58A1C',
    danger: '#A31F34',
  },
  dark: {
    accent: '#2FA387',
    neutral: '#6F6E66',
    info: '#7C9BEA',
    success: '#5DB27C',
    warning: '#E0A63A',
    danger: '#EF6A7B',
  },
};

/** Hand corrections: the page is warm paper, not white; text is ink, not brown. */
const CORRECTIONS: Record<'light' | 'dark', Partial<Record<Colour, Scale>>> = {
  light: {
    neutral: {
      'background-default': '#fbfaf6',
      'background-tinted': '#f4f1e9',
      'surface-tinted': '#f4f1e9',
      'surface-hover': '#eeebe1',
      'surface-active': '#e4e0d4',
      'border-subtle': '#e0ddd3',
      'border-default': '#85837a',
      'border-strong': '#5c5f59',
      'text-subtle': '#575c57',
      'text-default': '#1c221f',
    },
    warning: {
      'surface-tinted': '#fdf0dc',
      'border-subtle': '#ecca93',
      'text-subtle': '#7d4a00',
      'border-default': '#b9791a',
    },
    accent: { 'text-subtle': '#14574a', 'surface-tinted': '#e6efec', 'surface-hover': '#d9e7e2' },
    danger: { 'surface-tinted': '#fcebeb' },
  },
  dark: {
    neutral: {
      'background-default': '#151816',
      'background-tinted': '#1b1f1d',
      'surface-default': '#1e2320',
      'surface-tinted': '#272d2a',
      'surface-hover': '#2d3431',
      'surface-active': '#39413d',
      'border-subtle': '#363d39',
      'border-default': '#828a84',
      'border-strong': '#aab1ab',
      'text-subtle': '#b4bbb5',
      'text-default': '#edf0ec',
    },
    accent: {
      'text-subtle': '#7fd0ba',
      'text-default': '#d9f2ea',
      'base-default': '#4db79c',
      'base-hover': '#69c8b0',
      'base-active': '#86d8c3',
      'base-contrast-default': '#08130f',
      'base-contrast-subtle': '#0d1f19',
    },
    warning: { 'surface-tinted': '#33290f' },
  },
};

/** White and yellow on black, the contrast version Polish public sites have always offered. */
const HIGH: Scale = {
  'background-default': '#000000',
  'background-tinted': '#000000',
  'surface-default': '#000000',
  'surface-tinted': '#000000',
  'surface-hover': '#2b2b00',
  'surface-active': '#404000',
  'border-subtle': '#ffffff',
  'border-default': '#ffffff',
  'border-strong': '#ffffff',
  'text-subtle': '#ffffff',
  'text-default': '#ffffff',
  'base-default': '#ffe94d',
  'base-hover': '#fff3a0',
  'base-active': '#ffffff',
  'base-contrast-subtle': '#000000',
  'base-contrast-default': '#000000',
};
const HIGH_TEXT: Record<Colour, string> = {
  accent: '#ffe94d',
  neutral: '#ffffff',
  info: '#9fd0ff',
  success: '#8ff0a8',
  warning: '#ffd27a',
  danger: '#ff9d9d',
};

/** The thread colours of institutions; `ink` is the text written on them. Keys as in src/ui/threads.ts. */
const THREADS: Record<'light' | 'dark' | 'high', Scale> = {
  light: {
    op: '#1b6b57',
    up: '#2c4d9e',
    ng: '#a9591a',
    re: '#773a86',
    ps: '#a02a46',
    pr: '#5a6416',
    os: '#1c221f',
    ink: '#ffffff',
  },
  dark: {
    op: '#5cc4a6',
    up: '#8fadf5',
    ng: '#e8a261',
    re: '#cf9ade',
    ps: '#f28ba3',
    pr: '#c3cf6c',
    os: '#edf0ec',
    ink: '#10130f',
  },
  high: {
    op: '#7dffd4',
    up: '#9fd0ff',
    ng: '#ffc37a',
    re: '#f0b3ff',
    ps: '#ffa3b8',
    pr: '#e6f56b',
    os: '#ffffff',
    ink: '#000000',
  },
};

function scale(colour: Colour, scheme: 'light' | 'dark'): Scale {
  const generated = generateColorSchemes(SEEDS[scheme][colour])[scheme];
  const steps = Object.fromEntries(generated.map((step) => [step.name, step.hex.toLowerCase()]));
  // On a dark page the bars and fills of a status take the lighter step, with dark text on them.
  const bright: Scale =
    scheme === 'dark'
      ? {
          'base-default': steps['text-subtle'] ?? '',
          'base-hover': steps['text-default'] ?? '',
          'base-active': '#ffffff',
          'base-contrast-default': '#0d100e',
        }
      : {};
  return { ...steps, ...bright, ...CORRECTIONS[scheme][colour] };
}

function highScale(colour: Colour): Scale {
  const text = HIGH_TEXT[colour];
  return {
    ...HIGH,
    'text-subtle': text,
    'border-strong': text,
    ...(colour === 'accent' ? {} : { 'base-default': text }),
  };
}

function declarations(scheme: 'light' | 'dark' | 'high'): string {
  const lines = COLOURS.flatMap((colour) =>
    Object.entries(scheme === 'high' ? highScale(colour) : scale(colour, scheme)).map(
      ([step, hex]) => `--ds-color-${colour}-${step}:${hex}`,
    ),
  );
  const focus = { light: ['#1c221f', '#ffffff'], dark: ['#ffffff', '#10130f'], high: ['#ffe94d', '#000000'] }[
    scheme
  ];
  const threads = Object.entries(THREADS[scheme]).map(([key, hex]) => `--thread-${key}:${hex}`);
  const native = `color-scheme:${scheme === 'light' ? 'light' : 'dark'}`;
  return [
    native,
    ...lines,
    `--ds-color-focus-outer:${focus[0]}`,
    `--ds-color-focus-inner:${focus[1]}`,
    ...threads,
  ].join(';\n');
}

/** Designsystemet components read --ds-color-<step>; data-color says of which colour. */
function alias(colour: Colour, selector: string): string {
  const steps = Object.keys(HIGH).map((step) => `--ds-color-${step}:var(--ds-color-${colour}-${step})`);
  return `${selector}{${steps.join(';')}}`;
}

export function themeCss(): string {
  return [
    '/* Generated by scripts/build-theme.ts; change the seeds there. */',
    '@layer ds.theme{',
    `:root,[data-color-scheme=light]{${declarations('light')}}`,
    `@media (prefers-color-scheme:dark){[data-color-scheme=auto]{${declarations('dark')}}}`,
    `[data-color-scheme=dark]{${declarations('dark')}}`,
    `[data-color-scheme=high]{${declarations('high')}}`,
    `@media print{:root,[data-color-scheme]{${declarations('light')}}}`,
    alias('accent', ':root,[data-color-scheme],[data-color=accent]'),
    ...COLOURS.slice(1).map((colour) => alias(colour, `[data-color=${colour}]`)),
    '}',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/ui/css/theme.generated.css', import.meta.url), themeCss());
}

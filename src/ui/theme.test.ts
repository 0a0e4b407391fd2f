import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeCss } from '../../scripts/build-theme.ts';

const css = readFileSync(new URL('./css/theme.generated.css', import.meta.url), 'utf8');

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector}{`) + selector.length + 1);
  return new Map(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):(#[\da-f]{6})/gi)].map((m) => [
      m[1] ?? '',
      m[2] ?? '',
    ]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const SCHEMES = {
  light: ':root,[data-color-scheme=light]',
  dark: '[data-color-scheme=dark]',
  high: '[data-color-scheme=high]',
};
const STATUS = ['accent', 'info', 'success', 'warning', 'danger'];
const THREADS = ['op', 'up', 'ng', 're', 'ps', 'pr', 'os'];

describe.each(Object.entries(SCHEMES))('the %s theme', (scheme, selector) => {
  const token = tokens(selector);
  const colour = (name: string) => token.get(`ds-color-${name}`) ?? '#000000';
  const grounds = ['background-default', 'surface-default', 'surface-tinted'].map((step) =>
    colour(`neutral-${step}`),
  );
  const least = (name: string, on: readonly string[]) =>
    Math.min(...on.map((ground) => contrast(name, ground)));

  it('has text that can be read on every ground', () => {
    expect(least(colour('neutral-text-default'), grounds)).toBeGreaterThanOrEqual(7);
    expect(least(colour('neutral-text-subtle'), grounds)).toBeGreaterThanOrEqual(scheme === 'high' ? 7 : 4.5);
    for (const name of STATUS) {
      const own = [...grounds, colour(`${name}-surface-tinted`)];
      expect([name, least(colour(`${name}-text-subtle`), own) >= 4.5]).toEqual([name, true]);
      expect([
        name,
        contrast(colour('neutral-text-subtle'), colour(`${name}-surface-tinted`)) >= 4.5,
      ]).toEqual([name, true]);
    }
  });

  it('has filled buttons whose words can be read in every state', () => {
    for (const name of ['accent', 'danger']) {
      const words = colour(`${name}-base-contrast-default`);
      for (const state of ['default', 'hover', 'active']) {
        expect([name, state, contrast(words, colour(`${name}-base-${state}`)) >= 4.5]).toEqual([
          name,
          state,
          true,
        ]);
      }
    }
  });

  it('has borders of fields, bars of status and focus that can be seen', () => {
    expect(least(colour('neutral-border-default'), grounds)).toBeGreaterThanOrEqual(3);
    expect(least(colour('focus-outer'), grounds)).toBeGreaterThanOrEqual(3);
    for (const name of ['accent', 'danger', 'info', 'success']) {
      expect([name, least(colour(`${name}-base-default`), grounds) >= 3]).toEqual([name, true]);
    }
  });

  it('has threads that can be seen on every ground and letters that can be read on them', () => {
    for (const name of THREADS) {
      const thread = token.get(`thread-${name}`) ?? '';
      expect([name, least(thread, grounds) >= 3]).toEqual([name, true]);
      expect([name, contrast(token.get('thread-ink') ?? '', thread) >= 4.5]).toEqual([name, true]);
    }
  });
});

it('is what the script makes', () => {
  expect(css).toBe(themeCss());
});

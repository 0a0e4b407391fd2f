import type { Lang } from '../i18n.ts';
import type { Block } from './tree.ts';

export type Chart = Extract<Block, { type: 'chart' }>;

/** More bars than this nobody reads. */
const MOST = 24;

/** `0,5`, `1 265` and `1265.5` are numbers; a value that is none leaves its bar out. */
function numberOf(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/**
 * What `::chart{title="…" values="CIS: 148; KIS: 360" unit="…" source="…"}` in a text asks for. Null without a title or
 * without two bars: one bar compares nothing.
 */
export function chartOf(attrs: Readonly<Record<string, string>>): Chart | null {
  const bars = (attrs.values ?? '').split(';').flatMap((part) => {
    const at = part.lastIndexOf(':');
    const value = numberOf(part.slice(at + 1));
    const label = part.slice(0, Math.max(at, 0)).trim();
    return label === '' || value === null ? [] : [{ label, value }];
  });
  const title = attrs.title?.trim() ?? '';
  if (title === '' || bars.length < 2) return null;
  return {
    type: 'chart',
    title,
    bars: bars.slice(0, MOST),
    unit: attrs.unit?.trim() ?? '',
    source: attrs.source?.trim() ?? '',
  };
}

const LOCALES: Readonly<Record<Lang, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };

/** Bars with what is written beside them and how long they are, from 0 to 1, for whoever has no drawing of their own. */
export function measured({ bars, unit }: Chart, lang: Lang) {
  const most = Math.max(...bars.map(({ value }) => value)) || 1;
  return bars.map(({ label, value }) => {
    const number = value.toLocaleString(LOCALES[lang], { maximumFractionDigits: 1 });
    return { label, figure: unit === '' ? number : `${number}\u00a0${unit}`, share: value / most };
  });
}

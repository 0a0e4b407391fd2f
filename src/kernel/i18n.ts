/**
 * Texts in several languages. The Polish file of a module is the type; the other languages must satisfy it,
 * so a missing translation does not compile.
 */
export const LANGS = ['pl', 'en', 'uk'] as const;
export type Lang = (typeof LANGS)[number];

/** The shape of a text object: the same keys, strings where there were strings, functions with the same arguments. */
export type TextOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : TextOf<T[K]>;
};

export type Languages<T> = Readonly<Record<Lang, T>>;

/** Joins the language versions of one text. Ukrainian is written for participants only; elsewhere it falls back to Polish. */
export function languages<P>(versions: { pl: P; en: TextOf<P>; uk?: TextOf<P> }): Languages<TextOf<P>> {
  const pl = versions.pl as TextOf<P>;
  return { pl, en: versions.en, uk: versions.uk ?? pl };
}

/** Polish plural: 1 sprawa, 2 sprawy, 5 spraw; 12–14 take the last form. Returns the number with the word. */
export function plural(n: number, one: string, few: string, many: string): string {
  return `${n} ${pluralWord(n, one, few, many)}`;
}

/** As `plural`, the word alone. Ukrainian follows the same rule for 2–4, and uses the first form for 21, 31 …, which Polish does not. */
export function pluralWord(n: number, one: string, few: string, many: string): string {
  if (n === 1) return one;
  const tens = Math.abs(n) % 100;
  const units = Math.abs(n) % 10;
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
}

/** English plural with the number. */
export function count(n: number, one: string, other: string): string {
  return `${n} ${n === 1 ? one : other}`;
}

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && (LANGS as readonly string[]).includes(value);
}

/** Words for time: how far a day is, and the names of months people type. */
import type { Lang } from './i18n.ts';
import { count, LANGS, plural } from './i18n.ts';

interface RelativeWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly ahead: (days: number) => string;
  readonly ago: (days: number) => string;
  readonly overdue: (days: number) => string;
}

const ukrainianRules = new Intl.PluralRules('uk');
const UKRAINIAN_DAYS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'день', few: 'дні' };
const daysPl = (n: number) => plural(n, 'dzień', 'dni', 'dni');
const daysEn = (n: number) => count(n, 'day', 'days');
const daysUk = (n: number) => `${n} ${UKRAINIAN_DAYS[ukrainianRules.select(n)] ?? 'днів'}`;

export const relativeWords: Readonly<Record<Lang, RelativeWords>> = {
  pl: {
    today: 'dzisiaj',
    tomorrow: 'jutro',
    yesterday: 'wczoraj',
    ahead: (n) => `za ${daysPl(n)}`,
    ago: (n) => `${daysPl(n)} temu`,
    overdue: (n) => `${daysPl(n)} po terminie`,
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    ahead: (n) => `in ${daysEn(n)}`,
    ago: (n) => `${daysEn(n)} ago`,
    overdue: (n) => `${daysEn(n)} overdue`,
  },
  uk: {
    today: 'сьогодні',
    tomorrow: 'завтра',
    yesterday: 'вчора',
    ahead: (n) => `через ${daysUk(n)}`,
    ago: (n) => `${daysUk(n)} тому`,
    overdue: (n) => `прострочено на ${daysUk(n)}`,
  },
};

/** Abbreviations the language data of the platform does not know, and Roman months of Polish letters. */
const EXTRA: Readonly<Record<string, number>> = {
  ...Object.fromEntries('i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((roman, i) => [roman, i + 1])),
  stycz: 1,
  kwiec: 4,
  czerw: 6,
  wrzes: 9,
  pazdz: 10,
  listop: 11,
  grudz: 12,
  sept: 9,
};

const plain = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '');

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>(Object.entries(EXTRA));
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  for (const lang of LANGS) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...form });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 1));
        const name = parts.find((part) => part.type === 'month')?.value;
        if (name) names.set(plain(name), month);
      }
    }
  }
  return names;
}

const months = monthNames();

/** The month (1–12) of a name in any of the three languages, in any case: „marca”, „marzec”, „mar.”, „III”; null if unknown. */
export function monthNumber(name: string): number | null {
  return months.get(plain(name)) ?? null;
}

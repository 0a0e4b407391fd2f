import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  label: 'Podmioty z katalogu',
  all: (n: number) => `Wszystkie w katalogu (${plural(n, 'podmiot', 'podmioty', 'podmiotów')})`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

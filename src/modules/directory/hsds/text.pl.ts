import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  onRequest: 'cena na zapytanie',
  from: 'cena od',
  fee: 'opłata',
  free: 'bezpłatnie',
  place: 'miejsce',
  about:
    'Otwarta baza podmiotów ekonomii społecznej i wsparcia dla osób w Polsce: kto działa, co oferuje, gdzie i kiedy to potwierdzono.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

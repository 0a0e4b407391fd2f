import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  nav: 'Baza podmiotów',
  editors: 'Redakcja bazy',
  title: 'Baza podmiotów ekonomii społecznej',
  count: (n: number) => plural(n, 'podmiot', 'podmioty', 'podmiotów'),
  offers: (n: number) => plural(n, 'oferta', 'oferty', 'ofert'),
  states: {
    active: 'działa',
    suspended: 'działalność zawieszona',
    in_liquidation: 'w likwidacji',
    deregistered: 'wykreślony z rejestru',
  },
  freshness: {
    confirmed: (day: string) => `potwierdzono ${day}`,
    ageing: (day: string) => `potwierdzono ${day}, czas sprawdzić`,
    unconfirmed: (months: number) =>
      `niepotwierdzone od ${plural(months, 'miesiąca', 'miesięcy', 'miesięcy')}`,
    never: 'nigdy nie potwierdzono',
  },
  sizes: { '1-4': '1–4 osoby', '5-9': '5–9 osób', '10-49': '10–49 osób', '50+': '50 i więcej osób' },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

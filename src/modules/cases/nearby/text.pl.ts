import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Wsparcie w pobliżu',
  lead: 'Z publicznej bazy, według potrzeb, gminy i wieku. Żadne dane osoby nie opuszczają formularza.',
  none: 'W promieniu 50 km baza nie zna wsparcia, które odpowiadałoby tym potrzebom.',
  noGmina: 'Podaj gminę, żeby zobaczyć, co jest w pobliżu.',
  free: (n: number, day: string) =>
    `${plural(n, 'wolne miejsce', 'wolne miejsca', 'wolnych miejsc')}, stan na ${day}`,
  full: (day: string) => `brak wolnych miejsc, stan na ${day}`,
  km: (km: string) => `${km} km`,
  forWhom: (rules: string) => `Dla kogo: ${rules}.`,
  choose: 'Wybierz',
  chosen: 'wybrane',
  others: (n: number) => `Poza partnerstwem: ${plural(n, 'miejsce', 'miejsca', 'miejsc')}`,
  outside: 'Nie przyjmują skierowań w tym partnerstwie. Można zadzwonić.',
  phone: (phone: string) => `telefon ${phone}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Ogłoszenia partnerstw',
  lead: 'Co partnerstwa oferują, czego szukają i co nowego u nich.',
  kinds: { offer: 'oferujemy', wanted: 'szukamy', news: 'nowości' },
  all: 'wszystkie',
  which: 'Rodzaj ogłoszeń',
  none: 'Nie ma teraz ogłoszeń',
  noneHow: 'Ogłoszenie pisze koordynator partnerstwa. Znika samo po wskazanym dniu.',
  write: 'Dodaj ogłoszenie',
  queue: 'Czekają na redakcję',
  queueLead: 'Ogłoszenia dla wszystkich. Sprawdź, czy nie ma w nich danych osób, i zdecyduj.',
  queueNone: 'Nic nie czeka.',
  queueNoneHow: 'Ogłoszenia dla wszystkich pojawią się tutaj, zanim przeczyta je każdy.',
  until: (date: string) => `do ${date}`,
  states: {
    waiting: 'czeka na redakcję',
    shown: 'widoczne',
    refused: 'nieprzyjęte',
    withdrawn: 'wycofane',
  },
  audiences: { network: 'tylko pracownicy w sieci', public: 'wszyscy, po przeczytaniu przez redakcję' },
  networkOnly: 'tylko w sieci',
  newTitle: 'Nowe ogłoszenie',
  partnership: 'Partnerstwo',
  kind: 'Rodzaj',
  titleField: 'Tytuł',
  body: 'Treść',
  bodyHint: 'Bez nazwisk i prywatnych telefonów.',
  audience: 'Kto przeczyta',
  endsOn: 'Ostatni dzień ogłoszenia',
  endsHint: 'Najdalej za rok.',
  send: 'Ogłoś',
  withdraw: 'Wycofaj',
  show: 'Pokaż wszystkim',
  refuse: 'Nie przyjmuj',
  reason: 'Dlaczego nie',
  reasonShown: (reason: string) => `Redakcja: ${reason}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

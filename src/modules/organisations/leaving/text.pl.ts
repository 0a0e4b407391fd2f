import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Zakończenie pracy',
  lead: (name: string) => `Kto odchodzi: ${name}. Żadna sprawa nie może zostać bez opieki.`,
  obligations: 'Co jest otwarte',
  count: (n: number) => plural(n, 'rzecz', 'rzeczy', 'rzeczy'),
  nothing: 'Nic nie jest otwarte: nikt nie musi niczego przejmować.',
  kinds: {
    coordinates: 'koordynuje sprawę',
    works_on: 'pracuje w sprawie',
    referral: 'skierowanie czeka na odpowiedź',
    session: 'zaplanowane zajęcia',
    contact: 'osoba do kontaktu w partnerstwie',
  },
  until: (date: string) => `termin ${date}`,
  lastDay: 'Ostatni dzień pracy',
  lastDayHint: 'Dzisiaj albo wcześniej.',
  successor: 'Kto przejmuje',
  successorHint: 'Tylko osoby z ważnym upoważnieniem i dostępem do spraw.',
  submit: 'Zakończ pracę',
  consequences: {
    handOver: 'Wszystko z listy przejdzie na wskazaną osobę.',
    access: 'Dostęp do spraw i upoważnienie skończą się od razu, tokeny przestaną działać.',
    account: 'Konto zostaje: ta osoba może pracować w innej instytucji.',
    history: 'W historii spraw jej nazwisko zostaje przy tym, co zrobiła.',
  },
  notYet:
    'Ten dzień jeszcze nie minął. Zakończ pracę ostatniego dnia; do tego czasu można zaplanować nieobecność.',
  standsIn: 'Ta osoba kogoś zastępuje. Najpierw zmień tamto zastępstwo.',
  needsSuccessor: 'Są otwarte rzeczy. Wybierz osobę, która je przejmie.',
  orphans: (n: number) =>
    `Po przekazaniu zostały bez opieki: ${plural(n, 'rzecz', 'rzeczy', 'rzeczy')}. Nic nie zmieniono. Wybierz kogoś innego albo zamknij je wcześniej.`,
  noSuccessors:
    'Nie ma nikogo z dostępem do spraw, kto mógłby je przejąć. Najpierw nadaj upoważnienie innej osobie.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

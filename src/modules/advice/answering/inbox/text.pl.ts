import { languages, plural, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Pytania do doradców',
  views: {
    mine: 'Moje',
    unassigned: 'Bez doradcy',
    review: 'Do sprawdzenia',
    late: 'Po terminie',
    all: 'Wszystkie',
  },
  viewsLabel: 'Które pytania',
  newCall: 'Nowa rozmowa',
  q: 'Szukaj w treści lub po numerze',
  state: 'Stan',
  topic: 'Temat',
  county: 'Powiat',
  channel: 'Skąd',
  any: 'dowolny',
  caption: (view: string) => `Pytania: ${view.toLowerCase()}`,
  subject: 'Pytanie',
  stateColumn: 'Stan',
  due: 'Odpowiedź do',
  who: 'Doradca',
  asked: 'Zadane',
  next: 'Dalej',
  first: 'Od początku',
  waiting: (n: number) =>
    n === 0
      ? 'Żadne pytanie nie czeka na odpowiedź'
      : `${plural(n, 'pytanie czeka', 'pytania czekają', 'pytań czeka')} na odpowiedź`,
  emptyTitle: {
    mine: 'Nic na Ciebie nie czeka',
    unassigned: 'Każde pytanie ma doradcę',
    review: 'Nic nie czeka na sprawdzenie',
    late: 'Nic nie jest po terminie',
    all: 'Nie ma tu pytań',
  },
  empty: 'Pytania przychodzą z formularza, e-mailem, z rozmów i wizyt.',
  none: 'Nie ma pytań, które pasują do filtrów.',
  toAnswer: (number: string, subject: string) => `Odpowiedź na pytanie ${number}: ${subject}`,
  toReview: (number: string, subject: string) => `Sprawdzenie odpowiedzi na pytanie ${number}: ${subject}`,
  toCall: (number: string, subject: string) => `Telefon z odpowiedzią na pytanie ${number}: ${subject}`,
  callBack: (at: string) => `oddzwonić ${at}`,
  calls: 'Trzeba oddzwonić',
  noSubject: '(treść usunięta)',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

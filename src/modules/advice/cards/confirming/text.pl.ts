import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  letter: {
    subject: (number: string) => `Karta doradztwa ${number}: prośba o potwierdzenie`,
    body: (desk: string, number: string, link: string, days: number) =>
      `Dzień dobry,\n\n${desk} prosi o sprawdzenie karty doradztwa ${number} i potwierdzenie, że porada się odbyła.\n\nKarta jest tu:\n${link}\n\nOdnośnik działa ${days} dni i otwiera tylko tę kartę. Nie trzeba zakładać konta. Jeśli coś się nie zgadza, można to tam napisać.`,
  },
  title: (number: string) => `Karta doradztwa ${number}`,
  lead: 'Sprawdź, czy wszystko się zgadza, i odpowiedz na dole strony.',
  adviser: 'Doradca',
  client: 'Dla kogo',
  type: 'Rodzaj doradztwa',
  time: 'Kiedy i jak długo',
  answer: 'Twoja odpowiedź',
  agrees: 'Czy porada odbyła się tak, jak opisano?',
  yes: 'Tak, potwierdzam',
  no: 'Nie, coś się nie zgadza',
  words: 'Co się nie zgadza',
  wordsHint: 'Potrzebne tylko wtedy, gdy coś się nie zgadza.',
  who: 'Imię i nazwisko',
  send: 'Wyślij odpowiedź',
  thanksConfirmed: (who: string) => `Karta potwierdzona. Odpowiedź: ${who}.`,
  thanksDisputed: 'Zastrzeżenie zapisane. Doradca wyjaśni je i poprosi o odpowiedź jeszcze raz.',
  contact: (desk: string, how: string) => `Pytania? ${desk}: ${how}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

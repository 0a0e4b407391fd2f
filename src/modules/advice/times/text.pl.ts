import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const workingDays = (n: number) =>
  n === 0 ? 'ten sam dzień roboczy' : plural(n, 'dzień roboczy', 'dni robocze', 'dni roboczych');

const pl = {
  title: 'Terminy odpowiedzi',
  lead: 'Terminy liczy się w dniach roboczych; dzień zadania pytania się nie liczy. Obowiązuje reguła najbliższa: punktu, tematu, sposobu kontaktu.',
  rule: 'Kogo dotyczy',
  everything: 'wszystkie pytania',
  everyTopic: 'Każdy temat',
  everyChannel: 'Każdy sposób',
  topic: 'Temat',
  channel: 'Sposób kontaktu',
  channels: { web: 'formularz', mail: 'e-mail', phone: 'telefon', visit: 'wizyta' },
  first: 'Pierwsza odpowiedź',
  firstField: 'Pierwsza odpowiedź, dni robocze',
  firstHint: 'Puste pole: reguła ogólna.',
  generalFirst: 'reguła ogólna',
  closing: 'Zamknięcie',
  closingField: 'Zamknięcie sprawy, dni robocze',
  workingDays,
  inForce: 'Obowiązuje',
  from: 'Od dnia',
  fromHint: 'Puste pole: od dzisiaj. Pytania zadane wcześniej zachowują swoje terminy.',
  source: 'Skąd ta reguła',
  ours: 'tego punktu',
  common: 'wspólna',
  ownSource: 'Ustalenie punktu doradztwa',
  add: 'Dodaj regułę',
  end: 'Zakończ',
  order: 'Zamknięcie nie może być wcześniej niż pierwsza odpowiedź.',
  alreadyFrom: 'Taka reguła zaczyna się już tego dnia lub później.',
  panel: 'Terminy',
  firstUntil: 'Pierwsza odpowiedź do',
  firstGiven: 'Pierwsza odpowiedź',
  answerUntil: 'Odpowiedź do',
  closeUntil: 'Zamknięcie do',
  waits: (since: string) => `Punkt czeka na osobę pytającą od ${since}. Terminy nie biegną.`,
  waited: (n: number) =>
    `Czekano na osobę pytającą: ${plural(n, 'dzień roboczy', 'dni robocze', 'dni roboczych')}.`,
  wait: 'Czekamy na osobę pytającą',
  goOn: 'Już nie czekamy',
  subject: (n: number) =>
    `Punkt doradztwa: ${plural(n, 'pytanie do załatwienia', 'pytania do załatwienia', 'pytań do załatwienia')}`,
  hello: 'Dzień dobry,\n\npytania, które czekają:',
  rest: (n: number) => `i jeszcze ${n}.`,
  foot: (url: string) => `Wszystkie pytania: ${url}`,
  letter: {
    first: {
      half: 'minęła połowa czasu na odpowiedź',
      due: 'dzisiaj mija termin odpowiedzi',
      late: 'termin odpowiedzi minął',
    },
    closing: {
      half: 'minęła połowa czasu na zamknięcie sprawy',
      due: 'dzisiaj mija termin zamknięcia sprawy',
      late: 'termin zamknięcia sprawy minął',
    },
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

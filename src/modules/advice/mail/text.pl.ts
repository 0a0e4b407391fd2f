import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Listy do przejrzenia',
  lead: 'Te listy przyszły na adres punktu, ale nie stały się pytaniami same. Każdy został też w skrzynce.',
  none: 'Żaden list nie czeka',
  noneMore:
    'Listy od ludzi stają się pytaniami same. Tu trafiają automatyczne odpowiedzi, biuletyny i listy uszkodzone.',
  off: 'Skrzynka punktu nie jest podłączona, więc listy tu nie przychodzą. Podłącza ją administrator systemu.',
  problem: 'Skrzynki nie udało się odczytać',
  problemMore: (when: string, code: string) =>
    `Ostatnia próba: ${when}. Kod serwera: ${code}. Listy czekają w skrzynce; administrator systemu sprawdza połączenie.`,
  noSubject: '(bez tematu)',
  noSender: '(bez nadawcy)',
  take: 'To jest pytanie',
  drop: 'Nie wymaga odpowiedzi',
  reasons: {
    own: 'list tego systemu',
    bounce: 'zwrot z innego serwera',
    automatic: 'automatyczna odpowiedź',
    list: 'biuletyn albo lista',
    forged: 'nadawca może być podrobiony',
    no_sender: 'nie wiadomo, kto napisał',
    too_many: 'wiele listów jednego nadawcy',
    too_large: 'za duży, żeby go pobrać',
    broken: 'uszkodzony, nie da się odczytać',
    duplicate: 'ten sam list drugi raz',
    empty: 'pusty',
  },
  related: (number: string) =>
    `List odpowiada na wiadomość o pytaniu ${number}, ale przyszedł z innego adresu. Jeśli to ta sama sprawa, można połączyć pytania.`,
  refused: (names: readonly string[]) =>
    `Tych załączników nie przyjęto (rodzaj pliku albo wielkość), leżą w skrzynce: ${names.join(', ')}.`,
  inMailbox: '(treść listu leży w skrzynce)',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

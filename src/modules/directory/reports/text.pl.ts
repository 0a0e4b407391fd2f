import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Zgłoś błąd w danych',
  lead: 'Redakcja sprawdzi zgłoszenie i poprawi wpis. Nie podawaj danych osób prywatnych.',
  cause: 'Co się nie zgadza',
  causes: {
    gone: 'ten podmiot już nie istnieje',
    moved: 'przeniósł się',
    contact: 'błędny telefon albo e-mail',
    hours: 'błędne godziny otwarcia',
    other: 'coś innego',
  },
  note: 'Jak jest naprawdę',
  noteHint: 'Napisz, skąd to wiesz, na przykład „kartka na drzwiach z 3 marca”.',
  known: 'Znam prawidłowe dane',
  knownHint: 'Wypełnij tylko to, co trzeba zmienić.',
  phone: 'Telefon',
  email: 'E-mail podmiotu',
  website: 'Strona internetowa',
  answerTo: 'Twój e-mail, jeśli chcesz odpowiedzi',
  answerHint: 'Służy tylko do odpowiedzi. Usuwamy go pół roku po rozstrzygnięciu.',
  submit: 'Wyślij zgłoszenie',
  sentTitle: 'Dziękujemy za zgłoszenie',
  sent: 'Redakcja je sprawdzi. Zmiana pojawi się w historii wpisu z dopiskiem, że wyszła od czytelnika. Jeśli podano e-mail, przyjdzie odpowiedź.',
  back: 'Wróć do wpisu',
  tooMany: 'Z tego miejsca przyszło dziś wiele zgłoszeń. Spróbuj jutro albo zadzwoń do operatora systemu.',
  newcomer: 'Nie masz jeszcze konta w Splocie?',
  newcomerLead:
    'Napisz, kim jesteś w tym podmiocie. Operator założy instytucję i przyśle zaproszenie, a potem przejmiesz wpis.',
  newcomerNote: 'Kto prosi i w jakiej roli',
  newcomerNoteHint: 'Na przykład: „prezes spółdzielni, chcemy sami prowadzić wpis”.',
  newcomerMail: 'E-mail do odpowiedzi',
  newcomerSubmit: 'Poproś o dostęp',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  newTitle: 'Nowy komentarz',
  replyTitle: 'Odpowiedź na komentarz',
  replyTo: 'Odpowiadasz na',
  about: (title: string) => `Do strony „${title}”`,
  title: 'Tytuł',
  body: 'Treść',
  bodyHint:
    'Żeby zwrócić się do kogoś z tego wątku, wpisz @ i podpis, na przykład @Anna Nowak: dostanie list. Działają **pogrubienie**, listy i odsyłacze.',
  signature: 'Podpis',
  signatureHint: 'Tak podpiszemy komentarz. Nie musi to być imię i nazwisko; nikt nie zobaczy, kim jesteś.',
  signedAs: 'Komentarz będzie podpisany imieniem, nazwiskiem i nazwą instytucji.',
  email: 'Adres e-mail',
  emailHint:
    'Wyślemy list z odsyłaczem. Po jego otwarciu komentarz się pokaże. Adresu nikt nie zobaczy; kiedy go usuwamy, mówią zasady.',
  personalLabel: 'Wiem, że te dane zobaczą wszyscy, i mam prawo je podać',
  before: 'Komentarz pokaże się po sprawdzeniu przez redakcję.',
  rules: 'Zasady komentowania',
  rulesLead: 'Wysyłając komentarz, akceptuje się zasady:',
  file: 'Plik',
  fileHint: 'PDF, obraz, dokument albo arkusz, do 10 MB.',
  submit: 'Wyślij komentarz',
  personal: { pesel: 'numer PESEL', phone: 'numer telefonu', email: 'adres e-mail' },
  personalFound: (what: string) =>
    `W tekście jest ${what}. Usuń te dane albo zaznacz, że mają być widoczne dla wszystkich.`,
  tooManyLinks: (n: number) => `Za dużo odsyłaczy. Najwyżej: ${n}.`,
  reserved: 'Tym podpisem posługuje się redakcja. Wybierz inny.',
  repeated: 'Taki sam komentarz już został napisany.',
  tooMany: 'Na dziś wystarczy: osiągnięto dzienną liczbę komentarzy. Spróbuj jutro.',
  thread: 'Wątek',
  threadOf: (signature: string) => `Wątek: ${signature}`,
  done: {
    shown: 'Komentarz jest opublikowany.',
    waiting: 'Komentarz czeka na sprawdzenie przez redakcję.',
    sent: 'Sprawdź pocztę: wysłaliśmy list z odsyłaczem, który publikuje komentarz.',
    edited: 'Poprawka jest zapisana.',
    withdrawn: 'Komentarz jest wycofany.',
    reported: 'Zgłoszenie jest przyjęte. Redakcja je rozpatrzy.',
    useful: 'Dziękujemy, komentarz jest oznaczony jako przydatny.',
    appealed: 'Odwołanie jest przyjęte. Rozpatrzy je inna osoba niż ta, która wydała decyzję.',
    quiet: 'Listów o odpowiedziach na ten komentarz już nie będzie.',
  },
  state: {
    unconfirmed: 'Ten komentarz czeka na potwierdzenie adresu e-mail. Nikt inny go nie widzi.',
    waiting: 'Ten komentarz czeka na sprawdzenie. Nikt poza redakcją go nie widzi.',
    shown: '',
    hidden:
      'Ten komentarz jest ukryty. Można go poprawić: wtedy redakcja sprawdzi go ponownie. Można też odwołać się od decyzji.',
    removed: 'Ten komentarz został usunięty. Od decyzji można się odwołać.',
    withdrawn: 'Ten komentarz został wycofany.',
  },
  yours: 'Twój komentarz',
  editTitle: 'Poprawianie komentarza',
  editLead: 'Wcześniejsza treść zostaje w historii; widzi ją tylko autor i redakcja.',
  save: 'Zapisz poprawkę',
  withdrawTitle: 'Wycofanie komentarza',
  withdrawWhat: [
    'Komentarza nikt więcej nie przeczyta; jego treść usuniemy po 30 dniach.',
    'Jeśli ktoś na niego odpowiedział, zostanie informacja, że autor wycofał komentarz.',
    'Tego nie można cofnąć.',
  ].join('\n'),
  withdrawSubmit: 'Wycofaj komentarz',
  sentTitle: 'Sprawdź pocztę',
  sentLead:
    'Jeśli adres jest prawidłowy, za chwilę przyjdzie list z odsyłaczem. Bez otwarcia odsyłacza nic się nie stanie, a po siedmiu dniach wszystko znika.',
  link: {
    comment: {
      title: 'Opublikuj komentarz',
      lead: 'To potwierdzi adres e-mail i wyśle komentarz.',
      submit: 'Potwierdzam i publikuję',
    },
    mark: {
      title: 'Oznacz komentarz jako przydatny',
      lead: 'To potwierdzi adres e-mail i oznaczy komentarz.',
      submit: 'Potwierdzam',
    },
    follow: {
      title: 'Włącz powiadomienia o komentarzach',
      lead: 'Listy będą przychodzić, gdy w tej dyskusji pojawi się coś nowego.',
      submit: 'Włącz powiadomienia',
    },
    mine: {
      title: 'Przejdź do komentarza',
      lead: 'Ta przeglądarka będzie przez 30 dni rozpoznawać Ciebie.',
      submit: 'Przejdź do komentarza',
    },
    leave: {
      title: 'Wyłącz powiadomienia',
      lead: 'Listy o tej dyskusji przestaną przychodzić.',
      submit: 'Wyłącz powiadomienia',
    },
    quiet: {
      title: 'Wyłącz listy o odpowiedziach',
      lead: 'Listy o odpowiedziach na ten komentarz przestaną przychodzić.',
      submit: 'Wyłącz listy',
    },
  },
  linkGoesTo: 'Dotyczy strony',
  voidTitle: 'Ten odsyłacz już nie działa',
  void: 'Odsyłacz był już użyty albo minął jego czas.',
  leftTitle: 'Powiadomienia są wyłączone',
  left: 'Listów o tej dyskusji już nie będzie.',
  onTitle: 'Powiadomienia są włączone',
  on: 'W każdym liście jest odsyłacz, który je wyłącza.',
  mineTitle: 'Moje komentarze',
  mineEmpty: 'Nie ma jeszcze żadnego komentarza',
  mineEmptyHow: 'Komentarz można napisać pod stroną, którą się czyta.',
  mineComment: 'Komentarz',
  minePage: 'Strona',
  mineState: 'Stan',
  mineDate: 'Data',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

/** What is wrong with what somebody typed, and what to do about it: one sentence for every code, in three languages. */
import type { Lang, Languages, TextOf } from './i18n.ts';
import { languages } from './i18n.ts';
import { en } from './messages.en.ts';
import { uk } from './messages.uk.ts';
import { tableMessagesEn, tableMessagesPl } from './tabular/messages.ts';

/** Figures a sentence may mention; a sentence reads well without them too. */
export type MessageArgs = Readonly<Record<string, string | number>>;

const pl = {
  required: 'To pole jest potrzebne. Uzupełnij je.',
  invalid: 'Tej odpowiedzi nie da się zapisać. Sprawdź, co tu wpisano.',
  unknown_field: 'Formularz przysłał pole, którego nie znamy. Odśwież stronę i spróbuj jeszcze raz.',
  choice: 'Wybierz jedną z odpowiedzi z listy.',
  choices: 'Zaznacz przynajmniej jedną odpowiedź.',
  confirm: 'Zaznacz to pole, aby potwierdzić.',
  too_long: (a: MessageArgs) => `Tekst jest za długi. Skróć go${a.max ? ` (limit znaków: ${a.max})` : ''}.`,
  too_short: (a: MessageArgs) =>
    `Tekst jest za krótki. Napisz więcej${a.min ? ` (co najmniej znaków: ${a.min})` : ''}.`,
  number: 'Wpisz liczbę, na przykład 12 albo 12,5.',
  'number.whole': 'Wpisz liczbę całkowitą, bez przecinka.',
  'number.min': (a: MessageArgs) =>
    `Liczba jest za mała${a.min === undefined ? '' : `. Najmniejsza możliwa: ${a.min}`}.`,
  'number.max': (a: MessageArgs) =>
    `Liczba jest za duża${a.max === undefined ? '' : `. Największa możliwa: ${a.max}`}.`,
  'number.scientific':
    'Arkusz kalkulacyjny zamienił numer na zapis taki jak 6,18E+10 i zgubił cyfry. Wpisz numer z dokumentu.',
  amount: 'Wpisz kwotę w złotych, na przykład 1234,50.',
  'amount.negative': 'Kwota nie może być mniejsza od zera.',
  'date.invalid': 'Wpisz datę jako dzień, miesiąc i rok, na przykład 5.03.2026.',
  'date.impossible': 'Takiego dnia nie ma w kalendarzu. Sprawdź dzień i miesiąc.',
  'date.future': 'Ta data jest w przyszłości. Wpisz dzień dzisiejszy albo wcześniejszy.',
  'date.past': 'Ta data już minęła. Wpisz dzień dzisiejszy albo późniejszy.',
  'date.before': (a: MessageArgs) =>
    `Ta data jest za wczesna${a.min ? `. Najwcześniejsza możliwa: ${a.min}` : ''}.`,
  'date.after': (a: MessageArgs) =>
    `Ta data jest za późna${a.max ? `. Najpóźniejsza możliwa: ${a.max}` : ''}.`,
  'date.order': 'Koniec nie może być wcześniejszy niż początek.',
  'date.year': 'Dopisz rok czterema cyframi, na przykład 5.03.2026.',
  'date.serial': 'Arkusz kalkulacyjny zapisał datę jako liczbę dni. Sprawdź, czy odczytaliśmy ją dobrze.',
  time: 'Wpisz godzinę, na przykład 9:30.',
  'time.order': 'Godzina końca musi być późniejsza niż godzina początku.',
  too_quick: 'Formularz przyszedł za szybko. Nic nie zginęło: sprawdź go i wyślij jeszcze raz.',
  stale:
    'Ktoś zmienił te dane, odkąd ten formularz jest otwarty. Porównaj swoje zmiany z tym, co jest teraz.',
  duplicate: 'Taki wpis już istnieje.',
  'duplicate.file': 'Ten sam numer jest w tym pliku więcej niż raz.',
  file: 'Dołącz plik.',
  'file.too_large': (a: MessageArgs) =>
    `Plik jest za duży${a.max ? `. Limit: ${a.max} MB` : ''}. Zmniejsz go albo podziel.`,
  'file.type': 'Tego rodzaju pliku nie przyjmujemy. Zapisz go w innym formacie, na przykład PDF.',
  'file.unsafe': 'Ten plik może być niebezpieczny i nie został przyjęty.',
  url: 'Wpisz adres strony, na przykład https://www.gov.pl.',
  'pesel.length': 'Numer PESEL ma 11 cyfr. Sprawdź, czy żadnej nie brakuje.',
  'pesel.characters': 'Numer PESEL składa się z samych cyfr. Usuń litery i inne znaki.',
  'pesel.date': 'Pierwsze sześć cyfr numeru PESEL nie tworzy daty urodzenia. Sprawdź je z dokumentem.',
  'pesel.checksum': 'Cyfra kontrolna numeru PESEL się nie zgadza. Sprawdź, czy nie przestawiono cyfr.',
  'pesel.scientific':
    'Arkusz kalkulacyjny zamienił PESEL na zapis taki jak 6,18E+10 i zgubił cyfry. Wpisz numer z dokumentu.',
  'pesel.birth_date': 'Data urodzenia jest inna niż w numerze PESEL. Sprawdź obie.',
  'pesel.sex': 'Płeć jest inna niż w numerze PESEL. Sprawdź obie.',
  'nip.length': 'Numer NIP ma 10 cyfr. Sprawdź, czy żadnej nie brakuje.',
  'nip.characters': 'Numer NIP składa się z cyfr; mogą je dzielić myślniki. Usuń inne znaki.',
  'nip.checksum': 'Cyfra kontrolna numeru NIP się nie zgadza. Sprawdź, czy nie przestawiono cyfr.',
  'nip.zeros': 'Same zera to nie numer NIP. Jeśli numeru nie ma, zostaw pole puste.',
  'regon.length': 'Numer REGON ma 9 cyfr, a numer jednostki lokalnej 14. Sprawdź, czy żadnej nie brakuje.',
  'regon.characters': 'Numer REGON składa się z samych cyfr. Usuń inne znaki.',
  'regon.checksum': 'Cyfra kontrolna numeru REGON się nie zgadza. Sprawdź, czy nie przestawiono cyfr.',
  'regon.zeros': 'Same zera to nie numer REGON. Jeśli numeru nie ma, zostaw pole puste.',
  'krs.length': 'Numer KRS ma 10 cyfr razem z zerami na początku, na przykład 0000123456.',
  'krs.characters': 'Numer KRS składa się z samych cyfr. Usuń inne znaki.',
  'krs.zeros': 'Same zera to nie numer KRS. Jeśli numeru nie ma, zostaw pole puste.',
  'iban.length': 'Numer rachunku ma 26 cyfr. Sprawdź, czy żadnej nie brakuje.',
  'iban.characters': 'Numer rachunku składa się z cyfr; przed nimi może stać PL. Usuń inne znaki.',
  'iban.checksum': 'Cyfry kontrolne rachunku się nie zgadzają. Sprawdź numer z umową albo wyciągiem.',
  'iban.country': 'To rachunek w innym kraju. Podaj rachunek w banku w Polsce.',
  'postal_code.length': 'Kod pocztowy ma 5 cyfr, na przykład 34-600.',
  'postal_code.characters': 'Kod pocztowy składa się z cyfr i myślnika, na przykład 34-600.',
  'postal_code.zeros': 'Kod 00-000 nie istnieje. Jeśli kod nie jest znany, zostaw pole puste.',
  'phone.length': 'Numer telefonu w Polsce ma 9 cyfr; numer zagraniczny zacznij od +.',
  'phone.characters': 'Wpisz sam numer telefonu, bez słów, na przykład 600 000 123.',
  'phone.prefix': 'Numer telefonu nie zaczyna się od zera. Sprawdź pierwsze cyfry.',
  email: 'Wpisz adres e-mail, na przykład anna@przyklad.pl.',
  'email.at': 'W adresie e-mail potrzebny jest jeden znak @, na przykład anna@przyklad.pl.',
  'email.characters':
    'W adresie e-mail jest znak, którego tam być nie może: spacja, polska litera albo podwójna kropka.',
  'email.domain': 'Po znaku @ potrzebna jest nazwa z kropką, na przykład przyklad.pl.',
  'email.length': 'Adres e-mail jest za długi. Sprawdź, czy nie wklejono czegoś więcej.',
};

export type FormMessages = TextOf<typeof pl>;
export type MessageCode = keyof FormMessages | keyof typeof tableMessagesPl;

export const messages: Languages<Readonly<Record<MessageCode, string | ((args: MessageArgs) => string)>>> =
  languages({
    pl: { ...pl, ...tableMessagesPl },
    en: { ...en, ...tableMessagesEn },
    uk: { ...uk, ...tableMessagesPl },
  });

export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(messages.pl, code);
}

/**
 * The sentence for a code. What is no code but a sentence already comes back as it is; an unknown code gives the general
 * sentence, never the code itself.
 * @param args figures such as `max`, `min`; texts must be formatted for the language already
 */
export function message(lang: Lang, code: string, args: MessageArgs = {}): string {
  if (!isMessageCode(code)) return /\s/.test(code.trim()) ? code : message(lang, 'invalid');
  const text = messages[lang][code];
  return typeof text === 'function' ? text(args) : text;
}

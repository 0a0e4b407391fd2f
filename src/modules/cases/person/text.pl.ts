import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Dane osoby',
  editTitle: 'Popraw dane osoby',
  edit: 'Popraw dane',
  save: 'Zapisz dane',
  contact: 'Kontakt i miejsce zamieszkania',
  identity: 'Kto to jest',
  givenName: 'Imię',
  familyName: 'Nazwisko',
  name: 'Imię i nazwisko',
  unidentified: 'Tożsamość osoby nie jest jeszcze znana',
  unidentifiedHint: 'Wystarczy krótki opis. Imię, nazwisko i numer można dopisać później.',
  label: 'Opis osoby',
  labelHint: 'Na przykład: mężczyzna, około 40 lat, dworzec w Limanowej',
  pesel: 'PESEL',
  peselHint: '11 cyfr. Data urodzenia i płeć wypełnią się same.',
  document: 'Seria i numer dokumentu',
  documentHint: 'Gdy osoba nie ma numeru PESEL',
  birthDate: 'Data urodzenia',
  sex: 'Płeć',
  sexes: { f: 'kobieta', m: 'mężczyzna' },
  gmina: 'Gmina zamieszkania',
  gminaHint: 'Gmina z obszaru partnerstwa. Decyduje miejsce zamieszkania (art. 101 UPS).',
  locality: 'Miejscowość',
  postalCode: 'Kod pocztowy',
  street: 'Ulica i numer',
  phone: 'Telefon',
  email: 'E-mail',
  lang: 'Język kontaktu',
  langs: { pl: 'polski', en: 'angielski', uk: 'ukraiński' },
  none: 'brak',
  notShown: 'niewidoczny dla tej instytucji',
  identifierTaken:
    'Ten numer ma w partnerstwie osoba o innym nazwisku. Porównaj go z dokumentem. Jeśli numer jest niepewny, zostaw pole puste.',
  // Candidates
  candidates: 'Czy to jedna z tych osób?',
  candidatesLead: 'Znaleźliśmy podobne osoby. Porównaj dane i wybierz. Zawsze można zapisać nową osobę.',
  typed: 'Wpisane teraz',
  inSplot: 'Już w Splocie',
  differs: 'różni się',
  same: 'tak samo',
  missing: 'nie podano',
  itIs: (name: string) => `To ta osoba: ${name}`,
  openCase: 'Ta osoba ma otwartą sprawę',
  goToCase: 'Przejdź do sprawy',
  somebodyElse: 'To ktoś inny. Zapisz nową osobę',
  somebodyElseHint: 'Podobne nazwisko to nie pomyłka. Wpisane dane zostają bez zmian.',
  choose: 'Kogo dotyczy skierowanie',
  hiddenTitle: 'W partnerstwie może już być sprawa tej osoby',
  hiddenBody:
    'Nie możemy powiedzieć, kto ją prowadzi. Można poprosić tę instytucję o kontakt albo mimo to przygotować skierowanie.',
  sendAnyway: 'Przygotuj skierowanie mimo to',
  askHandover: 'Poproś o kontakt',
  askedTitle: 'Prośba została przekazana',
  askedBody:
    'Jeśli w partnerstwie jest otwarta sprawa tej osoby, prowadzący ją pracownik dostał wiadomość z prośbą o kontakt z tą instytucją. Szkic skierowania jest zapisany.',
  backToDraft: 'Wróć do szkicu',
  nobody: 'Nie ma podobnej osoby. Można wypełniać dalej.',
  checked: 'Sprawdzone',
  // Stale
  staleTitle: 'Ktoś zmienił te dane w międzyczasie',
  staleBody: 'Twoje wpisy są w formularzu. Porównaj je z tym, co jest teraz, i zapisz jeszcze raz.',
  field: 'Pole',
  yours: 'Twoja wersja',
  now: 'Teraz w Splocie',
  warningTitle: 'Sprawdź te dane',
  // Duplicates
  duplicatesTitle: 'Możliwe powtórzenia osób',
  duplicatesLead: 'Osoby z Twoich spraw, które wyglądają na tę samą osobę zapisaną dwa razy.',
  duplicatesCount: (n: number) => plural(n, 'para', 'pary', 'par'),
  duplicatesNone: 'Nie ma powtórzeń',
  duplicatesNoneBody:
    'Gdy dwie osoby w Twoich sprawach będą miały to samo nazwisko i imię albo datę urodzenia, zobaczysz je tutaj obok siebie.',
  first: 'Pierwszy zapis',
  second: 'Drugi zapis',
  cases: 'Sprawy',
};

export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

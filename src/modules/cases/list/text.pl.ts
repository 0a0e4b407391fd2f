import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

type Args = Readonly<Record<string, string>>;
const rows = (n: number) => plural(n, 'wiersz', 'wiersze', 'wierszy');

const pl = {
  /** What is wrong with a cell and what to do; other codes are those of the kernel. */
  problems: {
    'column.missing': (_: Args) =>
      'W pliku nie ma tej kolumny. Dodaj ją albo wskaż, w której kolumnie są te dane.',
    'row.joined': (_: Args) =>
      'W tekście był znak, który dzieli kolumny. Połączyliśmy rozdzielony tekst; sprawdź, czy dobrze.',
    'name.characters': (_: Args) => 'Nazwisko i imię składają się z liter. Usuń cyfry i inne znaki.',
    'name.lost_letters': (_: Args) => 'Zamiast liter są znaki zapytania. Wpisz je z dokumentu.',
    'name.one_word': (_: Args) => 'Potrzebne są nazwisko i imię. Dopisz brakujące.',
    'pesel.scientific': (_: Args) =>
      'Arkusz kalkulacyjny zamienił PESEL na zapis taki jak 6,18E+10 i zgubił cyfry. Wpisz numer z dokumentu.',
    'pesel.restored': (_: Args) =>
      'Arkusz kalkulacyjny zmienił zapis numeru. Odtworzyliśmy go; sprawdź z dokumentem.',
    'pesel.zeros_lost': (_: Args) =>
      'Brakuje cyfr, prawdopodobnie zer na początku, a data urodzenia tego nie potwierdza. Wpisz numer z dokumentu.',
    'pesel.other_name': (_: Args) =>
      'W partnerstwie ten numer ma osoba o innym nazwisku. Sprawdź numer i nazwisko w dokumencie.',
    'document.characters': (_: Args) => 'Numer dokumentu składa się z liter i cyfr (od 4 do 20). Sprawdź go.',
    'duplicate.file': (a: Args) =>
      `Ta osoba jest już w tym pliku (wiersz ${a.row ?? '?'}). Zostaw jeden z tych wierszy.`,
    'already.imported': (_: Args) => 'Ten wiersz został już zaimportowany. Drugi raz nic się nie zmieni.',
    'already.open': (_: Args) =>
      'Ta osoba ma już w partnerstwie otwartą sprawę. Skierowania z tego wiersza nie utworzymy.',
    'date.before_birth': (_: Args) => 'Ta data jest wcześniejsza niż data urodzenia. Sprawdź obie.',
    'date.too_old': (_: Args) => 'Ta data jest sprzed ponad 10 lat. Sprawdź rok.',
    'date.old': (_: Args) => 'Skierowanie jest sprzed ponad roku. Sprawdź, czy rok jest dobry.',
    'locality.unknown': (a: Args) =>
      `Na obszarze partnerstwa nie ma takiej miejscowości.${a.like ? ` Podobne: ${a.like}.` : ''} Popraw nazwę; dla przysiółka wpisz miejscowość, do której należy.`,
    'locality.corrected': (a: Args) => `Odczytaliśmy to jako: ${a.name ?? ''}. Sprawdź, czy dobrze.`,
    'gmina.unknown': (_: Args) => 'Na obszarze partnerstwa nie ma takiej gminy. Popraw nazwę.',
    'gmina.not_known': (a: Args) => `Nie znamy takiej gminy. Z miejscowości wynika gmina ${a.name ?? ''}.`,
    'gmina.differs': (a: Args) =>
      `Ta miejscowość leży w gminie ${a.name ?? ''} i tak ją zapiszemy. Sprawdź, czy dobrze.`,
    'gmina.outside_area': (_: Args) =>
      'Ta gmina leży poza obszarem partnerstwa. Skieruj osobę do partnerstwa, które tam działa.',
    'gmina.needed': (_: Args) => 'Miejscowość o tej nazwie jest w kilku gminach. Dopisz gminę.',
    'gmina.ambiguous': (_: Args) =>
      'Z tej nazwy nie wynika, o którą gminę chodzi. Dopisz, czy to miasto, czy gmina wiejska.',
    'reason.unknown': (_: Args) =>
      'Tego powodu nie ma w słowniku potrzeb. Wpisz na przykład: długotrwałe bezrobocie, brak kwalifikacji, ubóstwo, bezdomność.',
    'phone.first': (_: Args) => 'Jest tu więcej niż jeden numer. Zapiszemy pierwszy poprawny.',
    'email.first': (_: Args) => 'Jest tu więcej niż jeden adres. Zapiszemy pierwszy poprawny.',
    'postal_code.first': (_: Args) => 'Jest tu więcej niż kod pocztowy. Zapiszemy sam kod.',
    cut: (a: Args) => `Tekst jest za długi. Zapiszemy pierwsze ${a.max ?? ''} znaków.`,
  },
  listProblems: {
    'list.too_many_rows': 'Lista ma więcej niż 5000 osób. Podziel ją na części.',
    'list.no_partnership':
      'Ta instytucja nie należy do działającego partnerstwa, więc nie może kierować do niego osób.',
  },
  columns: {
    number: 'Numer wiersza',
    family: 'Nazwisko',
    given: 'Imię',
    familyGiven: 'Nazwisko i imię w jednej kolumnie',
    givenFamily: 'Imię i nazwisko w jednej kolumnie',
    pesel: 'PESEL',
    document: 'Numer dokumentu (zamiast PESEL)',
    birth: 'Data urodzenia',
    sex: 'Płeć',
    locality: 'Miejscowość',
    postal: 'Kod pocztowy',
    gmina: 'Gmina',
    street: 'Ulica albo adres',
    phone: 'Telefon',
    email: 'E-mail',
    sign: 'Znak sprawy',
    referred: 'Data skierowania',
    reason: 'Powód',
    worker: 'Pracownik socjalny',
    notes: 'Uwagi',
  },
  /** What the recipient reads as the reason of a referral. */
  reason: (reason: string) => `Powód: ${reason}.`,
  notes: (notes: string) => `Uwagi: ${notes}`,
  rows,
  referrals: 'Skierowania',
  title: 'Lista skierowań z pliku',
  upload: {
    lead: 'Lista osób z arkusza: najpierw ją sprawdzimy, nic nie zostanie wysłane bez potwierdzenia.',
    file: 'Plik z listą',
    hint: 'CSV albo XLSX, do 10 MB i 5000 osób. Kodowanie, separator i kolumny rozpoznamy.',
    submit: 'Sprawdź listę',
    what: 'Co powinno być na liście',
    columns:
      'Nazwisko, imię, PESEL (albo numer dokumentu), miejscowość, data skierowania i powód. Przydatne: data urodzenia, płeć, gmina, kod pocztowy, telefon, znak sprawy, pracownik socjalny, uwagi. Kolejność i dokładne nagłówki nie mają znaczenia.',
    mine: 'Wysłane listy',
    none: 'Nie ma jeszcze żadnej listy',
    noneBody: 'Lista pojawi się tutaj po wysłaniu pliku i zostanie na 30 dni.',
    name: 'Plik',
    sent: 'Wysłany',
    state: 'Stan',
    count: 'Utworzone',
  },
  states: {
    uploaded: 'sprawdzona, czeka na decyzję',
    queued: 'w kolejce',
    running: 'w trakcie',
    done: 'gotowa',
    failed: 'nieudana',
  },
  ask: {
    title: 'Jak czytać tę listę',
    lead: 'Sprawdź, czy kolumny są dobrze rozpoznane. Odpowiedź zapamiętamy dla następnych takich plików.',
    guessed: 'Te kolumny rozpoznaliśmy tylko przez podobieństwo:',
    missing: 'Tych kolumn nie znaleźliśmy, a są potrzebne:',
    uncertain:
      'Nie ma pewności co do kodowania albo separatora. Sprawdź polskie litery w przykładach poniżej.',
    file: 'Plik',
    encoding: 'Kodowanie polskich liter',
    separator: 'Znak, który dzieli kolumny',
    sheet: 'Arkusz',
    auto: 'rozpoznane',
    separators: { ';': 'średnik ;', ',': 'przecinek ,', '\t': 'tabulator', '|': 'kreska |' },
    columns: 'Kolumny',
    none: 'nie ma w pliku',
    column: (n: number, name: string, sample: string) =>
      `${n}. ${name || 'bez nagłówka'}${sample ? ` (np. ${sample})` : ''}`,
    submit: 'Zapisz i sprawdź wiersze',
    twice: 'Tę kolumnę wskazano już w innym miejscu. Jedna kolumna może mieć jedno znaczenie.',
  },
  result: {
    title: 'Wynik sprawdzenia',
    file: (name: string) => `Plik: ${name}`,
    good: (n: number) => `${rows(n)} do utworzenia`,
    bad: (n: number) => `${rows(n)} do poprawy`,
    known: (n: number) => `${rows(n)} bez zmian`,
    knownHint: 'Zaimportowane wcześniej albo osoby z otwartą sprawą.',
    warned: (n: number) => `${rows(n)} z uwagą`,
    readAs: (format: string, columns: number) => `Odczytano jako ${format}, kolumn: ${columns}.`,
    change: 'Zmień sposób czytania',
    errors: 'Pobierz plik z błędami',
    errorsHint: 'Te same kolumny i opis błędów. Popraw wiersze i wyślij plik jeszcze raz.',
    next: (n: number) => `Dalej: utwórz ${plural(n, 'skierowanie', 'skierowania', 'skierowań')}`,
    show: 'Pokaż wiersze',
    shows: { bad: 'do poprawy', warned: 'z uwagą', good: 'do utworzenia', all: 'wszystkie' },
    row: 'Wiersz',
    who: 'Osoba',
    problems: 'Co jest nie tak i co zrobić',
    fates: {
      new: 'do utworzenia',
      imported: 'już zaimportowany',
      open: 'osoba ma otwartą sprawę',
      bad: 'do poprawy',
    },
    value: (value: string) => (value === '' ? 'puste' : `„${value}”`),
    empty: 'Nie ma takich wierszy',
    nothing: 'W tej liście nie ma nic do utworzenia.',
    caption: 'Wiersze listy',
    skipped: 'Pominięte wiersze pliku',
    gone: 'Plik został usunięty po 30 dniach. Zostały numery utworzonych spraw.',
    notYours: 'Listę wysłał inny pracownik. Tylko on może ją zaimportować.',
  },
  confirm: {
    title: 'Utwórz skierowania z listy',
    what: (n: number) =>
      `Powstanie ${plural(n, 'sprawa i skierowanie', 'sprawy i skierowania', 'spraw i skierowań')}.`,
    together: 'Wszystkie powstaną razem albo, gdyby coś się nie udało, żadne.',
    bad: (n: number) => `${rows(n)} do poprawy nie zostanie wysłane.`,
    due: (date: string) => `Termin odpowiedzi będzie liczony od dziś: ${date}.`,
    partnership: 'Partnerstwo',
    recipient: 'Instytucja, która dostanie skierowania',
    informed: 'Jak osoby dowiedziały się o skierowaniu',
    informedHint: 'Jako dzień zapiszemy datę skierowania z listy.',
    hidden: 'Ta instytucja do przyjęcia nie zobaczy, kogo dotyczą skierowania, ani uwag z listy.',
    submit: 'Utwórz i wyślij',
    changed: 'Od sprawdzenia coś się zmieniło. Zobacz wynik jeszcze raz.',
  },
  progress: {
    title: 'Tworzenie skierowań',
    queued: 'Lista czeka na swoją kolej. Zwykle trwa to kilka sekund.',
    running: (done: number, total: number) => `Gotowe ${done} z ${total}.`,
    again: 'Sprawdź, jak idzie',
    leave: 'Można zamknąć tę stronę i wrócić do niej z listy wysłanych plików.',
    bar: 'Postęp',
  },
  done: {
    title: 'Lista zaimportowana',
    created: (n: number) => `Utworzono ${plural(n, 'skierowanie', 'skierowania', 'skierowań')}`,
    at: (when: string) => `Zakończono ${when}.`,
    cases: 'Utworzone sprawy',
    number: 'Sprawa',
    due: 'Termin odpowiedzi',
    rest: 'Pozostałe wiersze',
  },
  failed: {
    title: 'Nie udało się zaimportować listy',
    nothing: 'Żadne skierowanie nie powstało. Można spróbować jeszcze raz.',
    again: 'Spróbuj jeszcze raz',
    reasons: {
      'import.forbidden': 'Ten pracownik nie może już importować list. Sprawdź upoważnienie.',
      'import.refused': 'Jednego ze skierowań nie dało się utworzyć. Sprawdź listę jeszcze raz.',
      'import.failed': 'Wystąpił błąd po naszej stronie.',
    },
  },
  errorFile: {
    name: 'bledy',
    errors: 'Błąd',
    warnings: 'Uwaga',
    told: (field: string, remedy: string) => `${field}: ${remedy}`,
  },
};

export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Zgody osoby',
  count: (n: number) => plural(n, 'zgoda', 'zgody', 'zgód'),
  none: 'Nie ma jeszcze żadnej zgody. Zgody potrzebują instytucje, które nie działają na podstawie ustawy ani zlecenia.',
  noRecipients:
    'W sprawie nie ma instytucji, która mogłaby działać na podstawie zgody. Instytucje publiczne działają na podstawie ustaw.',
  record: 'Zapisz zgodę',
  recipient: 'Odbiorca',
  scope: 'Zakres',
  given: 'Udzielona',
  until: 'Obowiązuje do',
  state: 'Stan',
  inForce: 'obowiązuje',
  over: 'wygasła',
  withdrawn: (date: string) => `wycofana ${date}`,
  open: 'Szczegóły',
  ways: { paper: 'na papierze', oral: 'ustnie', electronic: 'elektronicznie' },
  langs: { pl: 'polski', en: 'angielski', uk: 'ukraiński' },
  form: {
    title: 'Zapisanie zgody',
    lead: 'Zaznacz to, na co osoba się zgodziła. Zgoda może być częściowa. Dostęp powstaje od razu po zapisaniu.',
    text: 'Wersja i język tekstu zgody',
    version: (v: string, lang: string) => `wersja ${v}, ${lang}`,
    read: 'Tekst zgody',
    easy: 'Tekst łatwy do czytania (ETR)',
    givenOn: 'Kiedy osoba się zgodziła',
    way: 'W jaki sposób',
    validTo: 'Do kiedy obowiązuje',
    note: 'Uwagi',
    noteHint: 'Na przykład: obecny tłumacz, podpis opiekuna. Bez danych o zdrowiu i sytuacji osoby.',
    ceiling: 'Lista zawiera tylko dane, które ta instytucja może dostać według porozumienia.',
    health: 'Dane szczególne. Zaznacz tylko, gdy osoba wyraźnie się na to zgodziła.',
    beyond:
      'Porozumienie nie pozwala przekazać tych danych tej instytucji. Odśwież stronę i zaznacz jeszcze raz.',
    needsContact:
      'Zaznacz też „imię i nazwisko, kontakt”. Bez tego instytucja nie zobaczy sprawy i reszta zgody nie zadziała.',
    narrower:
      'Zostaw część tego, na co osoba się zgodziła. Szerszy zakres to nowa zgoda, a rezygnacja z całości to wycofanie.',
  },
  detail: {
    title: (institution: string) => `Zgoda dla: ${institution}`,
    remains: 'Co ta instytucja widzi bez tej zgody i dlaczego',
    nothingRemains: 'Bez tej zgody ta instytucja nie widzi niczego w tej sprawie.',
    others: 'Instytucje publiczne widzą nadal to, co wynika z ustaw. Wycofanie zgody tego nie zmienia.',
    takenOut: 'Wydruki i eksporty tej sprawy',
    noTakenOut: 'Nikt nie drukował ani nie eksportował tej sprawy.',
    takenOutHint: 'To, co wyszło ze Splotu, trzeba usunąć albo zwrócić poza systemem.',
    at: 'Kiedy',
    what: 'Co',
    actions: { export: 'eksport', print: 'wydruk' },
    withdraw: 'Wycofaj zgodę',
    narrow: 'Zmniejsz zakres',
    receipt: 'Potwierdzenie dla osoby',
    receiptGiven: (institution: string, date: string, until: string) =>
      `Dnia ${date} przyjęto Twoją zgodę. Wymienione wyżej dane do dnia ${until} może oglądać instytucja: ${institution}. Możesz wycofać tę zgodę w każdej chwili: ustnie, na piśmie albo w swoim oknie w Splocie.`,
    receiptWithdrawn: (institution: string, at: string) =>
      `Wycofanie zgody przyjęto ${at}. Od tej chwili ${institution} nie widzi Twoich danych, na które była zgoda. To, co zrobiono wcześniej, pozostaje zgodne z prawem. Nie tracisz pomocy, która należy Ci się z ustawy.`,
    by: { participant: 'przez osobę, w jej oknie', worker: 'na oświadczenie osoby' },
    way: 'Sposób',
    version: 'Wersja tekstu',
    note: 'Uwagi',
  },
  withdraw: {
    title: 'Wycofanie zgody',
    saidOn: 'Kiedy osoba to powiedziała lub napisała',
    submit: 'Wycofaj zgodę',
    closes: (institution: string) =>
      `${institution} od razu przestanie widzieć dane, na które była ta zgoda.`,
    told: 'Instytucja dostanie wiadomość, że jej dostęp się skończył, z listą tego, co ma zrobić.',
    law: 'Instytucje, które działają na podstawie ustaw, nadal widzą to, co muszą.',
    final: 'Tego nie da się cofnąć. Ponowny dostęp to nowa zgoda.',
  },
  narrow: {
    title: 'Zmniejszenie zakresu zgody',
    lead: 'Zostaw zaznaczone to, na co osoba nadal się zgadza. Reszta zamknie się od razu.',
    keep: 'Osoba nadal się zgadza na',
    submit: 'Zmniejsz zakres',
  },
  expiring: {
    title: 'Kończące się zgody i podstawy',
    lead: 'To, co kończy się w ciągu 30 dni w sprawach, które widzisz. Nic nie przedłuża się samo.',
    case: 'Sprawa',
    kind: 'Rodzaj',
    kinds: { consent: 'zgoda', basis: 'podstawa' },
    none: 'Nic nie kończy się w ciągu 30 dni',
    noneHint: 'Gdy zgoda albo podstawa będzie się kończyć, zobaczysz ją tutaj na 30 dni wcześniej.',
    count: (n: number) => plural(n, 'pozycja', 'pozycje', 'pozycji'),
  },
  mail: {
    subject: 'Splot: zmienił się dostęp do sprawy',
    body: (link: string) =>
      `Dzień dobry,\n\nw jednej ze spraw zmienił się zakres danych, które widzi Twoja instytucja.\nCo się zmieniło i co zrobić: ${link}\n\nSplot`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Podstawy prawne i zgody',
  lead: 'Bez klauzuli informacyjnej i podstawy dla każdej instytucji sprawa nie przejdzie do diagnozy.',
  clause: {
    title: 'Klauzula informacyjna',
    none: 'Nie zapisano jeszcze, że osoba dostała klauzulę informacyjną.',
    given: (version: string, lang: string, form: string) => `wersja ${version}, ${lang}, ${form}`,
    record: 'Zapisz przekazanie klauzuli',
    formTitle: 'Przekazanie klauzuli informacyjnej',
    formLead: 'Osoba musi wiedzieć, kto i po co używa jej danych (RODO art. 13 i 14).',
    which: 'Wersja i język',
    version: (v: string, lang: string) => `wersja ${v}, ${lang}`,
    givenOn: 'Kiedy osoba ją dostała',
    form: 'W jakiej formie',
    read: 'Treść klauzuli',
    forms: {
      paper: 'na papierze',
      oral: 'ustnie',
      electronic: 'elektronicznie',
      posted: 'wywieszona w siedzibie i wskazana osobie',
    },
    langs: { pl: 'po polsku', en: 'po angielsku', uk: 'po ukraińsku' },
  },
  partners: {
    title: 'Podstawy instytucji',
    institution: 'Instytucja',
    basis: 'Podstawa',
    scope: 'Zakres',
    own: 'Dane własnej instytucji, zbierane na tej podstawie:',
    ownBasis: (article: string) => `Zadanie własne: ${article}`,
    named: 'tylko osoby upoważnione imiennie',
    shared: 'Dane od partnerów:',
    none: 'brak podstawy',
    consent: 'zgoda osoby',
    until: (date: string) => `do ${date}`,
    record: 'Zapisz podstawę',
    change: 'Zmień',
    all: 'Zapisz podstawy ustawowe',
    allHint: (n: number) =>
      `Zapisuje podstawy z ustaw dla ${plural(n, 'instytucji publicznej', 'instytucji publicznych', 'instytucji publicznych')}; partnerzy nie udostępniają im danych szczególnych. Danych własnych instytucji to nie zmienia.`,
  },
  form: {
    title: (institution: string) => `Podstawa dla: ${institution}`,
    lead: 'Zaznacz dane od partnerów, których instytucja potrzebuje w tej sprawie. Odznaczenie zamyka do nich dostęp od razu.',
    ownApart: 'Dane własne instytucja zbiera w swoich zadaniach. Ten formularz ich nie zmienia.',
    basis: 'Podstawa prawna',
    choose: 'Pokaż dane dla tej podstawy',
    classes: 'Rodzaje danych',
    ceiling: 'Lista zawiera tylko to, na co pozwalają ta podstawa i porozumienie partnerstwa.',
    special: 'Dane szczególne. Zaznacz tylko, gdy są konieczne do zadania tej instytucji.',
    document: 'Numer i data umowy albo zlecenia',
    validTo: 'Do kiedy',
    validToHint: 'Zostaw puste, jeśli podstawa nie ma daty końca.',
    uncertain:
      'Ta podstawa jest naszym odczytaniem przepisów. Potwierdź ją z inspektorem ochrony danych (IOD).',
    submit: 'Zapisz podstawę',
    beyond:
      'Ta podstawa albo porozumienie nie obejmuje zaznaczonych danych. Odśwież stronę i zaznacz jeszcze raz.',
    noChoices: 'Ta instytucja może działać tylko na podstawie zgody osoby.',
    consentInstead: 'Zapisz zgodę osoby',
  },
  consents: { title: 'Zgody osoby', record: 'Zapisz zgodę', expiring: 'Kończące się zgody i podstawy' },
  missing: {
    title: 'Czego brakuje, aby zacząć diagnozę',
    clause: 'klauzula informacyjna przekazana osobie',
    welfare: 'udział ośrodka pomocy społecznej (OPS) albo centrum usług społecznych (CUS)',
    labour: 'udział powiatowego urzędu pracy (PUP)',
    basis: (institution: string) => `podstawa prawna albo zgoda dla: ${institution}`,
  },
  complete: {
    submit: 'Przejdź do diagnozy',
    hint: 'Wszystkie podstawy są zapisane. Sprawa przejdzie do diagnozy, a instytucje zobaczą swoje części.',
  },
  whoSees: 'Kto to widzi i dlaczego',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

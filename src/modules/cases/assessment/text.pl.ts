import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  parts: {
    title: 'Moja część diagnozy',
    lead: 'Oceń każdy obszar i opisz to, co ważne dla pracy i samodzielności. Tekst zapisuje się jako szkic podczas pisania.',
    scale: 'Ocena',
    note: 'Opis',
    noteHint: 'Bez zdrowia, uzależnień i karalności. Te obszary mają osobną stronę.',
    copied: 'Treść z poprzedniej diagnozy. Sprawdź ją i zapisz, aby potwierdzić.',
    required: 'część obowiązkowa',
    none: 'Twoja instytucja nie ma w tej diagnozie części do wypełnienia.',
    noGrant: (label: string) =>
      `Twoja instytucja nie ma podstawy, aby zapisać część „${label}”. Podstawę zapisuje koordynator sprawy.`,
    submit: 'Zapisz części',
    draft: (at: string) => `Przywrócono szkic z ${at}. Nie jest jeszcze zapisany w diagnozie.`,
  },
  faster: (name: string, at: string) => `Zmiana: ${name}, ${at}`,
  special: {
    title: 'Zdrowie, uzależnienia, karalność',
    lead: 'Wypełnij tylko to, co konieczne. Te dane są oddzielone od reszty sprawy.',
    readers: 'Kto to przeczyta',
    readersHint:
      'Tylko ich pracownicy z upoważnieniem do tych danych. Pozostali nie dowiedzą się nawet, czy ta część jest wypełniona.',
    nobody: 'nikt poza Twoją instytucją',
    work: 'Co z tego wynika dla pracy',
    workHint:
      'Zobaczy to cały zespół. Napisz skutek bez przyczyny, na przykład „praca bez dźwigania”. Nie podawaj choroby, leczenia ani wyroku.',
    submit: 'Zapisz',
    link: 'Zdrowie, uzależnienia, karalność (osobna strona)',
  },
  ownView: {
    title: 'Głos osoby',
    lead: 'Zapisz słowa osoby, najlepiej podczas rozmowy. Osoba przeczyta to w swoim oknie.',
    ownView: 'Jak osoba widzi swoją sytuację i cele',
    strengths: 'Mocne strony',
    strengthsHint: 'Co umie, co lubi, kto ją wspiera, z czego jest dumna.',
    submit: 'Zapisz głos osoby',
  },
  conclusion: {
    title: 'Wspólny wniosek',
    lead: 'Wniosek uzgadnia zespół na spotkaniu. Zatwierdza go ośrodek pomocy społecznej albo centrum usług społecznych oraz urząd pracy.',
    conclusion: 'Wniosek',
    conclusionHint:
      'Co najbardziej pomaga, co najbardziej przeszkadza i od czego zacząć. Bez danych o zdrowiu i karalności.',
    meetingOn: 'Data spotkania',
    present: 'Obecni',
    presentHint: 'Imiona i nazwiska z nazwami instytucji. Także osoba, jeśli była.',
    submit: 'Zapisz wniosek',
    resets: 'Zmiana treści po zatwierdzeniu przez jedną ze stron unieważnia to zatwierdzenie.',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

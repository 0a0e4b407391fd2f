import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Ekonomia społeczna w liczbach',
  lead: (entities: number, offers: number, day: string) =>
    `${plural(entities, 'podmiot', 'podmioty', 'podmiotów')} i ${plural(offers, 'oferta', 'oferty', 'ofert')} w bazie, stan na ${day}. Bez wykreślonych z rejestru.`,
  country: 'cała Polska',
  where: 'Obszar',
  show: 'Pokaż',
  fresh: (percent: string) => `${percent} danych potwierdzono w ostatnim roku`,
  table: 'Tabela i plik',
  csv: 'Pobierz CSV',
  count: 'Liczba',
  density: 'Na 10 tys. mieszkańców',
  definition: 'Jak liczymy',
  source: (day: string) => `baza podmiotów Splot, ${day}`,
  population: (source: string) => `Liczba mieszkańców: ${source}.`,
  noPopulation: 'Dla powiatów nie znamy liczby mieszkańców, dlatego pokazujemy same liczby podmiotów.',
  mapLabel: 'Podmioty w powiatach',
  unit: '',
  figures: {
    type: 'Rodzaje podmiotów',
    status: 'Statusy',
    category: 'Branże ofert',
    voivodeship: 'Województwa',
    county: 'Powiaty',
    size: 'Wielkość',
    age: 'Wiek',
    state: 'Stan działalności',
    freshness: 'Świeżość danych',
    confirmations: 'Kiedy ostatnio potwierdzono dane',
  },
  definitions: {
    type: 'Każdy podmiot ma jeden rodzaj. Jednostki (CIS, KIS, WTZ, ZAZ) liczymy osobno od organizacji, które je prowadzą.',
    status: 'Statusy ważne dziś. Podmiot może mieć kilka statusów albo żadnego.',
    category:
      'Podmiot liczymy raz w każdej branży, w której ma ofertę; suma jest większa niż liczba podmiotów.',
    voivodeship: 'Według głównego miejsca działania.',
    county: 'Według głównego miejsca działania.',
    size: 'Osoby pracujące i członkowie, w przedziałach podanych przez podmiot.',
    age: 'Pełne lata od założenia do dziś.',
    state: 'Wszystkie wpisy bazy, także wykreślone z rejestru.',
    freshness:
      'Według dnia ostatniego potwierdzenia przez podmiot, redakcję albo rejestr. Progi podaje redakcja bazy.',
    confirmations: 'Każdy podmiot liczymy raz, w miesiącu ostatniego potwierdzenia; ostatnie 12 miesięcy.',
  },
  sizes: {
    '1-4': '1–4 osoby',
    '5-9': '5–9 osób',
    '10-49': '10–49 osób',
    '50+': '50 i więcej',
    unknown: 'brak danych',
  },
  ages: {
    '0-1': 'do 2 lat',
    '2-4': '2–4 lata',
    '5-9': '5–9 lat',
    '10+': '10 lat i więcej',
    unknown: 'brak danych',
  },
  states: {
    active: 'działa',
    suspended: 'zawieszona działalność',
    in_liquidation: 'w likwidacji',
    deregistered: 'wykreślony z rejestru',
  },
  freshness: {
    confirmed: 'potwierdzone niedawno',
    ageing: 'czas potwierdzić',
    unconfirmed: 'dawno niepotwierdzone',
    never: 'nigdy niepotwierdzone',
  },
  month: (code: string) => `${code.slice(5)}.${code.slice(0, 4)}`,
  back: 'Szukaj w bazie',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

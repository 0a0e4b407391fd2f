import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Stawki doradztwa',
  lead: 'Ile warta jest godzina doradztwa. Wartość karty dla podmiotu liczy się ze stawki z dnia porady.',
  empty: 'Nie ma jeszcze stawki',
  emptyMore: 'Bez stawki karta nie ma wartości. Stawkę podaje kierownictwo punktu doradztwa.',
  desk: 'Punkt doradztwa',
  type: 'Rodzaj doradztwa',
  anyType: 'każdy, który nie ma swojej',
  rate: 'Stawka za godzinę',
  basis: 'Podstawa',
  basisHint: 'dokument, z którego wynika: regulamin, umowa, uchwała',
  act: 'Ustawa',
  from: 'Od dnia',
  to: 'Do dnia',
  now: 'nadal',
  add: 'Dodaj stawkę',
  laterThere: 'Jest już stawka od tego dnia albo późniejsza. Wybierz dzień po niej.',
  value: {
    title: (year: number) => `Wartość doradztwa dla podmiotów w ${year} r.`,
    lead: 'Porady dla podmiotów prowadzących działalność gospodarczą, gotowe do rejestru pomocy de minimis. Samego rejestru w systemie jeszcze nie ma: pobierz plik i przenieś do swojego.',
    year: 'Rok',
    empty: 'Nie ma takiej porady',
    emptyMore: 'Zaznacz przy podmiocie, że prowadzi działalność gospodarczą, i podaj stawkę.',
    on: 'Dzień',
    client: 'Podmiot',
    nip: 'NIP',
    card: 'Karta',
    hours: 'Godziny',
    rate: 'Stawka',
    amount: 'Kwota',
    basis: 'Podstawa',
    confirmed: 'Potwierdzona',
    yes: 'tak',
    no: 'nie',
    csv: 'Pobierz CSV',
    total: 'Razem',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

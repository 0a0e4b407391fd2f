import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const kinds: Readonly<Record<string, string>> = {
  urban: 'gmina miejska',
  rural: 'gmina wiejska',
  'urban-rural': 'gmina miejsko-wiejska',
};

const pl = {
  kinds,
  counts: (added: number, ended: number, altered: number, coded: number, proved: number) =>
    `Nowe: ${added}, zniesione: ${ended}, zmienione: ${altered}, z nowym kodem: ${coded}, potwierdzone: ${proved}.`,
  outcome: {
    state: (day: string) => `Stan na ${day}.`,
    refused: (n: number) => `Nic nie zapisano. Do poprawy: ${n}.`,
    dry: 'To była próba: nic nie zapisano.',
    nothing: 'Nic się nie zmieniło: baza już zgadza się z plikiem.',
    done: 'Zapisano.',
  },
  problems: {
    columns: 'W pliku nie ma tej kolumny. Pobierz z eTERYT plik TERC w postaci CSV i nie zmieniaj nagłówków.',
    code: 'Kod składa się z samych cyfr: WOJ, POW i GMI po dwie. Pobierz plik jeszcze raz i nie zapisuj go w arkuszu.',
    unit_kind: 'Rodzaj jednostki to 1, 2, 3, 4, 5, 8 albo 9. Porównaj wiersz z plikiem z eTERYT.',
    name: 'Nazwa jest pusta albo nie zaczyna się literą. Porównaj wiersz z plikiem z eTERYT.',
    day: 'Dzień w kolumnie STAN_NA zapisuje się tak: 2026-01-01. Nie zmieniaj pliku w arkuszu.',
    other_day: 'Ten wiersz ma inny dzień niż pierwszy. W pliku wszystkie wiersze są z jednego dnia.',
    twice: 'Ta jednostka jest w pliku drugi raz. Usuń powtórzony wiersz albo pobierz plik jeszcze raz.',
    no_county: 'W pliku nie ma wiersza powiatu tej gminy. Pobierz cały plik TERC.',
    no_voivodeship: 'W pliku nie ma wiersza województwa tego powiatu. Pobierz cały plik TERC.',
    county_empty: 'Ten powiat nie ma w pliku żadnej gminy. Pobierz cały plik TERC.',
    voivodeships: (n: string) => `Województw w pliku: ${n}, a jest ich 16. Pobierz cały plik TERC.`,
    older: (day: string) => `Plik jest starszy niż dane w bazie (stan na ${day}). Pobierz nowszy.`,
    incomplete: (n: string) =>
      `Według pliku znikłoby gmin: ${n}. Tylu nie zniesiono nigdy, więc plik nie jest pełny. Pobierz cały plik TERC.`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: (name: string, city: boolean) =>
    city ? `${name}: ekonomia społeczna` : `Powiat ${name}: ekonomia społeczna`,
  county: (name: string, city: boolean) => (city ? name : `powiat ${name}`),
  lead: (voivodeship: string, entities: number, offers: number) =>
    `Województwo ${voivodeship}. ${plural(entities, 'podmiot', 'podmioty', 'podmiotów')} i ${plural(offers, 'oferta', 'oferty', 'ofert')}.`,
  types: 'Kto tu działa',
  categories: 'Co oferują',
  supports: 'Wsparcie z wolnymi miejscami',
  noSupports: 'Nikt nie podał teraz wolnych miejsc.',
  freshness: 'Jak świeże są dane',
  confirmed: 'potwierdzone',
  ageing: 'czas sprawdzić',
  unconfirmed: 'niepotwierdzone',
  unmet: 'Czego brakuje',
  unmetNote: 'Potrzeby osób, na które nie znalazło się miejsce. Pokazujemy tylko liczby od 5 w górę.',
  map: 'Podmioty w powiecie',
  entity: 'Podmiot',
  service: 'Wsparcie',
  free: 'Wolne miejsca',
  on: 'Stan na',
  referrals: 'przyjmuje skierowania w Splocie',
  none: 'W tym powiecie nie ma jeszcze żadnego podmiotu.',
  search: 'Szukaj w tym powiecie',
  near: 'Sąsiednie powiaty są na mapie; wybierz któryś, żeby zobaczyć jego stronę.',
  list: 'Wszystkie podmioty',
  others: (n: number) => `Pokaż ${plural(n, 'następną pozycję', 'następne pozycje', 'następnych pozycji')}`,
  nav: 'Baza podmiotów',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const kinds: Readonly<Record<string, string>> = {
  urban: 'miejska',
  rural: 'wiejska',
  'urban-rural': 'miejsko-wiejska',
};

const pl = {
  title: 'Podział terytorialny',
  lead: (counties: number, gminas: number) =>
    `16 województw, ${plural(counties, 'powiat', 'powiaty', 'powiatów')} razem z miastami na prawach powiatu, ${plural(gminas, 'gmina', 'gminy', 'gmin')}.`,
  map: 'Powiaty i województwa',
  mapOf: (voivodeship: string) => `Powiaty województwa ${voivodeship}`,
  mapAround: (county: string) => `${county} i sąsiednie powiaty`,
  voivodeships: 'Województwa',
  voivodeship: 'Województwo',
  voivodeshipOf: (name: string) => `Województwo ${name}`,
  genitive: (name: string) => name.replace(/e$/, 'ego'),
  counties: 'Powiaty',
  county: 'Powiat',
  countyOf: (name: string, city: boolean) => (city ? `${name}, miasto na prawach powiatu` : `Powiat ${name}`),
  city: 'miasto na prawach powiatu',
  gminas: 'Gminy',
  gmina: 'Gmina',
  kind: 'Rodzaj',
  kinds,
  terc: 'Kod TERC',
  unknown: 'nieznany',
  code: 'Kod TERYT',
  localities: 'Miejscowości',
  neighbours: 'Sąsiednie powiaty',
  facts: 'O powiecie',
  ended: (day: string) =>
    `Tego powiatu nie ma w rejestrze od ${day}. Zostaje tu, bo odwołują się do niego starsze dane.`,
  data: 'Skąd te dane',
  codes: (source: string, day: string) =>
    source === 'terc'
      ? `Nazwy i kody: rejestr TERYT, Główny Urząd Statystyczny, stan na ${day}.`
      : `Nazwy i kody: zestawienie Splotu według rejestru TERYT (GUS) i rozporządzeń Rady Ministrów, stan na ${day}. Urzędowy plik TERC jeszcze nie został wczytany.`,
  places: 'Miejscowości: PRNG (GUGiK) przez polskie-miejscowosci, CC BY, stan na 11.05.2021.',
  shapes: (source: string, day: string) => `${source}, stan granic na ${day}`,
  drawn:
    'granice przybliżone, wyznaczone między miejscowościami (PRNG, GUGiK, CC BY); granica państwa: Natural Earth',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

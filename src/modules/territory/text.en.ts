import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Territorial division',
  lead: (counties, gminas) =>
    `16 voivodeships, ${count(counties, 'county', 'counties')} including cities with county rights, ${count(gminas, 'gmina', 'gminas')}.`,
  map: 'Counties and voivodeships',
  mapOf: (voivodeship) => `Counties of the ${voivodeship} voivodeship`,
  mapAround: (county) => `${county} and the counties around it`,
  voivodeships: 'Voivodeships',
  voivodeship: 'Voivodeship',
  voivodeshipOf: (name) => `Voivodeship: ${name}`,
  genitive: (name) => name,
  counties: 'Counties',
  county: 'County',
  countyOf: (name, city) => (city ? `${name}, city with county rights` : `County: ${name}`),
  city: 'city with county rights',
  gminas: 'Gminas',
  gmina: 'Gmina',
  kind: 'Kind',
  kinds: { urban: 'urban', rural: 'rural', 'urban-rural': 'urban-rural' },
  terc: 'TERC code',
  unknown: 'not known',
  code: 'TERYT code',
  localities: 'Localities',
  neighbours: 'Counties around',
  facts: 'About the county',
  ended: (day) =>
    `The register has not had this county since ${day}. It stays here because older data refer to it.`,
  data: 'Where these data come from',
  codes: (source, day) =>
    source === 'terc'
      ? `Names and codes: TERYT register, Statistics Poland, as of ${day}.`
      : `Names and codes: compiled by Splot from the TERYT register (Statistics Poland) and regulations of the Council of Ministers, as of ${day}. The official TERC file has not been imported yet.`,
  places: 'Localities: PRNG (GUGiK) through polskie-miejscowosci, CC BY, as of 11.05.2021.',
  shapes: (source, day) => `${source}, boundaries as of ${day}`,
  drawn:
    'approximate boundaries, drawn between localities (PRNG, GUGiK, CC BY); national border: Natural Earth',
};

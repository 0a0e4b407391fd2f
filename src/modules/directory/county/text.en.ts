import type { Text } from './text.pl.ts';

export const en: Text = {
  title: (name, city) => (city ? `${name}: social economy` : `County ${name}: social economy`),
  county: (name, city) => (city ? name : `county ${name}`),
  lead: (voivodeship, entities, offers) =>
    `Voivodeship ${voivodeship}. ${entities} ${entities === 1 ? 'entity' : 'entities'} and ${offers} ${offers === 1 ? 'offer' : 'offers'}.`,
  types: 'Who works here',
  categories: 'What they offer',
  supports: 'Support with free places',
  noSupports: 'Nobody says that there are free places now.',
  freshness: 'How fresh the data are',
  confirmed: 'confirmed',
  ageing: 'due for a check',
  unconfirmed: 'not confirmed',
  unmet: 'What is missing',
  unmetNote: 'Needs of people for which there was no place. Only numbers from 5 up are shown.',
  map: 'Entities in the county',
  entity: 'Entity',
  service: 'Support',
  free: 'Free places',
  on: 'As of',
  referrals: 'takes referrals in Splot',
  none: 'There is no entity in this county yet.',
  search: 'Search in this county',
  near: 'Neighbouring counties are on the map; choose one to see its page.',
  list: 'All entities',
  nav: 'Directory',
};

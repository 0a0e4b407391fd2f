import type { Text } from './text.pl.ts';

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

export const en: Text = {
  title: 'The social economy in figures',
  lead: (entities, offers, day) =>
    `${many(entities, 'entity', 'entities')} and ${many(offers, 'offer', 'offers')} in the directory on ${day}. Without those struck off.`,
  country: 'all of Poland',
  where: 'Area',
  show: 'Show',
  fresh: (percent) => `${percent} of the data confirmed within a year`,
  table: 'Table and file',
  csv: 'Download CSV',
  count: 'Number',
  density: 'Per 10,000 inhabitants',
  definition: 'How we count',
  source: (day) => `Splot directory, ${day}`,
  population: (source) => `Inhabitants: ${source}.`,
  noPopulation:
    'We do not know how many people live in each county, so only the number of entities is shown.',
  mapLabel: 'Entities by county',
  unit: '',
  figures: {
    type: 'Types of entities',
    status: 'Statuses',
    category: 'Branches of offers',
    voivodeship: 'Voivodeships',
    county: 'Counties',
    size: 'Size',
    age: 'Age',
    state: 'State of activity',
    freshness: 'Freshness of the data',
    confirmations: 'When the data was last confirmed',
  },
  definitions: {
    type: 'Each entity has one type. Units (CIS, KIS, WTZ, ZAZ) are counted apart from the organisations that run them.',
    status: 'Statuses valid today. An entity may have several or none.',
    category:
      'An entity counts once in each branch in which it has an offer; the sum exceeds the number of entities.',
    voivodeship: 'By the main place of work.',
    county: 'By the main place of work.',
    size: 'Workers and members, in bands given by the entity.',
    age: 'Full years since foundation.',
    state: 'All records of the directory, also those struck off.',
    freshness:
      'By the day of the last confirmation by the entity, the editors or a register. The editors set the limits.',
    confirmations: 'Each entity counts once, in the month of its last confirmation; the last 12 months.',
  },
  sizes: {
    '1-4': '1–4 people',
    '5-9': '5–9 people',
    '10-49': '10–49 people',
    '50+': '50 or more',
    unknown: 'no data',
  },
  ages: {
    '0-1': 'under 2 years',
    '2-4': '2–4 years',
    '5-9': '5–9 years',
    '10+': '10 years or more',
    unknown: 'no data',
  },
  states: {
    active: 'active',
    suspended: 'activity suspended',
    in_liquidation: 'in liquidation',
    deregistered: 'struck off the register',
  },
  freshness: {
    confirmed: 'confirmed recently',
    ageing: 'due for a check',
    unconfirmed: 'not confirmed for long',
    never: 'never confirmed',
  },
  month: (code) => `${code.slice(5)}/${code.slice(0, 4)}`,
  back: 'Search the directory',
};

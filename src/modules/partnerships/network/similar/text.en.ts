import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Similar partnerships',
  lead: (name) => `Experienced partnerships that have most in common with ${name}. With each we say why.`,
  how: 'We compare the kind and size of the area, the inhabitants of the county, the voivodeship, and the groups and troubles on the cards. Each thing in common counts the same. Rates of unemployment are not compared: the facts about counties do not have them yet.',
  network: 'Network of partnerships',
  none: 'There is no similar partnership yet',
  noneHow: 'Add groups and troubles to the card: it makes those alike easier to find.',
  partnership: 'Partnership',
  why: 'Why similar',
  common: (n) => count(n, 'thing in common', 'things in common'),
  reasons: {
    city: 'a city with county rights too',
    rural: 'a mainly rural area too',
    urban: 'a mainly urban area too',
    near: 'the same voivodeship',
    hosts: 'receives visitors',
  },
  gminas: (own, other) => `similar size: ${count(other, 'gmina', 'gminas')} (here ${own})`,
  inhabitants: (own, other) => `similar number of inhabitants of the county: ${other} (here ${own})`,
  terms: (names) => `in common: ${names}`,
  since: (date) => `works since ${date}`,
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  nav: 'Directory',
  editors: 'Editors of the directory',
  title: 'Directory of the social economy',
  count: (n) => `${n} ${n === 1 ? 'entity' : 'entities'}`,
  offers: (n) => `${n} ${n === 1 ? 'offer' : 'offers'}`,
  states: {
    active: 'active',
    suspended: 'activity suspended',
    in_liquidation: 'in liquidation',
    deregistered: 'struck off the register',
  },
  freshness: {
    confirmed: (day) => `confirmed ${day}`,
    ageing: (day) => `confirmed ${day}, due for a check`,
    unconfirmed: (months) => `not confirmed for ${months} ${months === 1 ? 'month' : 'months'}`,
    never: 'never confirmed',
  },
  sizes: { '1-4': '1–4 people', '5-9': '5–9 people', '10-49': '10–49 people', '50+': '50 people or more' },
};

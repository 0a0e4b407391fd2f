import type { Text } from './text.pl.ts';

export const en: Text = {
  onRequest: 'price on request',
  from: 'price from',
  fee: 'fee',
  free: 'free of charge',
  place: 'place',
  about:
    'Open directory of the social economy and of support for people in Poland: who works, what they offer, where, and when that was confirmed.',
};

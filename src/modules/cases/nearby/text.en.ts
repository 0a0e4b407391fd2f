import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Support nearby',
  lead: 'From the public directory, by needs, gmina and age. No data of the person leave this form.',
  none: 'Within 50 km the directory knows no support that would answer these needs.',
  noGmina: 'Name the gmina to see what is nearby.',
  free: (n, day) => `${n} free ${n === 1 ? 'place' : 'places'} on ${day}`,
  full: (day) => `no free places on ${day}`,
  km: (km) => `${km} km`,
  forWhom: (rules) => `For whom: ${rules}.`,
  choose: 'Choose',
  chosen: 'chosen',
  others: (n) => `Outside the partnership: ${n} ${n === 1 ? 'place' : 'places'}`,
  outside: 'They take no referrals in this partnership. A phone call may help.',
  phone: (phone) => `phone ${phone}`,
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Referral',
  opening: (due) =>
    `We refer to you a person whose situation and needs are described below. Please answer by ${due}: accept the referral, or decline it and say why.`,
  service: (due) =>
    `We ask you to join the case of a person whose situation and needs are described below. Please answer by ${due}: accept the referral, or decline it and say why.`,
  urgent: 'Urgent.',
  about: 'Who the referral is about',
  sign: (number, sign) => (sign ? `${number} · File sign ${sign}` : number),
  name: 'Name',
  unidentified: 'Person not identified yet',
  pesel: 'PESEL',
  document: 'Identity document',
  closed: 'not shown: needs a basis of its own',
  birth: 'Date of birth',
  locality: 'Locality',
  gmina: 'Municipality (gmina)',
  phone: 'Telephone',
  email: 'E-mail',
  lang: 'Language',
  langs: { pl: 'Polish', en: 'English', uk: 'Ukrainian' },
  initials: 'Initials',
  age: 'Age',
  band: (band) => (band === '<18' ? 'under 18' : band === '65+' ? '65 or more' : band),
  hidden:
    'The name and contact of the person are disclosed after the referral is accepted. Until then the recipient must not know who it is about.',
  needs: 'What help is needed',
  reason: 'Why we ask you',
  informed: 'What the person knows',
  informedOn: (date, form) => `The person knows about this referral. They were informed on ${date}, ${form}.`,
  sender: 'Referred by',
  sent: (at) => `Sent electronically in Splot\n${at}`,
  contact: (phone, email) => [phone && `tel. ${phone}`, email].filter(Boolean).join(', '),
  hash: (hash) =>
    `The content is exactly what was sent; later changes of the case do not alter it. Hash of the content (SHA-256): ${hash}`,
};

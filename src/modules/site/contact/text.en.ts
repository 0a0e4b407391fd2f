import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Contact',
  lead: 'The letter goes by e-mail to whoever runs this site. The answer comes to the address you give.',
  topic: 'What it is about',
  topics: {
    text: 'a text on the site, an idea for an article',
    directory: 'an entry in the directory',
    events: 'an event',
    accessibility: 'accessibility of the site or a file',
    data: 'personal data',
    other: 'another matter',
  },
  message: 'Message',
  messageHint:
    'No names, PESEL numbers or data on health. About your own case it is best to write to the coordinator.',
  email: 'E-mail for the answer',
  emailHint: 'Without an address nobody can answer. Outside the letter we keep it nowhere.',
  send: 'Send',
  identifier:
    'The text holds eleven figures in a row, perhaps a PESEL. Take it out: a letter must not carry it.',
  tooMany: 'Five letters came from this place today. Try tomorrow, or telephone.',
  helpTitle: 'When things are really bad',
  help: 'A letter is read after some days. When it cannot wait, call. It costs nothing.',
  nowTitle: 'Call now if you or somebody near you is in danger',
  now: 'The letter will be read only after some time. At these numbers somebody talks to you at once, without judging, free of charge.',
  otherwise: 'Other ways',
  adviser: 'A question to an adviser',
  find: 'Who helps nearby',
  broken: 'Something on the site does not work',
  sentTitle: 'The letter is sent',
  sent: 'Thank you. If there is an address in the letter, the answer comes to it.',
  home: 'Home page',
  subject: 'Splot: a letter from the contact form',
  urgent: 'URGENT: the letter has words of a crisis or a danger. The sender was shown the helplines.',
};

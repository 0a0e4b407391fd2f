import type { Text } from './text.pl.ts';

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

export const en: Text = {
  title: 'Newsletter',
  lead: 'A letter about what is new in the topics you choose and around you. When nothing is new, there is no letter.',
  email: 'E-mail address',
  emailHint: 'First a letter asks you to confirm. Each letter has one click to leave.',
  themes: 'Topics',
  themesHint: 'None ticked: all of them',
  all: 'all',
  region: 'Events around',
  regionHint: 'Events on the internet are always there',
  country: 'the whole country',
  voivodeships: 'Voivodeships',
  cadence: 'How often',
  cadences: { weekly: 'once a week', monthly: 'once a month' },
  submit: 'Sign me up',
  privacy: 'What we do with the address',
  feed: 'The same without an address: Atom feed',
  calendar: 'Calendar of events',
  home: 'Home page',
  again: 'Sign up again',
  notes: {
    sent: {
      title: 'Check your mail',
      body: 'If the address is right, a letter with a link comes in a moment. The newsletter begins once it is confirmed. We send at most three such letters a day to one address.',
    },
    confirmed: {
      title: 'The newsletter is on',
      body: 'A letter comes when there is something new. To change the topics, sign up once more: the new choice replaces the old one.',
    },
    left: {
      title: 'The newsletter is off',
      body: 'The e-mail address and the choice of topics were erased.',
    },
    void: {
      title: 'This link does not work any more',
      body: 'The newsletter was left before, or was not confirmed within seven days.',
    },
  },
  confirm: {
    title: 'Confirm the newsletter',
    lead: 'Once confirmed, letters come about what is new.',
    submit: 'I confirm',
  },
  leave: {
    title: 'Leave the newsletter',
    lead: 'The e-mail address will be erased at once.',
    submit: 'Leave and erase my address',
  },
  confirmSubject: 'Splot: confirm the newsletter',
  confirmBody: (link) =>
    `Somebody (we hope you) asked for the newsletter of Splot.\n\nTo switch it on, open:\n${link}\n\nIf this is a mistake, do nothing: after seven days the wish and the address are gone.`,
  letterSubject: (texts, events) =>
    `Splot: ${[texts > 0 && count(texts, 'new text'), events > 0 && count(events, 'new event')].filter(Boolean).join(', ')}`,
  written: 'NEW TEXTS',
  coming: 'NEW EVENTS',
  online: 'on the internet',
  leaveLine: 'Leave (one click, no signing in):',
};

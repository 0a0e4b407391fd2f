import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'One path, many institutions',
  lead: 'Splot shows who helps nearby and what social cooperatives can do, gathers knowledge, and gives the institutions of one county one plan for one person.',
  q: 'What are you looking for?',
  qHint: 'e.g. lunch, course, work, cleaning',
  where: 'Where?',
  whereHint: 'a town or gmina',
  find: 'Search the directory',
  visitors: 'For whom',
  person: {
    title: 'I need help',
    text: 'Find a place where you will get support. No account, no charge.',
    links: {
      '/directory?free=1': 'Where there are free places',
      '/my': 'My window: plan and dates',
      '/advice': 'Ask an adviser',
      '/contact': 'Write or call',
    },
  },
  official: {
    title: 'I work in an office or centre',
    text: 'A referral in three minutes, an answer in time, one plan instead of three.',
    links: {
      '/library': 'Guides and standards',
      '/news?kind=advice': 'What changed in law',
      '/sign-in': 'Sign in to the cases',
    },
  },
  cooperative: {
    title: 'I run a cooperative',
    text: 'Ready ideas for services with a start-up budget, and an entry that buyers see.',
    links: {
      '/models': 'Models and budget calculator',
      '/practices': 'Good practices',
      '/directory': 'My entry in the directory',
    },
  },
  buyer: {
    title: 'I buy for a gmina or a firm',
    text: 'Who does it nearby and how to order it lawfully.',
    links: {
      '/procurement/assistant': 'Assistant of social procurement',
      '/enquiries/new': 'Send an enquiry',
      '/procurement/register': 'Clauses of other buyers',
    },
  },
  researcher: {
    title: 'I study it or write about it',
    text: 'Data without a key or a fee, with date and source.',
    links: {
      '/data': 'Open data',
      '/directory/statistics': 'Statistics of counties',
      '/results-base': 'Results base',
    },
  },
  newest: 'What is new',
  allNews: 'News and advice',
  events: 'Next events',
  allEvents: 'Calendar of events',
  newsletter: 'Get it by e-mail',
  online: 'on the internet',
  threads: 'Every type of institution has its thread',
  about: 'About Splot and this site',
  example: {
    title: 'This is what one case looks like',
    caption:
      'An invented example. The thick line is the path of the person between institutions, knots are events, ticks are sessions (empty: absent). The dashed end shows what comes next and with whom.',
    lanes: {
      ops: 'Social assistance',
      pup: 'Labour office',
      ngo: 'Association',
      cis: 'Integration centre',
      employer: 'Employer',
    },
    knots: {
      referral: 'referral',
      accepted: 'accepted',
      diagnosis: 'joint diagnosis',
      signed: 'plan signed',
      workshops: 'workshops, 24 of 26 attended',
      review: 'review',
      job: 'job from 26 Oct',
    },
  },
};

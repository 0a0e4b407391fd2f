import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Cooperation',
  lead: 'Who works with whom, and how we fare. Only partners see this.',
  year: 'Period',
  period: (from, to) => `Figures from ${from} to ${to}.`,
  mapTitle: 'Who works with whom',
  show: 'What to show',
  shows: {
    ways: 'all together',
    agreement: 'agreement',
    referral: 'referrals',
    case: 'common cases',
    meeting: 'meetings',
    event: 'events',
    group: 'groups',
  },
  meaning: {
    ways: 'The number in a cell says in how many ways two institutions work together: agreement, referrals, common cases, meetings, events, groups.',
    agreement: 'Both institutions signed the agreement in force today.',
    referral:
      'The row refers, the column receives. Referrals sent in the period, in brackets those accepted. Source: referrals in cases.',
    case: 'Cases in which both institutions took part in the period. Source: the teams of cases.',
    meeting:
      'Meetings of the partnership and its team that were held and to which people of both institutions came. Source: attendance lists.',
    event: 'Events at which both institutions had confirmed places. Source: registrations for events.',
    group:
      'Topic groups to which people of both institutions belong; those count that you belong to as well.',
  },
  veiled: 'Numbers from 1 to 4 are not shown, nor are those that could be worked out from others.',
  few: '< 5',
  most: 'nearly all',
  some: 'hidden',
  accepted: (n) => `accepted: ${n}`,
  institution: 'Institution',
  nothing: 'none',
  self: 'the same institution',
  yes: 'yes',
  ways: (n) => count(n, 'way', 'ways'),
  graph: 'Picture of cooperation',
  graphAlt: (names) =>
    `Institutions of the partnership in a circle, joined by lines; the thicker the line, the more ways of working together. The same stands in the table below the picture. ${names}`,
  graphHint:
    'The thickness of a line is the number of ways of working together. The numbers are those of the table.',
  matrix: 'Table of cooperation',
  withWhom: 'With whom',
  alone: 'No traces of working together in this period.',
  none: 'The map appears when a second institution joins the partnership.',
  noneHow:
    'Add partners and sign the agreement; the first referrals and meetings will show here by themselves.',
  healthTitle: 'Health of the partnership',
  healthLead:
    'A few components, no single score. The thresholds are our own convention, no law: they are for talking, not for control.',
  component: 'Component',
  value: 'Result',
  verdictTitle: 'What it means',
  verdicts: { good: 'good', talk: 'worth a talk', unknown: 'unknown' },
  threshold: (percent, least) => `Good from ${percent}%; counted from ${least} on.`,
  thresholdYes: 'Good when the condition is met.',
  source: 'From where',
  of: (part, whole) => `${part} of ${whole}`,
  fewOf: (whole) => `fewer than 5 of ${whole}`,
  mostOf: (whole) => `all but fewer than 5 of ${whole}`,
  someOf: (whole) => `of ${whole}; no more is told, for the numbers are small`,
  tooFew: 'too few to tell',
  noData: 'there was nothing to count',
  median: (days) => `in the middle: ${count(days, 'day', 'days')}`,
  rule: (source) => `Threshold (in Polish): ${source}.`,
  health: {
    answer: {
      name: 'Referrals answered in time',
      about: () =>
        'Referrals sent in the period that were answered by their date, of those that were answered or whose date has passed.',
      source: 'referrals',
    },
    first_meeting: {
      name: 'From acceptance to the first meeting',
      about: (days) =>
        `Accepted referrals after which the institution met or reached the person within ${count(days, 'day', 'days')}, of those accepted.`,
      source: 'attendance at sessions and contacts in cases',
    },
    plans: {
      name: 'Plans signed together',
      about: () => 'Plans signed in the period by at least two institutions, of all that were signed.',
      source: 'signatures under plans',
    },
    reviews: {
      name: 'Reviews on time',
      about: () => 'Scheduled reviews held by their date, of those held and those whose date has passed.',
      source: 'reviews in cases',
    },
    meetings: {
      name: 'Meetings that were held',
      about: () =>
        'Meetings of the partnership and its team that were held, of those planned for the period.',
      source: 'meetings of the partnership',
    },
    agreement: {
      name: 'The agreement is in force',
      about: (days) =>
        `The agreement is in force today and will be for at least ${count(days, 'more day', 'more days')}.`,
      source: 'agreement',
    },
    contacts: {
      name: 'Contact persons',
      about: () => 'Institutions that named a contact person, of all partners.',
      source: 'contact persons',
    },
  },
};

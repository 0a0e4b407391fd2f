import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'End of employment',
  lead: (name) => `Who leaves: ${name}. No case may stay without an owner.`,
  obligations: 'What is open',
  count: (n) => count(n, 'item', 'items'),
  nothing: 'Nothing is open: nobody has to take anything over.',
  kinds: {
    coordinates: 'coordinates the case',
    works_on: 'works on the case',
    referral: 'a referral waits for an answer',
    session: 'planned session',
    contact: 'contact person in a partnership',
  },
  until: (date) => `due ${date}`,
  lastDay: 'Last day of work',
  lastDayHint: 'Today or earlier.',
  successor: 'Who takes over',
  successorHint: 'Only people with a valid authorisation and access to cases.',
  submit: 'End the employment',
  consequences: {
    handOver: 'Everything on the list goes to the person named.',
    access: 'Access to cases and the authorisation end at once; tokens stop working.',
    account: 'The account stays: this person may work in another institution.',
    history: 'In the history of cases the name stays with what was done.',
  },
  notYet:
    'That day has not passed yet. End the employment on the last day; until then an absence can be planned.',
  standsIn: 'This person stands in for somebody. Change that first.',
  needsSuccessor: 'There are open items. Choose who takes them over.',
  orphans: (n) =>
    `After handing over, ${count(n, 'item', 'items')} would stay without an owner. Nothing was changed. Choose somebody else or close them first.`,
  noSuccessors:
    'There is nobody with access to cases who could take them over. First give somebody an authorisation.',
};

import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Consents of the person',
  count: (n) => count(n, 'consent', 'consents'),
  none: 'There is no consent yet. Institutions that act neither on a statute nor on a commission need one.',
  noRecipients: 'No institution of this case could act on consent. Public institutions act on statutes.',
  record: 'Record a consent',
  recipient: 'Recipient',
  scope: 'Scope',
  given: 'Given',
  until: 'Valid until',
  state: 'State',
  inForce: 'in force',
  over: 'expired',
  withdrawn: (date) => `withdrawn ${date}`,
  open: 'Details',
  ways: { paper: 'on paper', oral: 'orally', electronic: 'electronically' },
  langs: { pl: 'Polish', en: 'English', uk: 'Ukrainian' },
  form: {
    title: 'Recording a consent',
    lead: 'Tick what the person has agreed to. A consent may be partial. Access opens as soon as you save.',
    text: 'Version and language of the consent text',
    version: (v, lang) => `version ${v}, ${lang}`,
    read: 'The consent text',
    easy: 'Easy-to-read text (ETR)',
    givenOn: 'When the person agreed',
    way: 'In which way',
    validTo: 'Valid until',
    note: 'Remarks',
    noteHint:
      'For example: interpreter present, signed by a guardian. Nothing on health or the situation of the person.',
    ceiling: 'The list holds only data which the agreement lets this institution receive.',
    health: 'Special categories. Tick only if the person has agreed explicitly.',
    beyond:
      'The agreement does not allow these data to go to this institution. Reload the page and tick again.',
    needsContact:
      'Tick “name, contact” too. Without it the institution would not see the case, and the rest of the consent would not work.',
    narrower:
      'Leave a part of what the person agreed to. A wider scope is a new consent; giving up all of it is a withdrawal.',
  },
  detail: {
    title: (institution) => `Consent to: ${institution}`,
    remains: 'What this institution sees without this consent, and why',
    nothingRemains: 'Without this consent the institution sees nothing in this case.',
    others:
      'Public institutions still see what follows from statutes. Withdrawing a consent does not change that.',
    takenOut: 'Prints and exports of this case',
    noTakenOut: 'Nobody has printed or exported this case.',
    takenOutHint: 'What has left Splot must be deleted or returned outside the system.',
    at: 'When',
    what: 'What',
    actions: { export: 'export', print: 'print' },
    withdraw: 'Withdraw the consent',
    narrow: 'Narrow the scope',
    receipt: 'Receipt for the person',
    receiptGiven: (institution, date, until) =>
      `On ${date} you agreed that ${institution} sees the data named above until ${until}. You may withdraw this consent at any time: orally, in writing, or in your window in Splot.`,
    receiptWithdrawn: (institution, at) =>
      `The withdrawal was taken down ${at}. From then on ${institution} does not see your data that the consent covered. What was done before remains lawful. You do not lose the help the law gives you.`,
    by: { participant: 'by the person, in their window', worker: 'on the person’s statement' },
    way: 'Way',
    version: 'Version of the text',
    note: 'Remarks',
  },
  withdraw: {
    title: 'Withdrawal of consent',
    saidOn: 'When the person said or wrote it',
    submit: 'Withdraw the consent',
    closes: (institution) => `${institution} stops seeing the data of this consent at once.`,
    told: 'The institution receives a message that its access has ended, with a list of what it must do.',
    law: 'Institutions that act on statutes still see what they must.',
    final: 'This cannot be undone. Access again is a new consent.',
  },
  narrow: {
    title: 'Narrowing a consent',
    lead: 'Leave ticked what the person still agrees to. The rest closes at once.',
    keep: 'The person still agrees to',
    submit: 'Narrow the scope',
  },
  expiring: {
    title: 'Consents and bases that end soon',
    lead: 'What ends within 30 days in the cases you see. Nothing is prolonged by itself.',
    case: 'Case',
    kind: 'Kind',
    kinds: { consent: 'consent', basis: 'basis' },
    none: 'Nothing ends within 30 days',
    noneHint: 'When a consent or a basis is about to end, you will see it here 30 days before.',
    count: (n) => count(n, 'entry', 'entries'),
  },
  mail: {
    subject: 'Splot: access to a case has changed',
    body: (link) =>
      `Good morning,\n\nin one of the cases the scope of data that your institution sees has changed.\nWhat changed and what to do: ${link}\n\nSplot`,
  },
};

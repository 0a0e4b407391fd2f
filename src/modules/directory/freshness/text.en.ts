import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Is this record up to date?',
  lead: (name) => `This is how readers of the directory see your entity: ${name}.`,
  confirm: 'Everything is right',
  confirmHint: 'One click, no account. The record will carry today’s date.',
  change: 'I want to correct something',
  notOurs: 'This is not us any more',
  notOursHint:
    'The record is not about you, or the entity is gone? We will check and not write to this address again.',
  thanks: 'Thank you, the record is confirmed',
  thanksMore: 'Readers will see today’s date. We ask again only when the confirmation has grown old.',
  proposed: 'Thank you for the corrections',
  proposedMore:
    'The editors will check them and answer to the address in the record. They appear on the page of the entity after that.',
  notOursDone: 'Thank you for telling us',
  notOursMore: 'The editors will check this record. No more letters about it go to this address.',
  expired: 'This link no longer works',
  expiredMore:
    'It is too old. The next letter will bring a new one. You can also claim the record and keep it yourselves.',
  claim: 'Claim the record',
  see: 'See the record',
  changeTitle: 'Correct the record',
  changeLead: 'Change what has to be changed. The editors check it before it appears in the directory.',
  contactRole: 'Whom to ask for',
  contactHint: 'A position or a department, no names.',
  phone: 'Phone',
  email: 'E-mail',
  website: 'Website',
  descriptionPl: 'Description (in Polish)',
  note: 'What else has changed',
  noteHint: 'For example the address, the hours, the offer or the free places.',
  send: 'Send the corrections',
  nothingSaid: 'Nothing was changed. Correct a field or say what is wrong.',
  leaveTitle: 'Send no more requests to confirm',
  leaveLead: 'The record stays in the directory, but after a year readers will see that nobody confirms it.',
  leave: 'No more letters',
  leftTitle: 'There will be no more letters',
  left: 'We send no more requests to confirm a record to this address.',
  mail: {
    subject: 'Splot: please confirm your record in the directory',
    body: (list, leave, days) =>
      `Good morning,\n\nyour entity is in the public directory of the social economy. Nobody has confirmed for a long time that its record is true.\n\nPlease open the link: one click confirms the record, no account is needed. You can also correct something.\n\n${list}\n\nThe link works for ${days} days and is for you alone.\n\nIf you do not want such letters:\n${leave}`,
  },
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Letters to look at',
  lead: 'These letters came to the address of the desk and did not become questions by themselves. Each is in the mailbox too.',
  none: 'No letter waits',
  noneMore:
    'Letters of people become questions by themselves. Automatic answers, newsletters and damaged letters come here.',
  off: 'The mailbox of the desk is not connected, so no letters come here. The system administrator connects it.',
  problem: 'The mailbox could not be read',
  problemMore: (when, code) =>
    `Last try: ${when}. Code of the server: ${code}. Letters wait in the mailbox; the system’s administrator checks the connection.`,
  noSubject: '(no subject)',
  noSender: '(no sender)',
  take: 'This is a question',
  drop: 'Needs no answer',
  reasons: {
    own: 'a letter of this system',
    bounce: 'returned by another server',
    automatic: 'an automatic answer',
    list: 'a newsletter or a list',
    forged: 'the sender may be forged',
    no_sender: 'nobody knows who wrote it',
    too_many: 'many letters of one sender',
    too_large: 'too large to fetch',
    broken: 'damaged, cannot be read',
    duplicate: 'the same letter again',
    empty: 'empty',
  },
  related: (number) =>
    `The letter answers a message about question ${number} but came from another address. If it is the same matter, the questions can be joined.`,
  refused: (names) =>
    `These attachments were not taken (kind of file or size) and lie in the mailbox: ${names.join(', ')}.`,
  inMailbox: '(the words of the letter lie in the mailbox)',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Claim the record',
  lead: 'Whoever runs the entity can keep its record: change the data, add the offer and confirm that everything is right.',
  visitor: 'Do you have an account in Splot?',
  visitorMore: 'Sign in as somebody who manages an institution.',
  signIn: 'Sign in',
  worker: 'A record is claimed by whoever manages the institution',
  workerMore: (institution) =>
    `Ask the head or the administrator of ${institution}. This link opens the same page for them.`,
  keeper: 'Your institution keeps this record',
  edit: 'Change the data',
  leave: 'Give up the record',
  kept: (name) => `The record is kept by: ${name}`,
  keptMore:
    'If this is a mistake, send a document. The editors will compare both proofs; the present keeper has the record until they decide.',
  numbersTitle: (number) => `The ${number} agrees`,
  numbers: (institution) =>
    `The entity that runs ${institution} has the same number as the record. Nothing else is needed.`,
  numbersSubmit: 'Claim the record now',
  codeTitle: 'A code to the address in the record',
  codeLead: (email) =>
    `We send a code to ${email}. Whoever reads this mail may claim the record. The code is good for 14 days.`,
  codeSend: 'Send the code',
  codeSent: (email) => `The code is on its way to ${email}`,
  codeSentMore: 'Type the eight digits from the letter. There are five tries.',
  code: 'Code from the letter',
  codeCheck: 'Check the code',
  codeAgain: 'Send the code again',
  wrong: 'This is not the code. Check the digits and try again.',
  void: 'This code no longer works: it is too old or there were too many tries. Send a document.',
  paperTitle: 'A document to check',
  paperLead:
    'For example the statute, the agreement to run the unit, or an authorisation. Only the editors will see it. The answer comes by mail.',
  paper: 'Document',
  paperHint: 'PDF, JPG or PNG, up to 10 MB.',
  note: 'Explanation',
  paperSend: 'Send to the editors',
  waiting: 'The document waits for the editors',
  waitingMore: 'The answer comes by mail. You may send a newer document.',
  refused: 'The record cannot be claimed this way now. Choose another one.',
  newcomerSent: 'The request has been sent',
  newcomerSentMore: 'The answer will come to the address given.',
  back: 'Back to the record',
  leaveTitle: 'Give up the record?',
  leaveEffects: 'The institution will not be able to change or confirm the record.',
  leaveStays: 'The record stays in the directory as it is; the history says that its keeper gave it up.',
  leaveAgain: 'It can be claimed again.',
  takeTitle: 'Take the record away from the institution?',
  takeLead: (keeper) => `The record is kept by: ${keeper}.`,
  takeReason: 'Reason',
  takeHint: 'The institution gets it by mail.',
  takeSubmit: 'Take the record away',
  mail: {
    takenSubject: 'Splot: a record of the directory taken away from the institution',
    taken: (record, reason) =>
      `The editors of the directory took this record away from your institution: ${record}.\n\nReason: ${reason}\n\nIt can be claimed again when the reason is gone.`,
    subject: 'Splot: code to claim a record in the directory',
    body: (institution, record, code, days) =>
      `${institution} wants to keep this record of the directory: ${record}.\n\nIf this is your institution, please give it this code:\n\n${code}\n\nThe code is good for ${days} days. If this is a mistake, simply give it to nobody: nothing happens without the code.`,
  },
};

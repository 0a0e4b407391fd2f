import type { Text } from './text.pl.ts';

export const en: Text = {
  letter: {
    subject: (number) => `Advice card ${number}: please confirm`,
    body: (desk, number, link, days) =>
      `Hello,\n\n${desk} asks you to check the advice card ${number} and to confirm that the advice took place.\n\nThe card is here:\n${link}\n\nThe link works for ${days} days and opens this card only. You need no account. If something is not so, you can say it there.`,
  },
  title: (number) => `Advice card ${number}`,
  lead: 'Check that everything is right and answer at the bottom of the page.',
  adviser: 'Adviser',
  client: 'For whom',
  type: 'Type of advice',
  time: 'When and how long',
  answer: 'Your answer',
  agrees: 'Did the advice take place as described?',
  yes: 'Yes, I confirm',
  no: 'No, something is not so',
  words: 'What is not so',
  wordsHint: 'Only needed when something is not so.',
  who: 'Your name',
  send: 'Send the answer',
  thanksConfirmed: (who) => `The card is confirmed. Answer by: ${who}.`,
  thanksDisputed: 'The objection is kept. The adviser will clear it up and ask once more.',
  contact: (desk, how) => `Questions? ${desk}: ${how}`,
};

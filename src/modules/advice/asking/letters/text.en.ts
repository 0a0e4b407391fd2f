import type { Text } from './text.pl.ts';

export const en: Text = {
  received: {
    subject: (number) => `Splot: question ${number} has arrived`,
    body: 'The question has reached the advisers. The answer will be at this link; you can add to the question there too:',
  },
  answered: {
    subject: (number) => `Splot: an answer to question ${number} waits`,
    body: 'An answer to the question waits. It is at this link:',
  },
  closed: {
    subject: (number) => `Splot: question ${number} was closed`,
    body: 'Some time has passed since the answer, so the question was closed. At the link you can say whether the answer helped, or open the question again:',
  },
  atOnce: 'If things are very bad or dangerous, here somebody answers at once:',
  keep: 'Whoever knows this link reads the question and the answer. Do not pass it on.',
  notYou: 'If this is a mistake and nobody here asked anything, this address can be deleted at the link.',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  answers: (q) => `Results for “${q}”`,
  within: (theme) => `In the subject: ${theme}.`,
  everywhere: 'Search all subjects',
  loose: 'No text has all the words. These have some of them.',
  empty: 'Nothing found',
  emptyMore: 'Try other words or choose a subject below. You can also ask in a comment under any text.',
  pages: 'Pages of results',
  previous: 'Earlier results',
  next: 'More results',
  source: 'Text of the act',
  changedOn: 'Changed on',
  resting: 'What rests on it',
  nothingRests: 'No published text names this act',
};

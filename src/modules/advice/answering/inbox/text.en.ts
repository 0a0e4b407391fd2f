import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Questions to the advisers',
  views: { mine: 'Mine', unassigned: 'Without an adviser', review: 'To review', late: 'Late', all: 'All' },
  viewsLabel: 'Which questions',
  newCall: 'New talk',
  q: 'Search in the words or by number',
  state: 'State',
  topic: 'Topic',
  county: 'County',
  channel: 'From',
  any: 'any',
  caption: (view) => `Questions: ${view.toLowerCase()}`,
  subject: 'Question',
  stateColumn: 'State',
  due: 'Answer by',
  who: 'Adviser',
  asked: 'Asked',
  next: 'Next',
  first: 'From the beginning',
  waiting: (n) =>
    n === 0
      ? 'No question waits for an answer'
      : `${count(n, 'question waits', 'questions wait')} for an answer`,
  emptyTitle: {
    mine: 'Nothing waits for you',
    unassigned: 'Every question has an adviser',
    review: 'Nothing waits for a review',
    late: 'Nothing is late',
    all: 'No questions here',
  },
  empty: 'Questions come from the form, by e-mail, from talks and visits.',
  none: 'No questions fit the filters.',
  toAnswer: (number, subject) => `Answer to question ${number}: ${subject}`,
  toReview: (number, subject) => `Review of the answer to question ${number}: ${subject}`,
  toCall: (number, subject) => `Call with the answer to question ${number}: ${subject}`,
  callBack: (at) => `call back ${at}`,
  calls: 'To be called back',
  noSubject: '(words erased)',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Help',
  lead: 'How to do what one comes here for. Briefly, in order, in the words of the screen.',
  about: 'About the page you come from',
  contents: 'In this chapter',
  noAnswer: 'No answer here?',
  ask: 'Ask an adviser',
  askMore: 'without an account, answered on working days',
  report: 'Report a problem',
  reportMore: 'when something does not work',
  inPolish: 'This chapter is in Polish and in English.',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Joint diagnosis',
  draft: 'Draft. The diagnosis is not approved yet.',
  person: 'Person',
  birth: 'Date of birth',
  coordinator: 'Case coordinator',
  meeting: 'Meeting of the team',
  present: 'Present',
  approved: 'Approved',
  ownView: 'The person’s own view',
  strengths: 'Strengths',
  domains: 'Domains',
  rating: (words, institution) => `Rated ${words}. Described by ${institution}.`,
  notFilled: (institution) => `Not described yet. Described by ${institution}.`,
  notShown: 'Parts not shown here',
  notShownWhy:
    'The document holds only what the person who prints it may see. The parts below are not shown; this does not tell whether anything is recorded in them.',
  conclusion: 'Common conclusion',
  work: 'What follows for work',
  none: 'Not recorded yet.',
  approvals: 'Approvals',
  signed: (at) => `Approved in Splot\n${at}`,
  outdated: 'An earlier text was approved. The present one waits for approval.',
  know: 'I know the content of the diagnosis',
  confidential: 'This document holds personal data. Pass it on to authorised persons only.',
  file: 'diagnosis',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Checklist',
  lead: (title) => `${title}: all requirements in one list, to print and tick.`,
  count: (n, basic) => `${n} ${n === 1 ? 'requirement' : 'requirements'}, ${basic} of them basic [B].`,
  kept: 'Nobody stores your ticks: they are gone when the page is closed. To keep them, print the list.',
  basic: 'B',
  basicTitle: 'basic level',
  law: 'law',
  evidence: 'Evidence:',
  done: (number) => `Requirement ${number} is met`,
  legalState: (day) => `Legal state as of ${day}.`,
  version: (number) => `Version ${number}`,
  none: 'This document has no numbered requirements',
  noneBody: 'The list is made of headings that begin with a number, such as "1.2. Title of the requirement".',
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  source: 'Source:',
  version: (number) => `version ${number}`,
  legalState: (day) => `legal state as of ${day}`,
  otherLang: 'This passage is in another language.',
  gone: 'The quoted passage is no longer in this document. The current text:',
  nested: 'Another document is quoted here:',
};

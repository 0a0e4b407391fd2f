import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Report a comment',
  lead: 'Report a comment that breaks the law or the rules. A person will examine it.',
  reason: 'What is wrong',
  reasonHint: 'This comment:',
  explanation: 'Explanation',
  explanationHint: 'Say which words, and why. A provision of law helps, if you know one.',
  email: 'E-mail address',
  emailHint: 'We will answer there that your notice came and how it was decided. The author will not see it.',
  faith: 'I report in good faith; what I write is, to my knowledge, accurate and complete',
  submit: 'Send the notice',
  sentTitle: 'Your notice is received',
  sent: 'The editors will examine it without undue delay. If there is an address or an account, a letter with the decision will come.',
};

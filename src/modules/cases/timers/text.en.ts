import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  dueSubject: 'Splot: something waits for you today',
  due: (n) => `${count(n, 'case waits', 'cases wait')} for action today.`,
  lateSubject: 'Splot: overdue cases in the institution',
  late: (n) =>
    `${count(n, 'case is', 'cases are')} overdue in spite of a reminder. Another person can be named.`,
  withdrawnSubject: 'Splot: access to a case has ended',
  withdrawn: 'The case was withdrawn. Copies and prints made outside Splot must be deleted or returned.',
};

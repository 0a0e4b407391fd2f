import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  dueSubject: 'Splot: coś czeka na Ciebie dzisiaj',
  due: (n: number) => `${plural(n, 'sprawa czeka', 'sprawy czekają', 'spraw czeka')} dziś na działanie.`,
  lateSubject: 'Splot: sprawy po terminie w instytucji',
  late: (n: number) =>
    `${plural(n, 'sprawa jest', 'sprawy są', 'spraw jest')} po terminie mimo przypomnienia. Można wyznaczyć inną osobę.`,
  withdrawnSubject: 'Splot: dostęp do sprawy się zakończył',
  withdrawn:
    'Sprawa została wycofana. Kopie i wydruki, które powstały poza Splotem, trzeba usunąć albo zwrócić.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

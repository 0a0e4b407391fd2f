import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  answers: (q: string) => `Wyniki dla „${q}”`,
  within: (theme: string) => `W temacie: ${theme}.`,
  everywhere: 'Szukaj we wszystkich tematach',
  loose: 'Żaden tekst nie zawiera wszystkich słów. Te zawierają niektóre z nich.',
  empty: 'Nic nie znaleziono',
  emptyMore:
    'Spróbuj innych słów albo wybierz temat poniżej. Możesz też zapytać pod dowolnym tekstem w komentarzu.',
  pages: 'Strony wyników',
  previous: 'Wcześniejsze wyniki',
  next: 'Dalsze wyniki',
  source: 'Tekst aktu',
  changedOn: 'Zmieniono',
  resting: 'Co się na tym opiera',
  nothingRests: 'Żaden opublikowany tekst nie wskazuje tego aktu',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  names: {
    knowledge: 'Wiedza',
    news: 'Aktualności i porady',
    library: 'Publikacje',
    practices: 'Dobre praktyki',
    models: 'Modele spółdzielni',
    pilots: 'Pilotaże',
    'results-base': 'Baza rezultatów',
  },
  title: (what: string, theme: string) => `Splot: ${what}${theme === '' ? '' : `, ${theme}`}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

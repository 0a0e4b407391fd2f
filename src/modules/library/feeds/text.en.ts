import type { Text } from './text.pl.ts';

export const en: Text = {
  names: {
    knowledge: 'Knowledge',
    news: 'News and advice',
    library: 'Publications',
    practices: 'Good practices',
    models: 'Models of cooperatives',
    pilots: 'Pilots',
    'results-base': 'Results of projects',
  },
  title: (what, theme) => `Splot: ${what}${theme === '' ? '' : `, ${theme}`}`,
};

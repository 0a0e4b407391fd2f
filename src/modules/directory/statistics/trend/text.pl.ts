import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Jaką część wpisów potwierdzono w ciągu roku',
  table: 'Miesiąc po miesiącu',
  month: 'Miesiąc',
  records: 'Wpisy',
  within6: 'W ciągu 6 miesięcy',
  within12: 'W ciągu 12 miesięcy',
  definition: 'Jak liczymy',
  how: 'Raz w miesiącu zapisujemy, ile jest wpisów podmiotów niewykreślonych i ile z nich ktoś potwierdził w ciągu 6 i 12 miesięcy przed tym dniem. Zapisu nie zmieniamy później. Jedno województwo pokaże wybór obszaru u góry, wszystkie są w pliku.',
  csv: 'Pobierz CSV',
  monthName: (code: string) => `${code.slice(5)}.${code.slice(0, 4)}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

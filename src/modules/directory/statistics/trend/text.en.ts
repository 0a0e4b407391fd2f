import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Which part of the records was confirmed within a year',
  table: 'Month by month',
  month: 'Month',
  records: 'Records',
  within6: 'Within 6 months',
  within12: 'Within 12 months',
  definition: 'How we count',
  how: 'Once a month we note how many records of entities not struck off there are and how many of them somebody confirmed within 6 and 12 months before that day. The note is never changed afterwards. Choose an area at the top for one voivodeship; the file has all of them.',
  csv: 'Download CSV',
  monthName: (code) => `${code.slice(5)}/${code.slice(0, 4)}`,
};

import type { Text } from './text.pl.ts';

export const en: Text = {
  label: 'Entities of the directory',
  all: (n) => `All of them in the directory (${n} ${n === 1 ? 'entity' : 'entities'})`,
};

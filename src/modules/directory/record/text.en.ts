import type { Text } from './text.pl.ts';

export const en: Text = {
  sameNumber: (name) => `Another entity has this number already: ${name}.`,
};

import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  sameNumber: (name: string) => `Ten numer ma już w bazie: ${name}.`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

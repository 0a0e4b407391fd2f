import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Pomoc',
  lead: 'Jak zrobić to, po co się tu przychodzi. Krótko, w kolejności, słowami z ekranu.',
  about: 'O stronie, z której tu prowadzi odsyłacz',
  contents: 'W tym rozdziale',
  noAnswer: 'Nie ma tu odpowiedzi?',
  ask: 'Zapytaj doradcę',
  askMore: 'bez konta, odpowiedź w dni robocze',
  report: 'Zgłoś problem',
  reportMore: 'gdy coś nie działa',
  inPolish: 'Ten rozdział jest po polsku i po angielsku.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });

import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  source: 'Źródło:',
  version: (number: number) => `wersja ${number}`,
  legalState: (day: string) => `stan prawny na ${day}`,
  otherLang: 'Ten fragment jest w innym języku.',
  gone: 'Cytowanego fragmentu nie ma już w tym dokumencie. Aktualny tekst:',
  nested: 'W tym miejscu cytowany jest inny dokument:',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

import type { Lang } from '../i18n.ts';
import type { BoxKind } from './tree.ts';

/** The few words that a rendered text adds to what was written. */
export interface Labels {
  readonly boxes: Readonly<Record<BoxKind, string>>;
  readonly notes: string;
  readonly back: (number: number, mention: number) => string;
  readonly table: (number: number) => string;
  readonly code: (number: number) => string;
  /** The two columns of the figures of a chart, and where they come from. */
  readonly chart: { readonly what: string; readonly value: string; readonly source: string };
}

export const LABELS: Readonly<Record<Lang, Labels>> = {
  pl: {
    boxes: {
      note: 'Uwaga',
      warning: 'Ważne',
      definition: 'Definicja',
      example: 'Przykład',
      law: 'Podstawa prawna',
    },
    notes: 'Przypisy',
    back: (number, mention) => `Wróć do tekstu: przypis ${number}, miejsce ${mention}`,
    table: (number) => `Tabela ${number}`,
    code: (number) => `Zapis ${number}`,
    chart: { what: 'Kategoria', value: 'Wartość', source: 'Źródło' },
  },
  en: {
    boxes: {
      note: 'Note',
      warning: 'Important',
      definition: 'Definition',
      example: 'Example',
      law: 'Legal basis',
    },
    notes: 'Footnotes',
    back: (number, mention) => `Back to the text: footnote ${number}, place ${mention}`,
    table: (number) => `Table ${number}`,
    code: (number) => `Listing ${number}`,
    chart: { what: 'Category', value: 'Value', source: 'Source' },
  },
  uk: {
    boxes: {
      note: 'Увага',
      warning: 'Важливо',
      definition: 'Визначення',
      example: 'Приклад',
      law: 'Правова основа',
    },
    notes: 'Примітки',
    back: (number, mention) => `Повернутися до тексту: примітка ${number}, місце ${mention}`,
    table: (number) => `Таблиця ${number}`,
    code: (number) => `Запис ${number}`,
    chart: { what: 'Категорія', value: 'Значення', source: 'Джерело' },
  },
};

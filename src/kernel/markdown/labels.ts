import type { Lang } from '../i18n.ts';
import type { BoxKind } from './tree.ts';

/** The few words that a rendered text adds to what was written. */
export interface Labels {
  readonly boxes: Readonly<Record<BoxKind, string>>;
  readonly notes: string;
  readonly note: (number: number) => string;
  readonly back: (number: number, mention: number) => string;
  readonly table: (number: number) => string;
  readonly code: string;
  readonly done: string;
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
    note: (number) => `Przypis ${number}`,
    back: (number, mention) => `Wróć do tekstu: przypis ${number}, miejsce ${mention}`,
    table: (number) => `Tabela ${number}`,
    code: 'Zapis',
    done: 'zrobione',
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
    note: (number) => `Footnote ${number}`,
    back: (number, mention) => `Back to the text: footnote ${number}, place ${mention}`,
    table: (number) => `Table ${number}`,
    code: 'Listing',
    done: 'done',
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
    note: (number) => `Примітка ${number}`,
    back: (number, mention) => `Повернутися до тексту: примітка ${number}, місце ${mention}`,
    table: (number) => `Таблиця ${number}`,
    code: 'Запис',
    done: 'зроблено',
  },
};

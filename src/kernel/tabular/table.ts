/** The shapes shared by the readers of tables. */
import type { tableMessagesPl } from './messages.ts';

export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 50_000;

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2', 'cp852'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export type TableProblemCode = keyof typeof tableMessagesPl;

/** Something to tell about a table. `error` means there is no table; sentences are in `messages.ts` under the code. */
export interface TableProblem {
  readonly code: TableProblemCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** Line of the file or row of the sheet, from 1. */
  readonly line?: number;
  /** Number of the record, from 1. */
  readonly number?: number;
  /** Index of the column, from 0. */
  readonly column?: number;
}

export interface TableRow {
  /** The record's own number: 1 for the first row of data. Counts records, not lines; skipped rows have none. */
  readonly number: number;
  /** Where the record begins: a line of the file or a row of the sheet, from 1. */
  readonly line: number;
  /** As many as headers; more only when the row really had more (`table.too_many_cells`). */
  readonly cells: readonly string[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding;
  readonly separator: Separator | null;
  /** False when encoding, separator or headers were guessed: show a preview and ask. */
  readonly confident: boolean;
  /** The sheet that was read, and all visible ones; empty for CSV. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
}

export interface ReadTableOptions {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  /** Name of the sheet; the first visible one with data otherwise. */
  readonly sheet?: string;
  /** At most MAX_ROWS. */
  readonly maxRows?: number;
}

/** A record before headers are known. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Spaces of all kinds become ordinary ones, invisible characters go, ends are trimmed; the inside stays as it was. */
export function cleanCell(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(/^="([^"]*)"$/, '$1');
}

/** A text for comparing: lower case, no diacritics, words of letters and digits. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

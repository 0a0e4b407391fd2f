/** From bare records to a table: finds the headers, leaves out what is no record, and tells about everything odd. */
import { looksGarbled, lostLetters } from './damage.ts';
import { findHeader, isColumnNumbers, nameHeaders } from './headers.ts';
import type { RawRow, TableProblem, TableRow } from './table.ts';
import { cleanCell, comparable } from './table.ts';

export interface Shaped {
  readonly headers: string[];
  readonly rows: TableRow[];
  readonly headerFound: boolean;
}

const SUMMARY = /^(?:razem|suma|ogolem|lacznie|podsumowanie|total|sum|w tym)\b/;
/** From this width on, a single cell at the end is a note and not a record. */
const NOTE_WIDTH = 4;
/** When more rows than this share are short, the program simply leaves out empty cells at the end. */
const SHORT_IS_USUAL = 0.2;
const MAX_OF_A_KIND = 200;

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '');

/**
 * @param ragged whether records carry all their cells, so that a short one means damage (CSV yes, XLSX no)
 * @returns null when there are more than `maxRows` records
 */
export function shapeTable(
  raw: readonly RawRow[],
  options: { readonly maxRows: number; readonly ragged: boolean },
  problems: TableProblem[],
): Shaped | null {
  const tell = teller(problems);
  const all = raw.map(({ line, cells }) => ({ line, cells: cells.map(cleanCell), typed: cells.length }));
  const header = findHeader(all);
  const titles = header === null ? [] : all.slice(0, header.index);
  for (const { line, cells } of titles) {
    if (filled(cells).length > 0) tell({ code: 'table.title_row', severity: 'info', line });
  }
  if (header === null) tell({ code: 'table.no_header', severity: 'warning' });
  const body = trimEnd(header === null ? all : all.slice(header.index + 1), header?.cells ?? [], tell);
  const names = nameHeaders(header?.cells ?? [], body, tell);
  const rows: TableRow[] = [];
  const short: TableRow[] = [];
  const repeated = names.map(comparable).join('|');
  for (const [i, { line, cells, typed }] of body.entries()) {
    if (filled(cells).length === 0) {
      tell({ code: 'table.empty_row', severity: 'info', line });
      continue;
    }
    const again = header !== null && cells.slice(0, names.length).map(comparable).join('|') === repeated;
    if (again || (i === 0 && header !== null && isColumnNumbers(cells))) {
      tell({ code: 'table.header_repeated', severity: 'info', line });
      continue;
    }
    const number = rows.length + 1;
    if (number > options.maxRows) return null;
    const row = { number, line, cells: toWidth(cells, names.length) };
    rows.push(row);
    if (row.cells.length > names.length) {
      tell({ code: 'table.too_many_cells', severity: 'warning', line, number });
    }
    if (options.ragged && typed < names.length) short.push(row);
    const text = cells.join('\n');
    if (lostLetters(text)) tell({ code: 'table.lost_letters', severity: 'warning', line, number });
    else if (looksGarbled(text)) tell({ code: 'table.mojibake', severity: 'warning', line, number });
  }
  if (short.length <= Math.max(1, rows.length * SHORT_IS_USUAL)) {
    for (const { line, number } of short) {
      tell({ code: 'table.too_few_cells', severity: 'warning', line, number });
    }
  }
  return { headers: names, rows, headerFound: header !== null };
}

/** Adds problems, at most so many of a kind: ten thousand times the same helps nobody. */
function teller(problems: TableProblem[]) {
  const counts = new Map<string, number>();
  return (problem: TableProblem) => {
    const n = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, n);
    if (n <= MAX_OF_A_KIND) problems.push(problem);
  };
}

/** As many cells as headers; more only when something stands in them. */
function toWidth(cells: readonly string[], width: number): string[] {
  const fitted = Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const extra = cells.slice(width);
  while (extra.at(-1) === '') extra.pop();
  return [...fitted, ...extra];
}

/** Leaves out empty rows at the end, sums and notes under the table. */
function trimEnd<Row extends { readonly line: number; readonly cells: readonly string[] }>(
  rows: readonly Row[],
  header: readonly string[],
  tell: (problem: TableProblem) => void,
): readonly Row[] {
  const width = filled(header).length;
  const left: TableProblem[] = [];
  let end = rows.length;
  for (; end > 0; end--) {
    const row = rows[end - 1];
    if (!row) break;
    const values = filled(row.cells);
    if (values.length === 0) continue;
    const summary = SUMMARY.test(comparable(values[0] ?? '')) && values.length <= Math.max(1, width / 2);
    const note = width >= NOTE_WIDTH && values.length === 1;
    if (!summary && !note) break;
    left.unshift({
      code: summary ? 'table.summary_row' : 'table.note_row',
      severity: 'warning',
      line: row.line,
    });
  }
  left.forEach(tell);
  return rows.slice(0, end);
}

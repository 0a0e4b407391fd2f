/** Where the headings of a table are, and how to call its columns. */
import type { TableProblem } from './table.ts';
import { comparable } from './table.ts';

interface Row {
  readonly cells: readonly string[];
}

const SAMPLE = 500;
const TITLE_ROWS = 30;
/** A heading row has at least this share of the cells a usual row has; more would lose sparse headings. */
const HEADING_SHARE = 0.5;

const filledCount = (cells: readonly string[]) => cells.reduce((n, cell) => n + (cell === '' ? 0 : 1), 0);
/** Long numbers, dates and addresses stand in data, not in headings. */
const isLabel = (cell: string) => !/\d{3}|\d[.-]\d|@/.test(cell) && /\p{L}|^[#%№]?$|^L\.?p/u.test(cell);

/** The heading row: the first one nearly as full as a usual row. Null when there is none or it looks like data. */
export function findHeader(rows: readonly Row[]): { index: number; cells: readonly string[] } | null {
  const counts = rows.slice(0, SAMPLE).map((row) => filledCount(row.cells));
  const several = counts.filter((n) => n > 1).sort((a, b) => a - b);
  const usual = several[Math.floor(several.length / 2)] ?? 1;
  const needed = Math.max(Math.min(usual, 2), usual * HEADING_SHARE);
  const index = counts.slice(0, TITLE_ROWS).findIndex((n) => n >= needed);
  const cells = rows[index]?.cells;
  if (cells === undefined || !cells.every(isLabel)) return null;
  return { index, cells: cells.map((cell) => cell.replace(/\s+/g, ' ')) };
}

/** Whether the row under the headings only numbers the columns: 1, 2, 3 … */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const values = cells.filter((cell) => cell !== '');
  return values.length >= 4 && values.every((cell, i) => cell.replace(/[.)]$/, '') === String(i + 1));
}

/**
 * The names of the columns: without empty columns at the end, with „(2)” after a repeated name, and with an empty name
 * for a column that has data in most rows but no heading.
 */
export function nameHeaders(
  header: readonly string[],
  body: readonly Row[],
  tell: (problem: TableProblem) => void,
): string[] {
  let width = header.length;
  while (width > 0 && header[width - 1] === '') width -= 1;
  const used: number[] = [];
  for (const { cells } of body) {
    for (const [i, cell] of cells.entries()) if (cell !== '') used[i] = (used[i] ?? 0) + 1;
  }
  const rowCount = body.filter(({ cells }) => filledCount(cells) > 0).length;
  const needed = width === 0 ? 1 : rowCount / 2;
  for (const [i, n] of used.entries()) if (i >= width && (n ?? 0) >= needed) width = i + 1;
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const name = header[column] ?? '';
    if (name === '') {
      if (used[column] && header.length > 0)
        tell({ code: 'table.header_empty', severity: 'warning', column });
      return '';
    }
    const times = (seen.get(comparable(name)) ?? 0) + 1;
    seen.set(comparable(name), times);
    if (times === 1) return name;
    tell({ code: 'table.header_duplicate', severity: 'warning', column });
    return `${name} (${times})`;
  });
}

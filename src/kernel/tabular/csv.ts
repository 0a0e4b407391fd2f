/** From a text to records: which character separates, which quotes are real, where each record begins. */
import { parse } from 'csv-parse/sync';
import { repairQuotes } from './quotes.ts';
import type { RawRow, Separator, TableProblem } from './table.ts';
import { SEPARATORS } from './table.ts';

export interface DetectedSeparator {
  readonly separator: Separator;
  readonly confident: boolean;
  /** The text without a `sep=` line of Excel; `skipped` lines came before it. */
  readonly text: string;
  readonly skipped: number;
}

const SAMPLE_LINES = 200;
const SAMPLE_WIDTH = 20_000;
const CLEAR_SCORE = 0.7;

const inLines = (text: string) => text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n');
const split = (text: string, separator: Separator, relaxed: boolean) =>
  parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: false,
  }) as string[][];

/** Finds the separator: said in a `sep=;` line, or the one that gives rows of the same number of columns most often. */
export function detectSeparator(source: string, given?: Separator): DetectedSeparator {
  const text = inLines(source);
  const [, said, rest] = /^"?sep=(.)"?[;,|\t]*\n([\s\S]*)$/i.exec(text) ?? [];
  const known = SEPARATORS.find((separator) => separator === said);
  const body = known ? (rest ?? '') : text;
  const skipped = known ? 1 : 0;
  const fixed = given ?? known;
  if (fixed) return { separator: fixed, confident: true, text: body, skipped };
  // Text inside quotes does not count; an unpaired quote must not hide the rest of the sample, so quotes end with the line.
  const lines = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
    .map((line) => line.slice(0, SAMPLE_WIDTH).replace(/"(?:[^"]|"")*"/g, ''));
  const ranked = SEPARATORS.map((separator) => ({ separator, score: evenness(lines, separator) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, next] = ranked;
  if (!best || best.score === 0) return { separator: ';', confident: false, text: body, skipped };
  const confident = best.score >= CLEAR_SCORE && (next?.score ?? 0) < best.score;
  return { separator: best.separator, confident, text: body, skipped };
}

/** The share of lines with the commonest number of separators (none counts for nothing), a little more for more columns. */
function evenness(lines: readonly string[], separator: Separator): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const n = line.split(separator).length - 1;
    if (n > 0) counts.set(n, (counts.get(n) ?? 0) + 1);
  }
  let best = 0;
  for (const [n, lineCount] of counts) {
    best = Math.max(best, (lineCount / lines.length) * (1 - 1 / (n + 1) ** 2));
  }
  return best;
}

/**
 * Splits a text into records. Quotes are trusted when they are consistent; otherwise the unpaired ones are read as
 * ordinary characters, so that a single stray quote does not swallow the records after it.
 */
export function parseCsv(
  { text, separator, skipped }: Omit<DetectedSeparator, 'confident'>,
  problems: TableProblem[],
): RawRow[] {
  const body = text.endsWith('\n') ? text : `${text}\n`;
  let records: string[][];
  const trusted = trySplit(body, separator);
  if (trusted) records = trusted;
  else {
    const repaired = repairQuotes(body, separator);
    for (const line of repaired.lines) {
      problems.push({ code: 'table.stray_quote', severity: 'warning', line: line + skipped });
    }
    records = split(repaired.text, separator, true);
  }
  let line = 1 + skipped;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) for (const char of cell) if (char === '\n') line += 1;
    return row;
  });
}

function trySplit(text: string, separator: Separator): string[][] | null {
  try {
    const records = split(text, separator, false);
    const width = Math.max(...records.slice(0, 50).map((cells) => cells.length));
    return records.some((cells) => swallows(cells, separator, width)) ? null : records;
  } catch {
    return null;
  }
}

/**
 * A record one cell of which swallowed other records, since a stray quote opened it: taken without that quote, each of
 * its lines is a whole record, the first one with the cells before and the last one with the cells after it.
 */
function swallows(cells: readonly string[], separator: Separator, width: number): boolean {
  if (width < 3) return false;
  return cells.some((cell, index) => {
    if (!cell.includes('\n')) return false;
    const widths = cell.split('\n').map((line) => line.split(separator).length);
    if (!widths.some((own) => own >= width)) return false;
    widths[0] = (widths[0] ?? 0) + index;
    widths.push((widths.pop() ?? 0) + cells.length - index - 1);
    return widths.every((own) => own >= width);
  });
}

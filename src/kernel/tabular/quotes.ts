/** Makes a CSV text with stray quotes well formed. */
import type { Separator } from './table.ts';

/** A quoted cell of more lines is taken for an unpaired quote. */
const MAX_CELL_LINES = 60;
/** Characters looked at in search of closing quotes, over all cells: keeps a hostile file from taking minutes. */
const MAX_WORK = 60_000_000;

export interface RepairedText {
  readonly text: string;
  /** Lines, from 1, on which a quote was read as an ordinary character. */
  readonly lines: readonly number[];
}

/**
 * Rewrites every cell so that quotes stand only where they must. A quote opens a cell only at its beginning and only if
 * a closing one (before a separator or the end of a line) comes before what looks like the next record.
 * @param text lines ended by \n
 */
export function repairQuotes(text: string, separator: Separator): RepairedText {
  const width = commonWidth(text, separator);
  const lines = new Set<number>();
  const out: string[] = [];
  let line = 1;
  let at = 0;
  let work = 0;
  while (at < text.length) {
    const quoted = work < MAX_WORK ? quotedCell(text, at, separator, width) : null;
    work += typeof quoted === 'number' ? quoted : 0;
    const cell = typeof quoted === 'object' && quoted ? quoted : plainCell(text, at, separator);
    if (cell.stray) lines.add(line);
    out.push(/["\n]/.test(cell.value) || cell.value.includes(separator) ? escaped(cell.value) : cell.value);
    out.push(text[cell.end] ?? '');
    line += cell.value.split('\n').length - 1 + (text[cell.end] === '\n' ? 1 : 0);
    at = cell.end + 1;
  }
  return { text: out.join(''), lines: [...lines] };
}

interface Cell {
  readonly value: string;
  /** Index of the separator or line end after it. */
  readonly end: number;
  readonly stray: boolean;
}

const escaped = (value: string) => `"${value.replaceAll('"', '""')}"`;

function commonWidth(text: string, separator: Separator): number {
  const counts = new Map<number, number>();
  for (const line of text.split('\n').slice(0, 500)) {
    const width = line.split(separator).length;
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

function plainCell(text: string, at: number, separator: Separator): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  const value = text.slice(at, end);
  return { value, end, stray: value.includes('"') };
}

/** The quoted cell that begins here, null when no quote does, or the number of characters looked at in vain. */
function quotedCell(text: string, at: number, separator: Separator, width: number): Cell | number | null {
  let open = at;
  while (text[open] === ' ') open += 1;
  if (text[open] !== '"') return null;
  let value = '';
  let stray = false;
  let separators = 0;
  let lines = 0;
  for (let i = open + 1; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '"') {
      let after = i + 1;
      while (text[after] === ' ') after += 1;
      if (text[i + 1] === '"') i += 1;
      else if (after >= text.length || text[after] === separator || text[after] === '\n') {
        return { value, end: after, stray };
      } else if (text[i - 1] === separator || text[i - 1] === '\n') {
        // A quote inside a quoted cell would be doubled: this one opens the next cell, so ours was never closed.
        return i - open;
      } else stray = true;
    } else if (char === separator) separators += 1;
    else if (char === '\n') {
      // Whole records inside one cell: the quote that opened it was a stray one.
      if (lines > 0 && width >= 3 && separators >= width - 1) return i - open;
      separators = 0;
      lines += 1;
      if (lines > MAX_CELL_LINES) return i - open;
    }
    value += char;
  }
  return text.length - open;
}

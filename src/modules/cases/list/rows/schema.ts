import type { Table } from '#kernel/tabular/table.ts';
import { fingerprintOf, holdsSomething } from '../reader/schema.ts';
import { type RowContext, type RowReading, readRow } from '../row/schema.ts';
import type { CellProblem, CheckedRow, ColumnKey } from '../schema.ts';

const DUPLICATE = 'duplicate.file';

/** Reads every record of a table: numbers it, finds the same person twice, mends rows that moved sideways. */
export function readRows(table: Table, context: RowContext): CheckedRow[] {
  const { mapping } = context;
  const rows = table.rows.filter(({ cells }) => holdsSomething(cells, mapping));
  const own = ownNumbers(
    rows.map(({ cells }) => (mapping.number === null ? '' : (cells[mapping.number] ?? ''))),
  );
  const first = new Map<string, number>();
  return rows.map(({ number, line, cells: raw }, i) => {
    const { cells, read } = best(raw, table, context);
    const row = own?.[i] ?? number;
    const errors = [...read.errors];
    const who = read.identifier;
    const earlier = who === null ? undefined : first.get(who);
    if (who !== null && earlier === undefined) first.set(who, row);
    if (who !== null && earlier !== undefined) {
      const key: ColumnKey = who.startsWith('pesel') ? 'pesel' : 'document';
      errors.push({
        key,
        code: DUPLICATE,
        value: cells[mapping[key] ?? -1] ?? '',
        args: { row: String(earlier) },
      });
    }
    const entry = errors.length === 0 ? read.entry : null;
    return {
      row,
      line,
      cells,
      errors,
      warnings: read.warnings,
      entry,
      fate: 'new',
      fingerprint: entry ? fingerprintOf(entry) : '',
    };
  });
}

/** The numbers the list itself gives its records, when each has one of its own. */
function ownNumbers(texts: readonly string[]): number[] | null {
  const numbers = texts.map((text) => (/^\d{1,6}[.)]?$/.test(text) ? Number.parseInt(text, 10) : 0));
  return numbers.every((n) => n > 0) && new Set(numbers).size === numbers.length ? numbers : null;
}

interface Attempt {
  readonly cells: readonly string[];
  readonly read: RowReading;
}

/** A separator inside a text moved the rest of the row sideways: joins it where the row then reads best. */
function best(raw: readonly string[], table: Table, context: RowContext): Attempt {
  const extra = raw.length - table.headers.length;
  const asIs: Attempt = { cells: raw, read: readRow(raw, context) };
  if (extra <= 0 || table.headers.length < 2 || table.separator === null) return asIs;
  const tries = table.headers.map((_, at): Attempt => {
    const joined = raw.slice(at, at + extra + 1).join(`${table.separator} `);
    const cells = [...raw.slice(0, at), joined, ...raw.slice(at + extra + 1)];
    return { cells, read: readRow(cells, context) };
  });
  const faults = (t: Attempt) => t.read.errors.length * 10 + t.read.warnings.length;
  const found = tries.reduce((a, b) => (faults(b) <= faults(a) ? b : a), asIs);
  const key: ColumnKey = context.mapping.notes === null ? 'family' : 'notes';
  const moved: CellProblem = { key, code: 'row.joined', value: found.cells.at(-1) ?? '' };
  return found === asIs
    ? asIs
    : { ...found, read: { ...found.read, warnings: [...found.read.warnings, moved] } };
}

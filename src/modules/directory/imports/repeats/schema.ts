/** What a file says twice: the same row again, or two rows that cannot both be true. */
import { sameName } from '../names/schema.ts';
import type { CellProblem, CheckedRow, ColumnKey } from '../schema.ts';

const NUMBERS = ['krs', 'nip', 'regon'] as const;

const groups = (rows: readonly CheckedRow[], keyOf: (row: CheckedRow) => string | null) => {
  const found = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const key = row.draft ? keyOf(row) : null;
    if (key === null) continue;
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()].filter((group) => group.length > 1);
};

const others = (group: readonly CheckedRow[], row: CheckedRow): string =>
  group
    .filter((other) => other !== row)
    .map((other) => other.row)
    .join(', ');

/** Rows with one number and different names are all refused: nobody here can know which is right. A repeated row counts once. */
export function withRepeats(rows: readonly CheckedRow[]): CheckedRow[] {
  const errors = new Map<CheckedRow, CellProblem[]>();
  const wrong = (
    row: CheckedRow,
    key: ColumnKey,
    code: string,
    group: readonly CheckedRow[],
    value: string,
  ) =>
    errors.set(row, [...(errors.get(row) ?? []), { key, code, value, args: { rows: others(group, row) } }]);
  for (const kind of NUMBERS)
    for (const group of groups(rows, ({ draft }) =>
      draft?.isUnit ? null : (draft?.numbers[kind] ?? null),
    )) {
      const [first] = group;
      const one = (row: CheckedRow) =>
        sameName(first?.draft?.name ?? '', row.draft?.name ?? '') &&
        NUMBERS.every(
          (k) =>
            [first?.draft?.numbers[k], null].includes(row.draft?.numbers[k] ?? null) ||
            first?.draft?.numbers[k] === null,
        );
      if (group.every(one)) continue;
      for (const row of group)
        wrong(row, kind, 'number.contradiction', group, row.draft?.numbers[kind] ?? '');
    }
  const repeated = new Set<CheckedRow>();
  const again = new Map<CheckedRow, CellProblem>();
  for (const group of groups(rows, ({ key }) => key)) {
    const [first, ...rest] = group;
    for (const row of rest) {
      repeated.add(row);
      again.set(row, {
        key: 'name',
        code: 'repeated',
        value: row.draft?.name ?? '',
        args: { rows: String(first?.row ?? '') },
      });
    }
  }
  return rows.map((row) => {
    const found = errors.get(row);
    if (found) return { ...row, errors: [...row.errors, ...found], draft: null, fate: 'bad' };
    const told = again.get(row);
    return told && repeated.has(row)
      ? { ...row, warnings: [...row.warnings, told], fate: 'repeated', draft: null }
      : row;
  });
}

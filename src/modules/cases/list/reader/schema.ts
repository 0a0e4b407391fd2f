import { createHash } from 'node:crypto';
import type { Cell } from '#kernel/tabular/cell.ts';
import { comparable } from '#kernel/tabular/table.ts';
import type { CellProblem, ColumnKey, ListEntry, Mapping } from '../schema.ts';

/** Whether a record holds anything about a person: a numbered empty line does not. */
export const holdsSomething = (cells: readonly string[], mapping: Mapping): boolean =>
  cells.some((cell, index) => cell !== '' && index !== mapping.number && index !== mapping.worker);

/** The cells of one row by what they hold, and what was found wrong in them. */
export class Reader {
  readonly errors: CellProblem[] = [];
  readonly warnings: CellProblem[] = [];
  readonly #cells: readonly string[];
  readonly #mapping: Mapping;

  constructor(cells: readonly string[], mapping: Mapping) {
    this.#cells = cells;
    this.#mapping = mapping;
  }
  has(key: ColumnKey): boolean {
    return this.#mapping[key] !== null;
  }
  text(key: ColumnKey): string {
    const index = this.#mapping[key];
    return index === null ? '' : (this.#cells[index] ?? '');
  }
  wrong(key: ColumnKey, code: string, args?: Readonly<Record<string, string>>): null {
    this.errors.push({
      key,
      code: this.has(key) || code !== 'required' ? code : 'column.missing',
      value: this.text(key),
      ...(args && { args }),
    });
    return null;
  }
  odd(key: ColumnKey, code: string, args?: Readonly<Record<string, string>>): void {
    this.warnings.push({ key, code, value: this.text(key), ...(args && { args }) });
  }
  take<T>(key: ColumnKey, cell: Cell<T>): T | null {
    if (cell.error) return this.wrong(key, cell.error, cell.args);
    if (cell.warning) this.odd(key, cell.warning, cell.args);
    return cell.value;
  }
}

/** The same row again gives the same value: who, and the office's sign (its day where there is none). */
export function fingerprintOf(entry: ListEntry): string {
  const { identifier, familyName, givenName, sign, referredOn } = entry;
  const who = [identifier.kind, identifier.value, comparable(familyName), comparable(givenName)];
  return createHash('sha256')
    .update([...who, sign || referredOn].join('\n'))
    .digest('hex');
}

import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';

export type CellType = 'line' | 'number' | 'decimal' | 'money' | 'yes' | 'day';
export interface FactColumn {
  readonly name: string;
  readonly type: CellType;
}

/**
 * How a fact is asked for in the form of an editor: one line, a text, a list with one entry a line, a value, a choice, or
 * rows: one a line, with its cells between upright lines. A name with dots leads into an object.
 */
export interface FactField {
  readonly name: string;
  readonly type: Exclude<CellType, 'yes'> | 'text' | 'lines' | 'choice' | 'rows';
  readonly options?: readonly string[];
  readonly columns?: readonly FactColumn[];
  /** What nothing typed means, where it is not nothing. */
  readonly empty?: number;
}

export const field = (type: FactField['type'], ...names: string[]): FactField[] =>
  names.map((name) => ({ name, type }));
export const choice = (name: string, options: readonly string[]): FactField => ({
  name,
  type: 'choice',
  options,
});
/** `rows('staff', 'name:line', 'fte:decimal')` */
export const rows = (name: string, ...columns: `${string}:${CellType}`[]): FactField => ({
  name,
  type: 'rows',
  columns: columns.map((column) => {
    const [key = '', type] = column.split(':');
    return { name: key, type: type as CellType };
  }),
});

const YES = /^(tak|yes|t|y|x|1)$/i;
const decimal = (value: unknown): string => String(value).replace('.', ',');

function shownCell(type: CellType, value: unknown): string {
  if (type === 'yes') return value === true ? 'tak' : 'nie';
  if (value === null || value === undefined) return '';
  if (type === 'money') return decimal(Number(value) / 100);
  if (type === 'day') return formatDate(String(value), 'pl');
  return type === 'line' ? String(value).replaceAll('|', '/').replace(/\s+/g, ' ') : decimal(value);
}

/** Undefined when the text is none of the type. */
function typedCell(type: CellType, typed: string): unknown {
  if (type === 'line') return typed;
  if (type === 'yes') return YES.test(typed);
  if (typed === '') return null;
  if (type === 'day') return parseDate(typed, { today: warsawDate(new Date()) }) ?? undefined;
  const plain = typed.replace(/[\s\u00a0]|zł$/g, '').replace(',', '.');
  const number = /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
  if (number === undefined || (type === 'number' && !Number.isInteger(number))) return undefined;
  return type === 'money' ? Math.round(number * 100) : number;
}

const at = (facts: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], facts);

/** A fact as text. */
export function shownFact(field: FactField, facts: Readonly<Record<string, unknown>>): string {
  const value = at(facts, field.name);
  if (value === null || value === undefined) return '';
  const { type, columns = [] } = field;
  if (type === 'rows')
    return (value as readonly Record<string, unknown>[])
      .map((row) => columns.map((column) => shownCell(column.type, row[column.name])).join(' | '))
      .join('\n');
  if (type === 'lines') return (value as readonly string[]).join('\n');
  return type === 'text' || type === 'choice' ? String(value) : shownCell(type, value);
}

const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const WRONG: Readonly<Partial<Record<FactField['type'], string>>> = {
  money: 'amount',
  day: 'date.invalid',
  decimal: 'number',
  number: 'number.whole',
};

/** The reverse of `shownFact`; what cannot be read goes into `errors`. */
function typedFact(field: FactField, typed: string, errors: FieldError[]): unknown {
  const { type, columns = [] } = field;
  const name = `facts.${field.name}`;
  if (type === 'lines') return linesOf(typed);
  if (type === 'text' || type === 'choice') return typed;
  if (type === 'rows')
    return linesOf(typed).map((line, i) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const values = columns.map((column, c) => [column.name, typedCell(column.type, cells[c] ?? '')]);
      const wrong = values.findIndex(([, value]) => value === undefined);
      if (wrong >= 0)
        errors.push({
          field: name,
          message: `Wiersz ${i + 1}, kolumna ${wrong + 1}: sprawdź liczbę, kwotę albo datę. / Line ${i + 1}, column ${wrong + 1}: check the number, amount or date.`,
        });
      // An empty cell is left to the schema, which knows what nothing means there.
      return Object.fromEntries(values.filter(([, value]) => value !== null));
    });
  const value = typedCell(type, typed);
  if (value === undefined) errors.push({ field: name, message: WRONG[type] ?? 'invalid' });
  return value ?? field.empty ?? (type === 'line' ? '' : null);
}

function put(into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[key] = value;
  else {
    const inside = (into[key] ?? {}) as Record<string, unknown>;
    into[key] = inside;
    put(inside, rest, value);
  }
}

/** Everything the form asked for. An object none of whose fields was filled is null. Throws `invalid` with all that is wrong. */
export function typedFields(
  fields: readonly FactField[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const errors: FieldError[] = [];
  const facts: Record<string, unknown> = {};
  const filled = new Set<string>();
  for (const each of fields) {
    const typed = String(values[`facts.${each.name}`] ?? '').trim();
    const [top = '', ...rest] = each.name.split('.');
    if (typed !== '') filled.add(top);
    put(facts, [top, ...rest], typedFact(each, typed, errors));
  }
  if (errors.length > 0) throw invalid(...errors);
  for (const { name } of fields) {
    const top = name.split('.')[0] ?? '';
    if (name.includes('.') && !filled.has(top)) facts[top] = null;
  }
  return facts;
}

import type { FieldError } from '#kernel/errors.ts';
import { type Budget, LIMITS, type StaffLine } from '../schema.ts';

/** The budget as it stands in an address or a form: texts by name, one line of a list by number. */
export type Typed = Readonly<Record<string, string>>;

/** Beside what is filled, so many empty lines are offered. */
const SPARE = 2;
const STAFF = ['fte', 'monthly', 'subsidy', 'subsidy_months'] as const;
type List = 'start' | 'fixed' | 'staff';
const COLUMNS = { start: ['amount'], fixed: ['amount'], staff: STAFF } as const;

export const fieldOf = (list: List, index: number, column: string): string => `${list}_${index}_${column}`;

const plain = (typed: string): string => typed.replace(/[\s\u00a0\u202f]|zł$/g, '').replace(',', '.');

/** Reads what people typed; what cannot be read counts as nothing and is named among the errors. */
class Reader {
  readonly errors: FieldError[] = [];
  readonly #typed: Typed;
  constructor(typed: Typed) {
    this.#typed = typed;
  }
  text(field: string): string {
    return (this.#typed[field] ?? '').trim().slice(0, LIMITS.name);
  }
  #number(field: string, max: number, decimals: number, min = 0): number {
    const typed = plain(this.text(field));
    if (typed === '') return min;
    const whole = decimals === 0;
    if (!(whole ? /^\d{1,12}$/ : /^\d{1,12}(\.\d{1,2})?$/).test(typed))
      return this.#wrong(field, whole ? 'number.whole' : decimals === 2 ? 'amount' : 'number', min);
    const value = decimals === 2 ? Math.round(Number(typed) * 100) : Number(typed);
    if (value > max) return this.#wrong(field, 'number.max', min);
    return value < min ? this.#wrong(field, 'number.min', min) : value;
  }
  #wrong(field: string, message: string, instead: number): number {
    this.errors.push({ field, message });
    return instead;
  }
  money = (field: string, max: number) => this.#number(field, max, 2);
  whole = (field: string, max: number, min = 0) => this.#number(field, max, 0, min);
  posts = (field: string) => this.#number(field, LIMITS.fte, 1);
  /** The lines in which anything is filled. */
  lines<T>(list: List, read: (at: (column: string) => string) => T): T[] {
    const numbers = Array.from({ length: LIMITS.lines }, (_, i) => i + 1);
    const filled = numbers.filter((n) =>
      ['name', ...COLUMNS[list]].some((column) => this.text(fieldOf(list, n, column)) !== ''),
    );
    return filled.map((n) => read((column) => fieldOf(list, n, column)));
  }
}

/** The budget that somebody typed, with what could not be read. */
export function readBudget(typed: Typed): {
  readonly budget: Budget;
  readonly errors: readonly FieldError[];
} {
  const read = new Reader(typed);
  const line = (at: (column: string) => string) => ({
    name: read.text(at('name')),
    amount: read.money(at('amount'), LIMITS.amount),
  });
  const staff = (at: (column: string) => string): StaffLine => ({
    name: read.text(at('name')),
    fte: read.posts(at('fte')),
    monthly: read.money(at('monthly'), LIMITS.price),
    subsidy: read.money(at('subsidy'), LIMITS.price),
    subsidy_months: read.whole(at('subsidy_months'), LIMITS.months),
  });
  const budget: Budget = {
    start: read.lines('start', line),
    grant: read.money('grant', LIMITS.amount),
    own: read.money('own', LIMITS.amount),
    unit: {
      name: read.text('unit'),
      price: read.money('price', LIMITS.price),
      variable: read.money('variable', LIMITS.price),
    },
    first: read.whole('first', LIMITS.units),
    full: read.whole('full', LIMITS.units),
    ramp: read.whole('ramp', LIMITS.months, 1),
    fixed: read.lines('fixed', line),
    staff: read.lines('staff', staff),
    delay: read.whole('delay', LIMITS.delay),
    months: read.whole('months', LIMITS.months, 1),
  };
  return { budget, errors: read.errors };
}

const sign = { pl: ',', en: '.', uk: ',' } as const;
type Lang = keyof typeof sign;
const money = (grosze: number, lang: Lang): string =>
  grosze % 100 === 0 ? String(grosze / 100) : (grosze / 100).toFixed(2).replace('.', sign[lang]);

/** The budget as a form shows it; `readBudget` gives it back. */
export function typedBudget(b: Budget, lang: Lang): Typed {
  const lines = (list: 'start' | 'fixed') =>
    b[list].flatMap(({ name, amount }, i) => [
      [fieldOf(list, i + 1, 'name'), name],
      [fieldOf(list, i + 1, 'amount'), money(amount, lang)],
    ]);
  const staff = b.staff.flatMap((line, i) => [
    [fieldOf('staff', i + 1, 'name'), line.name],
    [fieldOf('staff', i + 1, 'fte'), String(line.fte).replace('.', sign[lang])],
    [fieldOf('staff', i + 1, 'monthly'), money(line.monthly, lang)],
    [fieldOf('staff', i + 1, 'subsidy'), money(line.subsidy, lang)],
    [fieldOf('staff', i + 1, 'subsidy_months'), String(line.subsidy_months)],
  ]);
  return {
    ...Object.fromEntries([...lines('start'), ...lines('fixed'), ...staff]),
    grant: money(b.grant, lang),
    own: money(b.own, lang),
    unit: b.unit.name,
    price: money(b.unit.price, lang),
    variable: money(b.unit.variable, lang),
    first: String(b.first),
    full: String(b.full),
    ramp: String(b.ramp),
    delay: String(b.delay),
    months: String(b.months),
  };
}

/** How many lines of a list a form offers: those filled and some to fill. */
export function linesOffered(typed: Typed, list: List): number {
  const last = Object.keys(typed).reduce((most, field) => {
    const [name, number] = field.split('_');
    return name === list && typed[field]?.trim() ? Math.max(most, Number(number) || 0) : most;
  }, 0);
  return Math.min(LIMITS.lines, last + SPARE);
}

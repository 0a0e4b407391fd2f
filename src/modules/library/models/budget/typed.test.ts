import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Budget, LIMITS } from './schema.ts';
import { readBudget, typedBudget } from './typed/schema.ts';

const upTo = (max: number, min = 0) => fc.integer({ min, max });
const name = fc.stringMatching(/^[\p{L}0-9 ]{1,20}$/u).map((text) => text.trim() || 'x');
const lines = fc.array(fc.record({ name, amount: upTo(LIMITS.amount) }), { maxLength: LIMITS.lines });
const budgets: fc.Arbitrary<Budget> = fc.record({
  start: lines,
  grant: upTo(LIMITS.amount),
  own: upTo(LIMITS.amount),
  unit: fc.record({ name, price: upTo(LIMITS.price), variable: upTo(LIMITS.price) }),
  first: upTo(LIMITS.units),
  full: upTo(LIMITS.units),
  ramp: upTo(LIMITS.months, 1),
  fixed: lines,
  staff: fc.array(
    fc.record({
      name,
      fte: upTo(LIMITS.fte * 100).map((n) => n / 100),
      monthly: upTo(LIMITS.price),
      subsidy: upTo(LIMITS.price),
      subsidy_months: upTo(LIMITS.months),
    }),
    { maxLength: LIMITS.lines },
  ),
  delay: upTo(LIMITS.delay),
  months: upTo(LIMITS.months, 1),
});

test('a budget written into a form is read back the same, in each language', () => {
  fc.assert(
    fc.property(budgets, fc.constantFrom('pl', 'en', 'uk'), (budget, lang) => {
      const { budget: again, errors } = readBudget(typedBudget(budget, lang));
      expect(errors).toEqual([]);
      expect(again).toEqual(budget);
    }),
  );
});

test('whatever is typed, a budget within the bounds comes of it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('price', 'full', 'ramp', 'start_1_amount', 'staff_2_fte'), fc.string()),
      (typed) => {
        const { budget } = readBudget(typed);
        expect(budget.unit.price).toBeGreaterThanOrEqual(0);
        expect(budget.ramp).toBeGreaterThanOrEqual(1);
        expect(budget.full).toBeLessThanOrEqual(LIMITS.units);
      },
    ),
  );
});

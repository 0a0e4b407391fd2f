import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Budget, budget, FACTORS, LIMITS } from './schema.ts';
import { calculate, sensitivity, vary } from './service.ts';

const base: Budget = budget.parse({
  start: [{ name: 'kuchnia', amount: 60_000_00 }],
  grant: 50_000_00,
  own: 20_000_00,
  unit: { name: 'obiad', price: 15_00, variable: 7_00 },
  first: 1000,
  full: 3000,
  ramp: 5,
  fixed: [{ name: 'lokal', amount: 4_000_00 }],
  staff: [{ name: 'kucharz', fte: 0.75, monthly: 6_000_01, subsidy: 3_000_00, subsidy_months: 2 }],
  delay: 45,
  months: 6,
});

const upTo = (max: number, min = 0) => fc.integer({ min, max });
const lines = fc.array(fc.record({ name: fc.string({ maxLength: 5 }), amount: upTo(LIMITS.amount) }), {
  maxLength: LIMITS.lines,
});
const budgets: fc.Arbitrary<Budget> = fc.record({
  start: lines,
  grant: upTo(LIMITS.amount),
  own: upTo(LIMITS.amount),
  unit: fc.record({ name: fc.constant('x'), price: upTo(LIMITS.price), variable: upTo(LIMITS.price) }),
  first: upTo(LIMITS.units),
  full: upTo(LIMITS.units),
  ramp: upTo(LIMITS.months, 1),
  fixed: lines,
  staff: fc.array(
    fc.record({
      name: fc.constant('x'),
      fte: upTo(LIMITS.fte * 100).map((hundredths) => hundredths / 100),
      monthly: upTo(LIMITS.price),
      subsidy: upTo(LIMITS.price),
      subsidy_months: upTo(LIMITS.months),
    }),
    { maxLength: LIMITS.lines },
  ),
  delay: upTo(LIMITS.delay),
  months: upTo(LIMITS.months, 1),
});

test('an example worked by hand', () => {
  const { months, ...outcome } = calculate(base);
  expect(months.map(({ units }) => units)).toEqual([1000, 1500, 2000, 2500, 3000, 3000]);
  expect(months[0]).toEqual({
    month: 1,
    units: 1000,
    revenue: 15_000_00,
    received: 0,
    variable: 7_000_00,
    wages: 4_500_01,
    subsidy: 2_250_00,
    fixed: 4_000_00,
    result: 1_749_99,
    balance: 10_000_00 - 7_000_00 - 4_500_01 + 2_250_00 - 4_000_00,
  });
  // 45 days: half of January comes in February, the other half in March with half of February.
  expect(months.map(({ received }) => received)).toEqual([
    0, 7_500_00, 18_750_00, 26_250_00, 33_750_00, 41_250_00,
  ]);
  expect(outcome).toMatchObject({
    opening: 10_000_00,
    breakEven: 1,
    payback: 3,
    lowest: { month: 3, balance: -16_250_03 },
    unaided: 24_000_00 - 4_500_01 - 4_000_00,
    unitsNeeded: 1063,
    outstanding: 67_500_00,
  });
  expect(outcome.needed).toBe(-outcome.lowest.balance);
});

test('a loss that comes back when the subsidy ends is no break-even', () => {
  const helped = calculate({
    ...base,
    first: 400,
    full: 400,
    staff: [{ name: 'x', fte: 1, monthly: 5_000_00, subsidy: 9_000_00, subsidy_months: 3 }],
    fixed: [],
  });
  expect(helped.months.map(({ result }) => Math.sign(result))).toEqual([1, 1, 1, -1, -1, -1]);
  expect(helped.months[0]?.subsidy).toBe(5_000_00);
  expect(helped).toMatchObject({ breakEven: null, unaided: -1_800_00, unitsNeeded: 625 });
  expect(calculate({ ...base, unit: { name: 'x', price: 5, variable: 5 } }).unitsNeeded).toBeNull();
});

test('money is neither made nor lost, and every figure is a whole, exact number', () => {
  fc.assert(
    fc.property(budgets, (b) => {
      const o = calculate(b);
      expect(o.months).toHaveLength(b.months);
      const total = (key: 'revenue' | 'received' | 'variable' | 'wages' | 'subsidy' | 'fixed') =>
        o.months.reduce((sum, month) => sum + month[key], 0);
      const last = o.months.at(-1)?.balance;
      expect(last).toBe(
        o.opening +
          total('received') -
          total('variable') -
          total('wages') +
          total('subsidy') -
          total('fixed'),
      );
      expect(total('received') + o.outstanding).toBe(total('revenue'));
      expect(o.outstanding).toBeGreaterThanOrEqual(0);
      expect(last).toBe(o.opening + o.result - o.outstanding);
      const wrong = o.months.filter(
        (month) =>
          !Object.values(month).every(Number.isSafeInteger) ||
          month.received < 0 ||
          month.balance < o.lowest.balance ||
          month.subsidy > month.wages,
      );
      expect(wrong).toEqual([]);
      expect(o.needed).toBe(Math.max(0, -o.lowest.balance));
      expect(Number.isSafeInteger(o.unaided)).toBe(true);
      const { breakEven } = o;
      if (breakEven !== null) {
        expect(o.months.slice(breakEven - 1).every(({ result }) => result >= 0)).toBe(true);
        expect(o.months[breakEven - 2]?.result ?? -1).toBeLessThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

const soon = (month: number | null) => month ?? LIMITS.months + 1;

test('a higher price or subsidy never makes anything worse, higher wages never better', () => {
  fc.assert(
    fc.property(budgets, upTo(100), fc.constantFrom('price', 'subsidy', 'wages'), (b, percent, factor) => {
      const more = calculate(vary(b, factor, percent));
      const less = calculate(b);
      const [better, worse] = factor === 'wages' ? [less, more] : [more, less];
      // Where wages rise, a subsidy that was cut to the wage rises with them, never by more.
      expect(better.result).toBeGreaterThanOrEqual(worse.result);
      expect(better.needed).toBeLessThanOrEqual(worse.needed);
      expect(soon(better.breakEven)).toBeLessThanOrEqual(soon(worse.breakEven));
      expect(soon(better.payback)).toBeLessThanOrEqual(soon(worse.payback));
      expect(better.lowest.balance).toBeGreaterThanOrEqual(worse.lowest.balance);
      expect(better.months.every((month, i) => month.balance >= (worse.months[i]?.balance ?? 0))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the bounds are kept by the schema; sensitivity has every factor both ways', () => {
  expect(budget.safeParse({ ...base, months: LIMITS.months + 1 }).success).toBe(false);
  expect(budget.safeParse({ ...base, ramp: 0 }).success).toBe(false);
  expect(budget.safeParse({ ...base, grant: 1.5 }).success).toBe(false);
  const rows = sensitivity(base);
  expect(rows).toHaveLength(FACTORS.length * 4);
  expect(rows.find((r) => r.factor === 'price' && r.change === 20)?.outcome.unaided).toBe(
    3000 * (18_00 - 7_00) - 4_500_01 - 4_000_00,
  );
});

import { z } from 'zod';

/**
 * The first budget of a cooperative, month by month. Amounts are net, in whole grosze; working time in full
 * posts. Nothing of the law is written here: wages, employer's costs and subsidies are what somebody types.
 * The bounds keep every sum far below what a number holds exactly.
 */
export const LIMITS = {
  lines: 20,
  name: 120,
  amount: 10_000_000_00,
  price: 1_000_000_00,
  units: 100_000,
  fte: 100,
  months: 60,
  delay: 180,
} as const;

const whole = (max: number, min = 0) => z.number().int().min(min).max(max);
const name = z.string().trim().max(LIMITS.name);
const amount = whole(LIMITS.amount);
const line = z.object({ name, amount: amount.default(0) });
/** 0.75 of a full post; to a hundredth. */
const fte = z.number().min(0).max(LIMITS.fte).multipleOf(0.01).default(0);

export const staffLine = z.object({
  name,
  fte,
  /** What one full post costs the employer in a month. */
  monthly: whole(LIMITS.price).default(0),
  /** What somebody else pays of it in a month for one full post, for so many months from the start. */
  subsidy: whole(LIMITS.price).default(0),
  subsidy_months: whole(LIMITS.months).default(0),
});

export const budget = z.object({
  /** Bought before the first sale. */
  start: z.array(line).max(LIMITS.lines),
  grant: amount,
  own: amount,
  unit: z.object({ name, price: whole(LIMITS.price), variable: whole(LIMITS.price) }),
  /** Units sold in the first month, and in each month from month number `ramp` on; straight between them. */
  first: whole(LIMITS.units),
  full: whole(LIMITS.units),
  ramp: whole(LIMITS.months, 1),
  fixed: z.array(line).max(LIMITS.lines),
  staff: z.array(staffLine).max(LIMITS.lines),
  /** Days until customers pay. */
  delay: whole(LIMITS.delay),
  months: whole(LIMITS.months, 1),
});
export type Budget = z.output<typeof budget>;
export type StaffLine = Budget['staff'][number];

export interface Month {
  /** From 1. */
  readonly month: number;
  readonly units: number;
  readonly revenue: number;
  /** What customers paid in the month, for this month and earlier ones. */
  readonly received: number;
  readonly variable: number;
  readonly wages: number;
  readonly subsidy: number;
  readonly fixed: number;
  readonly result: number;
  /** Money at the end of the month. */
  readonly balance: number;
}

export interface Outcome {
  readonly months: readonly Month[];
  /** Money after the purchases, before the first month. */
  readonly opening: number;
  readonly invested: number;
  /** Sum of the results of all months. */
  readonly result: number;
  /** Sold, but not paid for when the last month ends. */
  readonly outstanding: number;
  /** First month from which no month ends with a loss; null within these months. */
  readonly breakEven: number | null;
  /** First month from which results have covered the losses before and what the grant did not pay for; null within these months. */
  readonly payback: number | null;
  /** The lowest balance; month 0 is the opening one. */
  readonly lowest: { readonly month: number; readonly balance: number };
  /** What is missing at the worst moment; zero when money never runs out. */
  readonly needed: number;
  /** A month of full sales in which nobody subsidises wages: whether the cooperative lives on its own. */
  readonly unaided: number;
  /** Units a month that pay for the posts and fixed costs without subsidies; null when a unit brings nothing. */
  readonly unitsNeeded: number | null;
}

export const FACTORS = ['price', 'units', 'wages', 'subsidy'] as const;
export type Factor = (typeof FACTORS)[number];
export const CHANGES = [-20, -10, 10, 20] as const;

export interface Sensitivity {
  readonly factor: Factor;
  /** In per cent. */
  readonly change: number;
  readonly outcome: Outcome;
}

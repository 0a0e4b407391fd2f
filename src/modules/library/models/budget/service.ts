import type { Budget, Factor, Month, Outcome, Sensitivity, StaffLine } from './schema.ts';
import { CHANGES, FACTORS } from './schema.ts';

const DAYS = 30;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Posted once, so rounded once: a share of a post of so many grosze. */
const ofPost = (line: StaffLine, amount: number): number =>
  Math.round((amount * Math.round(line.fte * 100)) / 100);
const wage = (line: StaffLine): number => ofPost(line, line.monthly);
/** Nobody is paid more than the post costs. */
const subsidised = (line: StaffLine): number => ofPost(line, Math.min(line.subsidy, line.monthly));

const unitsIn = ({ first, full, ramp }: Budget, month: number): number =>
  month >= ramp ? full : first + Math.round(((full - first) * (month - 1)) / (ramp - 1));

/** What each month sells, costs and leaves; nothing is known of money yet. */
function resultsOf(budget: Budget): Omit<Month, 'received' | 'balance'>[] {
  const wages = sum(budget.staff.map(wage));
  const fixed = sum(budget.fixed.map(({ amount }) => amount));
  return Array.from({ length: budget.months }, (_, index) => {
    const month = index + 1;
    const units = unitsIn(budget, month);
    const revenue = units * budget.unit.price;
    const variable = units * budget.unit.variable;
    const subsidy = sum(budget.staff.filter((line) => month <= line.subsidy_months).map(subsidised));
    return {
      month,
      units,
      revenue,
      variable,
      wages,
      subsidy,
      fixed,
      result: revenue - variable - wages + subsidy - fixed,
    };
  });
}

/** What customers pay in each month. Sales spread over a month: with 45 days half is paid a month later, half two later. */
function receiptsOf(revenues: readonly number[], delay: number): number[] {
  const later = Math.floor(delay / DAYS);
  const early = DAYS - (delay % DAYS);
  const received = revenues.map(() => 0);
  const post = (month: number, amount: number) => {
    if (month < received.length) received[month] = (received[month] ?? 0) + amount;
  };
  for (const [month, revenue] of revenues.entries()) {
    const first = Math.round((revenue * early) / DAYS);
    post(month + later, first);
    post(month + later + 1, revenue - first);
  }
  return received;
}

/** The first month from which the condition holds to the end. */
function fromWhenOn(months: readonly boolean[]): number | null {
  const last = months.lastIndexOf(false);
  return last === months.length - 1 ? null : last + 2;
}

/** Runs the budget month by month. */
export function calculate(budget: Budget): Outcome {
  const invested = sum(budget.start.map(({ amount }) => amount));
  const opening = budget.grant + budget.own - invested;
  const results = resultsOf(budget);
  const received = receiptsOf(
    results.map(({ revenue }) => revenue),
    budget.delay,
  );
  let balance = opening;
  let earned = 0;
  const toEarn = Math.max(0, invested - budget.grant);
  const paidBack: boolean[] = [];
  const months = results.map((month, index): Month => {
    const cash = received[index] ?? 0;
    balance += cash - month.revenue + month.result;
    earned += month.result;
    paidBack.push(earned >= toEarn);
    return { ...month, received: cash, balance };
  });
  const lowest = months.reduce((low, each) => (each.balance < low.balance ? each : low), {
    month: 0,
    balance: opening,
  });
  const monthly = sum(budget.staff.map(wage)) + sum(budget.fixed.map(({ amount }) => amount));
  const margin = budget.unit.price - budget.unit.variable;
  return {
    months,
    opening,
    invested,
    result: earned,
    outstanding: sum(results.map(({ revenue }) => revenue)) - sum(received),
    breakEven: fromWhenOn(months.map(({ result }) => result >= 0)),
    payback: fromWhenOn(paidBack),
    lowest: { month: lowest.month, balance: lowest.balance },
    needed: Math.max(0, -lowest.balance),
    unaided: budget.full * margin - monthly,
    unitsNeeded: margin > 0 ? Math.ceil(monthly / margin) : null,
  };
}

const changed = (amount: number, percent: number): number => Math.round((amount * (100 + percent)) / 100);

const CHANGE: Readonly<Record<Factor, (budget: Budget, percent: number) => Budget>> = {
  price: (b, p) => ({ ...b, unit: { ...b.unit, price: changed(b.unit.price, p) } }),
  units: (b, p) => ({ ...b, first: changed(b.first, p), full: changed(b.full, p) }),
  wages: (b, p) => ({ ...b, staff: b.staff.map((l) => ({ ...l, monthly: changed(l.monthly, p) })) }),
  subsidy: (b, p) => ({ ...b, staff: b.staff.map((l) => ({ ...l, subsidy: changed(l.subsidy, p) })) }),
};

/** The same budget with one thing by so many per cent other. */
export const vary = (budget: Budget, factor: Factor, percent: number): Budget =>
  CHANGE[factor](budget, percent);

/** What comes of the budget when one assumption is wrong. */
export const sensitivity = (budget: Budget): readonly Sensitivity[] =>
  FACTORS.flatMap((factor) =>
    CHANGES.map((change) => ({ factor, change, outcome: calculate(vary(budget, factor, change)) })),
  );

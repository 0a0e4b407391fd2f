import { allow, type Decision, deny } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState } from '../schema.ts';
import type { EntryState, OrderFacts } from './schema.ts';

/** The rank of whoever has no ground of priority: after all who have one. */
export const NO_GROUND = 100;

const key = (e: OrderFacts): readonly (number | string)[] => [
  e.shiftedRank ?? e.rank,
  e.shiftedFrom ?? e.since,
  e.since,
  e.createdAt.getTime(),
  e.id,
];

/**
 * Who of two stands first, and which stated fact decides it: the rank of the ground, the date that counts, the day of
 * joining, or who was written down first. `cases.queue_order` in the database is the same rule.
 */
export function compare(
  a: OrderFacts,
  b: OrderFacts,
): { order: number; by: 'ground' | 'date' | 'since' | 'written' } {
  const [one, other] = [key(a), key(b)];
  const BY = ['ground', 'date', 'since', 'written', 'written'] as const;
  for (const [i, by] of BY.entries()) {
    const [x = 0, y = 0] = [one[i], other[i]];
    if (x !== y) return { order: x < y ? -1 : 1, by };
  }
  return { order: 0, by: 'written' };
}

export const ordered = <E extends OrderFacts>(entries: readonly E[]): E[] =>
  [...entries].sort((a, b) => compare(a, b).order);

const OPEN: readonly CaseState[] = [
  'referred',
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
];

/** Somebody waits while their case is open. */
export const mayWait = (state: CaseState): Decision => (OPEN.includes(state) ? allow : deny('case_over'));

/** A place is offered to whoever waits and meets every condition; before others only with a reason in words. */
export function mayOffer(
  entry: { readonly state: EntryState; readonly place: number | null },
  allMet: boolean,
  reason: string,
): Decision {
  if (entry.state !== 'waiting') return deny('not_waiting');
  if (!allMet) return deny('not_met');
  return entry.place === 1 || reason !== '' ? allow : deny('somebody_before');
}
export const mayAnswer = (state: EntryState): Decision => (state === 'offered' ? allow : deny('not_offered'));
export const mayRemove = (state: EntryState): Decision =>
  state === 'waiting' || state === 'offered' ? allow : deny('over');

/** A date that may count: not before the case began, not in the future. */
export const dateProblem = (
  on: LocalDate,
  began: LocalDate,
  today: LocalDate,
): 'date.future' | 'date.before' | null => (on > today ? 'date.future' : on < began ? 'date.before' : null);

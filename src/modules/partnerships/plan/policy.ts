import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { mayCoordinate } from '../policy.ts';
import type { Standing } from '../schema.ts';
import type { Cost, Direction, Indicator, PlanState, Share } from './schema.ts';

/** A draft is written by whoever coordinates; what was adopted changes by the next version alone. */
export function mayWrite(actor: Pick<Actor, 'permissions'>, standing: Standing, state: PlanState): Decision {
  return state === 'draft' ? mayCoordinate(actor, standing) : deny('adopted');
}

/** How a task goes is told by the institution that owns it, or by whoever coordinates, until the plan is closed. */
export function mayReport(
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  standing: Standing,
  state: PlanState,
  owner: string,
): Decision {
  if (!standing.member) return deny('notMember');
  if (state !== 'adopted' && state !== 'draft') return deny('closed');
  return actor.institutionId === owner ? allow : mayCoordinate(actor, standing);
}

/** Every member measures, until the plan is closed. */
export const mayMeasure = (standing: Standing, state: PlanState): Decision =>
  !standing.member ? deny('notMember') : state === 'adopted' || state === 'draft' ? allow : deny('closed');

/**
 * What is wrong with the sources of a cost; null when nothing. The same cost is not paid twice: shares come to its
 * amount at most (act of 20 March 2025 on the labour market and employment services, art. 79). The database holds it too.
 */
export function sharesProblem(amount: number, shares: readonly Share[]): 'over' | 'twice' | null {
  const known = new Set(shares.map((s) => `${s.source} ${s.institutionId}`));
  if (known.size < shares.length) return 'twice';
  return shares.reduce((sum, s) => sum + s.amount, 0) > amount ? 'over' : null;
}

/** What each source pays, what all costs come to and what nobody pays yet. */
export function budgetOf(costs: readonly Cost[]) {
  const bySource = new Map<string, number>();
  for (const { shares } of costs)
    for (const s of shares) bySource.set(s.source, (bySource.get(s.source) ?? 0) + s.amount);
  const total = costs.reduce((sum, c) => sum + c.amount, 0);
  return { bySource, total, open: total - [...bySource.values()].reduce((a, b) => a + b, 0) };
}

const MET: Readonly<Record<Direction, (value: number, target: number) => boolean>> = {
  up: (value, target) => value >= target,
  down: (value, target) => value <= target,
  keep: (value, target) => value >= target,
};
/** Whether the target is reached; null while nothing is known. */
export const reached = (
  i: Pick<Indicator, 'direction' | 'target'>,
  value: number | null | undefined,
): boolean | null => (value === null || value === undefined ? null : MET[i.direction](value, i.target));

/** The plan a reader wants first: the one adopted for today, or else the newest. `plans`: newest first. */
export function planOfToday<P extends { state: PlanState; startsOn: LocalDate; endsOn: LocalDate }>(
  plans: readonly P[],
  today: LocalDate,
): P | null {
  const adopted = plans.filter((p) => p.state === 'adopted');
  return adopted.find((p) => p.startsOn <= today && p.endsOn >= today) ?? adopted[0] ?? plans[0] ?? null;
}

import { MOVES, type Side, type Step, type Visit, type VisitState } from './schema.ts';

/** Steps open to whoever speaks for these sides. */
export const stepsOpen = (state: VisitState, speaks: readonly Side[]): Step[] => [
  ...new Set(
    MOVES.filter((move) => move.from === state && move.by.some((side) => speaks.includes(side))).map(
      (move) => move.step,
    ),
  ),
];

/** The state after a step, or null when this side may not take it. */
export const after = (visit: Pick<Visit, 'state' | 'speaks'>, step: Step): VisitState | null =>
  MOVES.find(
    (move) =>
      move.from === visit.state && move.step === step && move.by.some((side) => visit.speaks.includes(side)),
  )?.to ?? null;

/** Whose turn it is; nobody's when it is over. */
export const waitsFor = (state: VisitState): Side | null =>
  state === 'requested' ? 'host' : state === 'proposed' ? 'guest' : null;

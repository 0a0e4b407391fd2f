import { z } from 'zod';
import { day, line, needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const VISIT_STATES = ['requested', 'proposed', 'accepted', 'declined', 'withdrawn', 'held'] as const;
export type VisitState = (typeof VISIT_STATES)[number];
export type Side = 'guest' | 'host';
export const STEPS = ['accept', 'propose', 'decline', 'withdraw', 'hold'] as const;
export type Step = (typeof STEPS)[number];

/** From which state a step leads where, and which side takes it. The database holds the same. */
export const MOVES: readonly {
  readonly from: VisitState;
  readonly step: Step;
  readonly to: VisitState;
  readonly by: readonly Side[];
}[] = [
  { from: 'requested', step: 'accept', to: 'accepted', by: ['host'] },
  { from: 'requested', step: 'propose', to: 'proposed', by: ['host'] },
  { from: 'requested', step: 'decline', to: 'declined', by: ['host'] },
  { from: 'requested', step: 'withdraw', to: 'withdrawn', by: ['guest'] },
  { from: 'proposed', step: 'accept', to: 'accepted', by: ['guest'] },
  { from: 'proposed', step: 'withdraw', to: 'withdrawn', by: ['guest'] },
  { from: 'accepted', step: 'hold', to: 'held', by: ['guest', 'host'] },
  { from: 'accepted', step: 'withdraw', to: 'withdrawn', by: ['guest', 'host'] },
];

/** A peer visit as both sides see it. */
export interface Visit {
  readonly id: string;
  readonly guestId: string;
  readonly guest: string;
  readonly hostId: string;
  readonly host: string;
  readonly topic: string;
  readonly wish: string;
  readonly state: VisitState;
  readonly day: LocalDate | null;
  readonly answer: string;
  readonly guestLearnt: string;
  readonly hostLearnt: string;
  readonly askedAt: Date;
  readonly rowVersion: number;
  /** The sides for which the reader may speak. */
  readonly speaks: readonly Side[];
}

export const visitParams = z.object({ visit: z.uuid() });
export const askBody = z.object({
  guest: z.uuid('choice'),
  topic: z.string().regex(/^[a-z0-9_]+$/, 'choice'),
  wish: needed(3000),
  day,
});
export type AskForm = z.output<typeof askBody>;
export const stepBody = z.object({
  step: z.enum(STEPS, 'choice'),
  day,
  answer: line(3000),
  _version: z.coerce.number().int().optional(),
});
export type StepForm = z.output<typeof stepBody>;
export const learntBody = z.object({
  guestLearnt: line(5000),
  hostLearnt: line(5000),
  _version: z.coerce.number().int().optional(),
});

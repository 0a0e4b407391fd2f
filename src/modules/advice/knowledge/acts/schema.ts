import type { LocalDate } from '#kernel/time.ts';

/** What at a desk rests on an act of law. */
export interface Resting {
  readonly kind: 'article' | 'template' | 'rate';
  /** Null where the reader cannot open it. */
  readonly href: string | null;
  readonly name: string;
  /** The act changed after the day this speaks of. */
  readonly due: boolean;
}
export interface ActAtDesk {
  readonly code: string;
  readonly short: string;
  readonly changedOn: LocalDate | null;
  readonly changedNote: string;
  readonly resting: readonly Resting[];
}

import type { Audience, Question } from '../schema.ts';

export interface Counted {
  readonly value: string;
  readonly label: string;
  readonly n: number;
}
/** What was said to one question. */
export interface Distribution {
  readonly question: Question;
  readonly answers: readonly Counted[];
  readonly total: number;
  /** Of a scale: the mean of 1–5. */
  readonly mean: number | null;
  /** The share (0–1) of 4 and 5 on a scale, or of yes. */
  readonly agree: number | null;
  /** The same in the evaluation before. */
  readonly before: number | null;
}
/** What a text may hold that points at somebody. */
export type Found = 'pesel' | 'phone' | 'email' | 'name';
export interface Shown {
  readonly id: string;
  readonly audience: Audience;
  readonly question: string;
  readonly body: string;
  readonly state: 'waiting' | 'shown';
  readonly found: readonly Found[];
}

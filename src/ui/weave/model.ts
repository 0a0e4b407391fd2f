/** What the weave draws and where: input from the case, geometry for the drawing. No input or output here. */
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '../threads.ts';

export const KNOT_KINDS = [
  'referral',
  'acceptance',
  'diagnosis',
  'signature',
  'session',
  'review',
  'outcome',
  'followup',
  'suspension',
] as const;
export type KnotKind = (typeof KNOT_KINDS)[number];
export type Mark = 'present' | 'excused' | 'absent';

export interface Lane {
  readonly id: string;
  readonly label: string;
  readonly thread: ThreadKey;
  /** 'CIS' | 'KIS' | 'WTZ' | 'ZAZ' where the thread is reintegration. */
  readonly kind?: string;
}
export interface Stay {
  readonly laneId: string;
  readonly from: LocalDate;
  /** null: still there. */
  readonly to: LocalDate | null;
}
export interface Knot {
  readonly at: LocalDate;
  readonly laneId: string;
  readonly kind: KnotKind;
  readonly label: string;
}
export interface Attendance {
  readonly laneId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly marks: readonly Mark[];
  readonly label: string;
}
export interface Due {
  readonly laneId: string;
  readonly at: LocalDate;
  readonly label: string;
}
export interface WeaveInput {
  readonly today: LocalDate;
  readonly lanes: readonly Lane[];
  readonly path: readonly Stay[];
  readonly knots: readonly Knot[];
  readonly attendance?: readonly Attendance[];
  readonly due?: readonly Due[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Label extends Box {
  readonly text: string;
  /** Where the text starts on the base line. */
  readonly textX: number;
  readonly textY: number;
}
export interface LaneShape {
  readonly lane: Lane;
  readonly y: number;
  readonly label: Label;
}
export interface KnotShape {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly thread: ThreadKey;
  readonly kind: KnotKind | 'due';
  /** All events this knot stands for; more than one when they would overlap. */
  readonly events: readonly { at: LocalDate; label: string }[];
}
export interface TickShape extends Box {
  readonly mark: Mark;
  readonly thread: ThreadKey;
}
export interface PathPiece {
  readonly d: string;
  /** The person waits between two institutions. */
  readonly waiting: boolean;
}
export interface WeaveGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly lanes: readonly LaneShape[];
  readonly grid: readonly number[];
  readonly axis: readonly Label[];
  readonly path: readonly PathPiece[];
  readonly knots: readonly KnotShape[];
  readonly ticks: readonly TickShape[];
  readonly labels: readonly Label[];
  readonly today: { readonly x: number; readonly label: Label };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

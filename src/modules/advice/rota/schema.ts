import type { LocalDate } from '#kernel/time.ts';

export const DUTY_KINDS = ['phone', 'visit', 'online'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** An hour in Warsaw, 'HH:MM'. */
export type Hour = string;

export interface Person {
  readonly workerId: string;
  readonly name: string;
}

/** Somebody's hours: every week on a weekday (1 = Monday), or on one day. */
export interface Duty {
  readonly id: string;
  readonly kind: DutyKind;
  readonly person: Person;
  readonly weekday: number | null;
  readonly on: LocalDate | null;
  readonly from: Hour;
  readonly to: Hour;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** One day on which a duty is otherwise: somebody else has it, or nobody. */
export interface Exception {
  readonly dutyId: string;
  readonly on: LocalDate;
  readonly substitute: Person | null;
  readonly note: string;
}

export interface Away {
  readonly workerId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Who acts for them, when that person works at the desk. */
  readonly standIn: Person | null;
}

export interface Shift {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly on: LocalDate;
  readonly from: Hour;
  readonly to: Hour;
  /** Who has it; null when it falls out. */
  readonly person: Person | null;
  /** Whose it would be, where it is somebody else's or nobody's. */
  readonly instead: Person | null;
  readonly why: 'holiday' | 'changed' | 'absent' | null;
  readonly note: string;
}

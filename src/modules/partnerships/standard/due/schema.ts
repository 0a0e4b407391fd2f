import type { LocalDate } from '#kernel/time.ts';

/** Something that waits for the acting worker. */
export interface DueLine {
  readonly href: string;
  readonly what: string;
  readonly until: LocalDate;
  readonly late: boolean;
}

import { z } from 'zod';
import { day, line, ticked } from '#kernel/forms/fields.ts';
import { isLocalDate, type LocalDate } from '#kernel/time.ts';

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

export const hour = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((typed) =>
    /^\d:/.test(typed) ? `0${typed}` : /^\d{1,2}$/.test(typed) ? `${typed.padStart(2, '0')}:00` : typed,
  )
  .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'time');
const localDay = z.string().refine(isLocalDate);

export const rotaQuery = z.object({ desk: z.uuid().optional(), week: localDay.optional() });
export const deskParams = z.object({ desk: z.uuid() });
export const dutyParams = z.object({ desk: z.uuid(), duty: z.uuid() });
export const changeParams = z.object({ desk: z.uuid(), duty: z.uuid(), day: localDay });
export const awayParams = z.object({ desk: z.uuid(), away: z.uuid() });

export const dutyBody = z.object({
  who: z.uuid('choice'),
  kind: z.enum(DUTY_KINDS, 'choice'),
  weekdays: ticked.pipe(z.array(z.enum(['1', '2', '3', '4', '5', '6', '7']))),
  on: day,
  from: hour,
  to: hour,
  since: day,
});
export type DutyForm = z.output<typeof dutyBody>;
export const endBody = z.object({ to: day });
export const changeBody = z.object({ who: z.union([z.uuid(), z.literal('')]).default(''), note: line(200) });
export type ChangeForm = z.output<typeof changeBody>;
export const awayBody = z.object({
  who: z.uuid('choice'),
  from: day,
  to: day,
  standIn: z.union([z.uuid(), z.literal('')]).default(''),
});
export type AwayForm = z.output<typeof awayBody>;
export const emptyBody = z.object({});

/** The hours of a desk in the days to come, and who holds one at this moment. */
export interface Hours {
  readonly shifts: readonly Shift[];
  readonly now: readonly Shift[];
}

import { addDays, formatTime, type LocalDate, warsawDate, weekday } from '#kernel/time.ts';
import { isPublicHoliday } from '#kernel/working-days.ts';
import type { Away, Duty, Exception, Person, Shift } from './schema.ts';

export interface Rota {
  readonly duties: readonly Duty[];
  readonly exceptions: readonly Exception[];
  readonly away: readonly Away[];
}

const falls = (duty: Duty, day: LocalDate): boolean =>
  duty.on === null
    ? duty.weekday === weekday(day) && duty.validFrom <= day && (duty.validTo === null || duty.validTo >= day)
    : duty.on === day;

const absence = (away: readonly Away[], person: Person, day: LocalDate): Away | undefined =>
  away.find((a) => a.workerId === person.workerId && a.from <= day && day <= a.to);

/**
 * Who has a duty on the day. Weekly hours fall out on a public holiday; a change written for the day goes before what the
 * absences say; whoever is absent is replaced by their stand-in, unless that one is absent too.
 */
export function shiftsOn(day: LocalDate, { duties, exceptions, away }: Rota): Shift[] {
  return duties
    .filter((duty) => falls(duty, day))
    .map((duty) => {
      const { id: dutyId, kind, from, to, person: own } = duty;
      const shift = { dutyId, kind, on: day, from, to, note: '' };
      if (duty.on === null && isPublicHoliday(day))
        return { ...shift, person: null, instead: own, why: 'holiday' as const };
      const changed = exceptions.find((e) => e.dutyId === dutyId && e.on === day);
      const meant = changed ? changed.substitute : own;
      const note = changed?.note ?? '';
      if (meant === null) return { ...shift, note, person: null, instead: own, why: 'changed' as const };
      const gone = absence(away, meant, day);
      if (!gone)
        return meant.workerId === own.workerId
          ? { ...shift, note, person: own, instead: null, why: null }
          : { ...shift, note, person: meant, instead: own, why: 'changed' as const };
      const standIn = gone.standIn && !absence(away, gone.standIn, day) ? gone.standIn : null;
      return { ...shift, note, person: standIn, instead: meant, why: 'absent' as const };
    })
    .sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
}

export const shiftsOf = (from: LocalDate, days: number, rota: Rota): Shift[] =>
  Array.from({ length: days }, (_, n) => addDays(from, n)).flatMap((day) => shiftsOn(day, rota));

/** The Monday of the week of a day. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

/** Which of the shifts of the day run at the instant. The hour at which one ends belongs to the next. */
export function runningAt(instant: Date, rota: Rota): Shift[] {
  const hour = formatTime(instant);
  return shiftsOn(warsawDate(instant), rota).filter(
    (shift) => shift.person !== null && shift.from <= hour && hour < shift.to,
  );
}

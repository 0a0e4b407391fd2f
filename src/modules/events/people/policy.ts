import { addDays, daysBetween, startOfDay, warsawDate } from '#kernel/time.ts';
import type { Event } from '../schema.ts';

/**
 * Until when the list of a date may lie on a device at the door: from the day before until the midnight after its end.
 * At any other time it may not (null).
 */
export function keptUntil(
  date: Pick<Event['occurrences'][number], 'startsAt' | 'endsAt'>,
  now: Date,
): Date | null {
  const until = startOfDay(addDays(warsawDate(date.endsAt), 1));
  return daysBetween(warsawDate(now), warsawDate(date.startsAt)) <= 1 && now < until ? until : null;
}

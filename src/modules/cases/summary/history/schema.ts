import { warsawDate } from '#kernel/time.ts';
import type { EventLine } from '../schema.ts';

export interface Day {
  readonly on: string;
  readonly events: readonly EventLine[];
}

/** Events by the day in Warsaw, in the order in which they come. */
export function byDay(events: readonly EventLine[]): Day[] {
  const days = new Map<string, EventLine[]>();
  for (const event of events) {
    const on = warsawDate(event.at);
    days.set(on, [...(days.get(on) ?? []), event]);
  }
  return [...days].map(([on, list]) => ({ on, events: list }));
}

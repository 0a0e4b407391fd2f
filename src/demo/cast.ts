import type { Purpose } from '../kernel/access.ts';
import { type Actor, type Ctx, PUBLIC_ACTOR } from '../kernel/context.ts';
import { newRequestId } from '../kernel/ids.ts';
import { addDays, instantAt, type LocalDate } from '../kernel/time.ts';
import { isWorkingDay, nextWorkingDay } from '../kernel/working-days.ts';
import { actorsOf } from '../modules/organisations/api.ts';
import type { Parts } from '../parts.ts';
import { type DemoCounty, required } from './county.ts';
import type { Chance } from './random.ts';
import { WORKERS } from './workers.ts';

/** The workers of the demonstration, able to act on any day. */
export interface Cast {
  readonly actor: (key: string) => Actor;
  /** One transaction of that worker on that day, as a request of theirs would have been. */
  readonly act: <T>(
    key: string,
    day: LocalDate,
    purpose: Purpose,
    work: (ctx: Ctx) => Promise<T>,
  ) => Promise<T>;
}

export async function assemble(parts: Parts, county: DemoCounty, luck: Chance): Promise<Cast> {
  const actors = new Map<string, Actor>();
  const now = parts.clock();
  const scope = {
    actor: PUBLIC_ACTOR,
    now,
    lang: 'pl' as const,
    requestId: newRequestId(),
    purpose: 'P5' as const,
    path: 'demo',
  };
  await parts.db.transaction(scope, async (ctx) => {
    for (const w of WORKERS) {
      const [actor] = await actorsOf(ctx, required(county.workers, w.key).accountId);
      if (actor) actors.set(w.key, actor);
    }
  });
  const actor = (key: string) => required(actors, key);
  const lastMinute = new Map<LocalDate, number>();
  return {
    actor,
    act: (key, day, purpose, work) => {
      // Steps of one day follow one another: nobody signs before the plan was opened for signature.
      const minute = Math.min((lastMinute.get(day) ?? 8 * 60) + luck.int(1, 4), 17 * 60 + 59);
      lastMinute.set(day, minute);
      const at = instantAt(
        day,
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
      // Nothing of the demonstration lies in the future, whatever the hour it is loaded at.
      const when = at > now ? new Date(now.getTime() - 1_000) : at;
      return parts.db.transaction(
        { ...scope, actor: actor(key), now: when, requestId: newRequestId(), purpose },
        work,
      );
    },
  };
}

/** A working day `n` days later, but never after `limit`. */
export function later(day: LocalDate, n: number, limit: LocalDate): LocalDate {
  const wanted = addDays(day, n);
  const working = isWorkingDay(wanted) ? wanted : nextWorkingDay(wanted);
  return working.localeCompare(limit) > 0 ? limit : working;
}

import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { subjectsOf } from './queries.ts';
import type { Repeat } from './recurrence/schema.ts';
import { repeated } from './recurrence/service.ts';
import { eventsQuery, inLang, type ListedEvent } from './schema.ts';
import { listed, rulesOf } from './service.ts';

export { calendarEntries } from './feeds/service.ts';
export { repeated } from './recurrence/service.ts';
export { newCode } from './registering/schema.ts';
export type { EventsHost, ListedEvent } from './schema.ts';
export { eventsSections } from './service.ts';

/** Events that come next, soonest first; for the home page and for letters. `region`: two or four digits of TERYT. */
export async function upcomingEvents(
  ctx: Ctx,
  wanted: { readonly limit: number; readonly theme?: string; readonly region?: string },
): Promise<readonly ListedEvent[]> {
  const query = eventsQuery.parse({ theme: wanted.theme ?? '', region: wanted.region ?? '' });
  return (await listed(ctx, query)).events.filter((e) => e.state === 'published').slice(0, wanted.limit);
}

/** How long registrations are kept, for the page of privacy. */
export async function registrationsKept(ctx: Ctx) {
  const rules = await rulesOf(ctx);
  return {
    unconfirmedHours: rules.unconfirmed_hours,
    needsDays: rules.needs_days,
    peopleDays: rules.people_days,
  };
}

export interface EventSubject {
  readonly title: string;
  readonly path: string;
  readonly policy: 'after' | 'before';
  /** Whether people without an account may write. */
  readonly guests: boolean;
}

/** An event as the discussion under it knows it; null when it is not there for everybody, or takes no comments. */
export async function eventSubject(ctx: Ctx, id: string): Promise<EventSubject | null> {
  const [row] = await subjectsOf(ctx, [id]);
  if (!row || (row.comments !== 'after' && row.comments !== 'before')) return null;
  const { slug, titlePl, titleEn, comments } = row;
  return {
    title: inLang(ctx.lang, titlePl, titleEn),
    path: `/events/${slug}`,
    policy: comments,
    guests: true,
  };
}

/** The days of a recurrence and its rule, for whoever writes events without a form. Throws on a rule that has none. */
export function datesFor(repeat: Repeat, first: LocalDate): { dates: readonly LocalDate[]; rule: string } {
  const made = repeated(repeat, first);
  if ('problem' in made) throw new Error(`events: ${made.problem}`);
  return made;
}

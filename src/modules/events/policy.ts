import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { Event, Standing } from './schema.ts';

/** Events are organised by whoever may, for the own institution. */
export const mayOrganise = (
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  event: Pick<Event, 'institutionId'>,
): Decision =>
  actor.permissions.has('events.organise') && actor.institutionId === event.institutionId
    ? allow
    : deny('notOrganiser');

type Open = Pick<Event, 'state' | 'registration' | 'closesAt' | 'lastAt' | 'capacity' | 'waiting'>;

/** Whether somebody may still ask for a place: the event stands, takes registrations, and the last day for it has not passed. */
export function mayRegister(event: Open, now: Date, standing: Standing): Decision {
  if (event.state !== 'published' || event.registration === 'none') return deny('notOpen');
  const end = event.closesAt ?? event.lastAt;
  if (!end || end <= now) return deny('closed');
  return event.waiting || free(event, standing) > 0 ? allow : deny('full');
}

/** Places nobody has; none while somebody waits for one. */
export function free(event: Pick<Event, 'capacity'>, { taken, waiting }: Standing): number {
  if (event.capacity === null) return waiting > 0 ? 0 : Number.POSITIVE_INFINITY;
  return waiting > 0 ? 0 : Math.max(0, event.capacity - taken);
}

/** What becomes of a wish for a place: given at once, put in the queue, or left to the organiser. */
export function placeFor(
  event: Pick<Event, 'registration' | 'capacity' | 'waiting'>,
  standing: Standing,
): 'confirmed' | 'waiting' | 'requested' | 'full' {
  if (event.registration === 'approval') return 'requested';
  if (free(event, standing) > 0) return 'confirmed';
  return event.waiting ? 'waiting' : 'full';
}

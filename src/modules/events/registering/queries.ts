import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface NewPlace {
  readonly id: string;
  readonly eventId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly organisation: string;
  readonly lang: string;
  readonly code: string;
}

/** A wish of a private person; see the function for its limits. */
export const ask = (ctx: Ctx, p: NewPlace & { needs: readonly string[]; note: string; source: string }) =>
  ctx.tx.one<{ answer: string | null }>(sql`
    select events.ask(${p.id}, ${p.eventId}, ${p.givenName}, ${p.familyName}, ${p.email}, ${p.organisation}, ${p.lang},
      ${p.code}, ${p.needs}, ${p.note}, ${p.source}) as answer`);

/** Waits until nobody else gives or takes places of the event. */
export const holdPlaces = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select events.hold_places(${eventId})`);

export const book = (ctx: Ctx, p: NewPlace & { state: string }): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.registration (id, event_id, state, institution_id, booked_by, given_name, family_name, email, organisation,
      lang, code, created_at, settled_at)
    values (${p.id}, ${p.eventId}, ${p.state}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${p.givenName},
      ${p.familyName}, ${p.email}, ${p.organisation}, ${p.lang}, ${p.code}, ${ctx.now}, ${ctx.now})`);

export interface RegistrationRow {
  id: string;
  eventId: string;
  state: string;
  institutionId: string | null;
  givenName: string;
  familyName: string;
  email: string;
  organisation: string;
  lang: string;
  code: string;
  walkIn: boolean;
  createdAt: Date;
  rowVersion: number;
}
/** A registration that the actor may see: by its id, or that of whoever holds the link that was presented. */
export const findRegistration = (ctx: Ctx, id: string | null) =>
  ctx.tx.maybe<RegistrationRow>(sql`
    select r.id, r.event_id as "eventId", r.state, r.institution_id as "institutionId", r.given_name as "givenName",
      r.family_name as "familyName", r.email, r.organisation, r.lang, r.code, r.walk_in as "walkIn", r.created_at as "createdAt",
      r.row_version as "rowVersion"
    from events.registration r where r.id = coalesce(${id}::uuid, events.held()) and r.erased_at is null`);

/** The place in the queue, from one on. */
export const placeInQueue = (ctx: Ctx, id: string) =>
  ctx.tx.one<{ place: number | null }>(sql`select events.place_in_queue(${id}) as place`);

export const placedAlready = (ctx: Ctx) =>
  ctx.tx.one<{ already: boolean | null }>(sql`select events.placed_already() as already`);

export const setState = (ctx: Ctx, id: string, state: string, version: number): Promise<number> =>
  ctx.tx.run(sql`
    update events.registration set state = ${state}, settled_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

/** Gives the place to somebody else: the ticket of the first one opens nothing any more. */
export const substitute = (
  ctx: Ctx,
  p: { id: string; version: number; givenName: string; familyName: string; email: string; code: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update events.registration set given_name = ${p.givenName}, family_name = ${p.familyName}, email = ${p.email},
      code = ${p.code}, row_version = row_version + 1
    where id = ${p.id} and row_version = ${p.version}`);

export const findNeeds = (ctx: Ctx, registrationId: string) =>
  ctx.tx.maybe<{ needs: string[]; note: string }>(
    sql`select needs, note from events.need where registration_id = ${registrationId}`,
  );

export const saveNeeds = (ctx: Ctx, id: string, needs: readonly string[], note: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.need (registration_id, needs, note) values (${id}, ${needs}, ${note})
    on conflict (registration_id) do update set needs = excluded.needs, note = excluded.note`);

/** Where to meet online; nothing without a place. */
export const onlineOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.maybe<{ address: string; note: string }>(
    sql`select address, note from events.online where event_id = ${eventId}`,
  );

/** What the acting worker's institution booked, newest events first. */
export const listBooked = (ctx: Ctx) =>
  ctx.tx.many<
    RegistrationRow & {
      slug: string;
      titlePl: string;
      titleEn: string;
      firstAt: Date | null;
      lastAt: Date | null;
      eventState: string;
    }
  >(sql`
    select r.id, r.event_id as "eventId", r.state, r.institution_id as "institutionId", r.given_name as "givenName",
      r.family_name as "familyName", r.email, r.organisation, r.lang, r.code, r.walk_in as "walkIn", r.created_at as "createdAt",
      r.row_version as "rowVersion", e.slug, e.title_pl as "titlePl", e.title_en as "titleEn", e.first_at as "firstAt",
      e.last_at as "lastAt", e.state as "eventState"
    from events.registration r join events.event e on e.id = r.event_id
    where r.institution_id = ${ctx.actor.institutionId} and r.booked_by is not null and r.erased_at is null
      and r.state in ('requested', 'waiting', 'confirmed')
    order by e.last_at desc nulls last, e.id, r.place_in_queue limit 200`);

export const countBooked = (ctx: Ctx, eventId: string) =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from events.registration
    where event_id = ${eventId} and institution_id = ${ctx.actor.institutionId} and state in ('requested', 'waiting', 'confirmed')`);

export const myself = (ctx: Ctx) =>
  ctx.tx.maybe<{ given: string | null; family: string | null; email: string | null }>(sql`
    select given_name as given, family_name as family, email from organisations.api_worker where id = ${ctx.actor.subjectId}`);

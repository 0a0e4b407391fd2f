import type { Ctx } from '#kernel/context.ts';
import { plannedForValues } from '#kernel/db/planning.ts';
import { sql } from '#kernel/db/tx.ts';
import type { EventsQuery, ListedEvent, Occurrence, Session, Standing } from './schema.ts';
import { PAGE_SIZE } from './schema.ts';

/** Events by the word in the address, or by ids; a draft only for its organisers. */
export const findEvents = (ctx: Ctx, slug: string | null, ids: readonly string[]) =>
  ctx.tx.many<{
    id: string;
    slug: string;
    kind: string;
    state: string;
    titlePl: string;
    titleEn: string;
    leadPl: string;
    leadEn: string;
    bodyPl: string;
    bodyEn: string;
    institutionId: string;
    institutionName: string;
    contactRole: string;
    contactEmail: string;
    contactPhone: string;
    mode: string;
    placeName: string;
    street: string;
    locality: string;
    localityId: number | null;
    countyCode: string | null;
    lat: number | null;
    lon: number | null;
    directionsPl: string;
    directionsEn: string;
    access: string[];
    accessNotePl: string;
    accessNoteEn: string;
    rule: string | null;
    registration: string;
    capacity: number | null;
    waiting: boolean;
    mostTogether: number;
    closesAt: Date | null;
    certificate: boolean;
    hours: number | null;
    comments: string;
    resultsPl: string;
    resultsEn: string;
    sequence: number;
    reasonPl: string;
    reasonEn: string;
    firstAt: Date | null;
    lastAt: Date | null;
    updatedAt: Date;
    rowVersion: number;
    themes: string[] | null;
  }>(sql`
    select e.id, e.slug, e.kind, e.state, e.title_pl as "titlePl", e.title_en as "titleEn", e.lead_pl as "leadPl",
      e.lead_en as "leadEn", e.body_pl as "bodyPl", e.body_en as "bodyEn", e.institution_id as "institutionId",
      i.name as "institutionName", e.contact_role as "contactRole", e.contact_email as "contactEmail",
      e.contact_phone as "contactPhone", e.mode, e.place_name as "placeName", e.street, e.locality,
      e.locality_id as "localityId", e.county_code as "countyCode", e.lat, e.lon, e.directions_pl as "directionsPl",
      e.directions_en as "directionsEn", e.access, e.access_note_pl as "accessNotePl", e.access_note_en as "accessNoteEn",
      e.rule, e.registration, e.capacity, e.waiting, e.most_together as "mostTogether", e.closes_at as "closesAt",
      e.certificate, e.hours::float8 as hours, e.comments, e.results_pl as "resultsPl", e.results_en as "resultsEn",
      e.sequence, e.reason_pl as "reasonPl", e.reason_en as "reasonEn", e.first_at as "firstAt", e.last_at as "lastAt",
      e.updated_at as "updatedAt", e.row_version as "rowVersion",
      array(select t.theme from events.event_theme t where t.event_id = e.id order by 1) as themes
    from events.event e join organisations.api_institution i on i.id = e.institution_id
    where e.slug = ${slug}::text or e.id = any(${ids}::uuid[])`);

export const occurrencesOf = (ctx: Ctx, eventIds: readonly string[]) =>
  ctx.tx.many<Occurrence & { eventId: string }>(sql`
    select id, event_id as "eventId", starts_at as "startsAt", ends_at as "endsAt", planned_at as "plannedAt", cancelled,
      note_pl as "notePl", note_en as "noteEn"
    from events.occurrence where event_id = any(${eventIds}::uuid[]) order by starts_at`);

/**
 * Events as a list shows them: by their next date, or, when they are over, by their last one. Only those of the page are
 * looked into. A date lasts a day at most (a rule of the table), so the next one begins after this hour of yesterday.
 */
export const listEvents = (ctx: Ctx, q: EventsQuery & { vector: string | null; from: Date; to: Date }) =>
  plannedForValues(ctx, () =>
    ctx.tx.many<
      Omit<ListedEvent, 'kind' | 'state' | 'mode' | 'registration'> & {
        kind: string;
        state: string;
        mode: string;
        registration: string;
        total: number | null;
      }
    >(sql`
    select e.id, e.slug, e.kind, e.state, e.title_pl as "titlePl", e.title_en as "titleEn", e.lead_pl as "leadPl",
      e.lead_en as "leadEn", e.mode, e.locality, e.county_code as "countyCode", e.registration, e.capacity,
      coalesce((select s.taken from events.standing(e.id) s), 0) as taken, e.closes_at as "closesAt",
      o.starts_at as "startsAt", o.ends_at as "endsAt", o.cancelled,
      coalesce((select count(*)::int from events.occurrence n where n.event_id = e.id and not n.cancelled), 0) as dates,
      p.total
    from (
      select f.id, count(*) over ()::int as total, case when ${q.when} = 'past' then f.last_at
        when f.first_at >= ${ctx.now} then f.first_at
        else (select n.starts_at from events.occurrence n where n.event_id = f.id and n.starts_at > ${ctx.now}::timestamptz - interval '24 hours'
          and n.ends_at >= ${ctx.now} and not n.cancelled order by n.starts_at limit 1) end as key
      from events.event f
      where f.state <> 'draft' and f.last_at >= ${q.from} and f.last_at < ${q.to}
        and (${q.vector}::text is null or f.id in (select a.id from events.answers(${q.vector}::tsquery) a))
        and (${q.theme} = '' or exists (select from events.event_theme t where t.event_id = f.id and t.theme = ${q.theme}))
        and (${q.region} = '' or f.county_code like ${q.region} || '%')
        and (${q.kind} = '' or f.kind = ${q.kind})
        and (${q.how} = '' or (${q.how} = 'online' and f.mode <> 'onsite') or (${q.how} = 'onsite' and f.mode <> 'online'))
      order by case when ${q.when} = 'past' then f.last_at end desc, 3, f.id
      limit ${PAGE_SIZE} offset ${(q.page - 1) * PAGE_SIZE}) p
    join events.event e on e.id = p.id, lateral (
      select n.starts_at, n.ends_at, n.cancelled from events.occurrence n
      where n.event_id = e.id and (${q.when} = 'past' or n.ends_at >= ${ctx.now})
      order by n.cancelled, case when ${q.when} = 'past' then -extract(epoch from n.starts_at) else extract(epoch from n.starts_at) end
      limit 1) o
    order by case when ${q.when} = 'past' then -extract(epoch from o.starts_at) else extract(epoch from o.starts_at) end, e.id`),
  );

/** Every date of a month among the events asked for. */
export const datesBetween = (ctx: Ctx, q: EventsQuery & { vector: string | null; from: Date; to: Date }) =>
  ctx.tx.many<{
    slug: string;
    kind: string;
    titlePl: string;
    titleEn: string;
    startsAt: Date;
    endsAt: Date;
    off: boolean | null;
  }>(sql`
    select e.slug, e.kind, e.title_pl as "titlePl", e.title_en as "titleEn", o.starts_at as "startsAt", o.ends_at as "endsAt",
      o.cancelled or e.state = 'cancelled' as off
    from events.occurrence o join events.event e on e.id = o.event_id
    where o.starts_at >= ${q.from} and o.starts_at < ${q.to} and e.state <> 'draft'
      and (${q.vector}::text is null or e.id in (select a.id from events.answers(${q.vector}::tsquery) a))
      and (${q.theme} = '' or exists (select from events.event_theme t where t.event_id = e.id and t.theme = ${q.theme}))
      and (${q.region} = '' or e.county_code like ${q.region} || '%')
      and (${q.kind} = '' or e.kind = ${q.kind})
      and (${q.how} = '' or (${q.how} = 'online' and e.mode <> 'onsite') or (${q.how} = 'onsite' and e.mode <> 'online'))
    order by o.starts_at limit 400`);

export const sessionsOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<Session>(sql`
    select id, occurrence_id as "occurrenceId", starts_at as "startsAt", ends_at as "endsAt", room, title_pl as "titlePl",
      title_en as "titleEn", about_pl as "aboutPl", about_en as "aboutEn", speakers_pl as "speakersPl", speakers_en as "speakersEn"
    from events.session where event_id = ${eventId} order by starts_at, room, id`);

export const changesOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<{ sequence: number; at: Date; before: unknown; after: unknown }>(sql`
    select sequence, at, before, after from events.change where event_id = ${eventId} order by sequence desc limit 20`);

/** Files the actor may open: public ones, and with a place also those for the registered. */
export const materialsOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<{ id: string; fileId: string; title: string; kind: string; audience: string }>(sql`
    select id, file_id as "fileId", title, kind, audience from events.material
    where event_id = ${eventId} and withdrawn_at is null order by added_at, id`);

export const findMaterial = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{ fileId: string }>(sql`
    select file_id as "fileId" from events.material where id = ${id} and withdrawn_at is null`);

export const standingOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.one<{ taken: number | null; waiting: number | null }>(
    sql`select taken, waiting from events.standing(${eventId})`,
  ) as Promise<Standing>;

export const themes = (ctx: Ctx) =>
  ctx.tx.many<{ code: string | null; namePl: string | null; nameEn: string | null }>(
    sql`select code, name_pl as "namePl", name_en as "nameEn" from library.api_theme order by position`,
  );
export const voivodeships = (ctx: Ctx) =>
  ctx.tx.many<{ code: string | null; name: string | null }>(
    sql`select code, name from territory.api_voivodeship order by name`,
  );

export const rules = (ctx: Ctx) =>
  ctx.tx.many<{ what: string; amount: number }>(sql`select what, amount from events.rule`);

/** For the other modules: what of an event they may say. */
export const subjectsOf = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.many<{ id: string; slug: string; titlePl: string; titleEn: string; comments: string }>(sql`
    select id, slug, title_pl as "titlePl", title_en as "titleEn", comments from events.event
    where id = any(${ids}::uuid[]) and state <> 'draft'`);

/** The transaction shows its link; row-level security then knows whose registration it is. */
export const presentTicket = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select set_config('app.ticket', ${hash}, true)`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Told } from '../schema.ts';
import type { EventForm, SessionForm } from './schema.ts';

/** Events of the acting institution: what comes and drafts first, then what was. */
export const listOwn = (ctx: Ctx) =>
  ctx.tx.many<{
    id: string;
    state: string;
    kind: string;
    titlePl: string;
    titleEn: string;
    firstAt: Date | null;
    lastAt: Date | null;
    capacity: number | null;
    taken: number | null;
    waiting: number | null;
    requested: number | null;
  }>(sql`
    select e.id, e.state, e.kind, e.title_pl as "titlePl", e.title_en as "titleEn", e.first_at as "firstAt", e.last_at as "lastAt",
      e.capacity, n.taken, n.waiting, n.requested
    from events.event e, lateral (select (count(*) filter (where r.state = 'confirmed'))::int as taken,
      (count(*) filter (where r.state = 'waiting'))::int as waiting, (count(*) filter (where r.state = 'requested'))::int as requested
      from events.registration r where r.event_id = e.id) n
    where e.institution_id = ${ctx.actor.institutionId}
    order by coalesce(e.last_at, 'infinity') >= ${ctx.now} desc, abs(extract(epoch from coalesce(e.first_at, ${ctx.now}) - ${ctx.now})), e.id
    limit 200`);

export type Place = { localityId: number | null; lat: number | null; lon: number | null };
/** The locality of this name in the county. */
export const findPlace = (ctx: Ctx, name: string, county: string) =>
  ctx.tx.maybe<{ localityId: number | null; lat: number | null; lon: number | null }>(sql`
    select id as "localityId", lat, lon from territory.api_locality
    where plain = kernel.plain(${name}) and county_code = ${county} order by kind = 'town' desc, id limit 1`);

export const slugsLike = (ctx: Ctx, slug: string) =>
  ctx.tx.many<{ slug: string }>(
    sql`select slug from events.event where slug = ${slug} or slug like ${slug} || '-%'`,
  );

export type Saved = EventForm & Place & { id: string; words: string; closes: Date | null };
export const insertEvent = (ctx: Ctx, e: { id: string; slug: string; form: EventForm }): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.event (id, slug, kind, title_pl, institution_id, mode, registration, created_by, created_at, updated_at)
    values (${e.id}, ${e.slug}, ${e.form.kind}, ${e.form.titlePl}, ${ctx.actor.institutionId}, ${e.form.mode},
      ${e.form.registration}, ${ctx.actor.subjectId}, ${ctx.now}, ${ctx.now})`);

export const updateEvent = (ctx: Ctx, e: Saved): Promise<number> =>
  ctx.tx.run(sql`
    update events.event set kind = ${e.kind}, title_pl = ${e.titlePl}, title_en = ${e.titleEn}, lead_pl = ${e.leadPl},
      lead_en = ${e.leadEn}, body_pl = ${e.bodyPl}, body_en = ${e.bodyEn}, words = ${e.words}::text::tsvector, mode = ${e.mode},
      place_name = ${e.placeName}, street = ${e.street}, locality = ${e.locality}, locality_id = ${e.localityId},
      county_code = ${e.countyCode === '' ? null : e.countyCode}, lat = ${e.lat}, lon = ${e.lon}, directions_pl = ${e.directionsPl},
      directions_en = ${e.directionsEn}, access = ${e.access}, access_note_pl = ${e.accessNotePl},
      access_note_en = ${e.accessNoteEn}, registration = ${e.registration}, capacity = ${e.capacity},
      waiting = ${e.waiting === 'yes'}, most_together = ${e.mostTogether ?? 5}, closes_at = ${e.closes},
      certificate = ${e.certificate === 'yes'}, hours = ${e.hours}, contact_role = ${e.contactRole},
      contact_email = ${e.contactEmail}, contact_phone = ${e.contactPhone}, comments = ${e.comments},
      updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${e.id} and row_version = ${e._version}`);

export const setThemes = async (ctx: Ctx, id: string, themes: readonly string[]): Promise<void> => {
  await ctx.tx.run(sql`delete from events.event_theme where event_id = ${id} and not theme = any(${themes})`);
  await ctx.tx.run(sql`
    insert into events.event_theme (event_id, theme) select ${id}, t.code from library.api_theme t where t.code = any(${themes})
    on conflict do nothing`);
};

/** An address is never deleted by people: one that is gone says so. */
export const setOnline = (ctx: Ctx, id: string, address: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.online (event_id, address, note) values (${id}, ${address}, ${note})
    on conflict (event_id) do update set address = excluded.address, note = excluded.note`);

export const onlineOf = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{ address: string; note: string }>(
    sql`select address, note from events.online where event_id = ${id}`,
  );

export const addDate = (
  ctx: Ctx,
  d: { id: string; eventId: string; from: Date; to: Date; planned: Date | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.occurrence (id, event_id, starts_at, ends_at, planned_at)
    values (${d.id}, ${d.eventId}, ${d.from}, ${d.to}, ${d.planned}) on conflict (event_id, starts_at) do nothing`);

export const moveDate = (
  ctx: Ctx,
  d: { id: string; from: Date; to: Date; planned: Date | null; notePl: string; noteEn: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update events.occurrence set starts_at = ${d.from}, ends_at = ${d.to}, planned_at = ${d.planned}, note_pl = ${d.notePl},
      note_en = ${d.noteEn}, cancelled = false where id = ${d.id}`);

export const shiftSessions = (ctx: Ctx, occurrence: string, seconds: number): Promise<number> =>
  ctx.tx.run(sql`
    update events.session set starts_at = starts_at + make_interval(secs => ${seconds}),
      ends_at = ends_at + make_interval(secs => ${seconds}) where occurrence_id = ${occurrence}`);

export const callOffDate = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update events.occurrence set cancelled = true where id = ${id}`);
export const dropDate = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from events.occurrence where id = ${id}`);
/** From now on the dates stand for themselves. */
export const forgetRule = async (ctx: Ctx, eventId: string): Promise<void> => {
  await ctx.tx.run(sql`update events.occurrence set planned_at = null where event_id = ${eventId}`);
  await ctx.tx.run(sql`update events.event set rule = null where id = ${eventId}`);
};
export const setRule = (ctx: Ctx, eventId: string, rule: string): Promise<number> =>
  ctx.tx.run(sql`update events.event set rule = ${rule} where id = ${eventId}`);

/** Keeps when the first date begins and the last one ends; of a wholly cancelled event those that were planned. */
export const settleDates = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`
    update events.event e set updated_at = ${ctx.now},
      first_at = (select min(o.starts_at) from events.occurrence o where o.event_id = e.id and (not o.cancelled
        or not exists (select from events.occurrence n where n.event_id = e.id and not n.cancelled))),
      last_at = (select max(o.ends_at) from events.occurrence o where o.event_id = e.id and (not o.cancelled
        or not exists (select from events.occurrence n where n.event_id = e.id and not n.cancelled)))
    where e.id = ${eventId}`);

export const addSession = (
  ctx: Ctx,
  s: SessionForm & { id: string; eventId: string; start: Date; end: Date },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.session (id, event_id, occurrence_id, starts_at, ends_at, room, title_pl, title_en, about_pl, about_en,
      speakers_pl, speakers_en)
    values (${s.id}, ${s.eventId}, ${s.occurrence}, ${s.start}, ${s.end}, ${s.room}, ${s.titlePl}, ${s.titleEn}, ${s.aboutPl},
      ${s.aboutEn}, ${s.speakersPl}, ${s.speakersEn})
    on conflict (id) do update set occurrence_id = excluded.occurrence_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      room = excluded.room, title_pl = excluded.title_pl, title_en = excluded.title_en, about_pl = excluded.about_pl,
      about_en = excluded.about_en, speakers_pl = excluded.speakers_pl, speakers_en = excluded.speakers_en`);
export const dropSession = (ctx: Ctx, eventId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from events.session where id = ${id} and event_id = ${eventId}`);

export const addChange = (ctx: Ctx, eventId: string, before: Told, after: Told): Promise<number> =>
  ctx.tx.run(sql`
    with e as (update events.event set sequence = sequence + 1, updated_at = ${ctx.now} where id = ${eventId} returning sequence)
    insert into events.change (event_id, sequence, at, before, after)
    select ${eventId}, e.sequence, ${ctx.now}, ${JSON.stringify(before)}::text::jsonb, ${JSON.stringify(after)}::text::jsonb from e`);

export const publish = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update events.event set state = 'published', published_at = ${ctx.now}, updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id} and state = 'draft'`);
export const callOff = (ctx: Ctx, id: string, reasonPl: string, reasonEn: string): Promise<number> =>
  ctx.tx.run(sql`
    update events.event set state = 'cancelled', reason_pl = ${reasonPl}, reason_en = ${reasonEn}, sequence = sequence + 1,
      updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id} and state = 'published'`);
export const saveResults = (ctx: Ctx, id: string, pl: string, en: string, version: number): Promise<number> =>
  ctx.tx.run(sql`
    update events.event set results_pl = ${pl}, results_en = ${en}, results_at = ${ctx.now}, updated_at = ${ctx.now},
      row_version = row_version + 1 where id = ${id} and row_version = ${version}`);

export const addMaterial = (
  ctx: Ctx,
  m: { id: string; eventId: string; fileId: string; title: string; kind: string; audience: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.material (id, event_id, file_id, title, kind, audience, added_at)
    values (${m.id}, ${m.eventId}, ${m.fileId}, ${m.title}, ${m.kind}, ${m.audience}, ${ctx.now})`);
export const withdrawMaterial = (ctx: Ctx, eventId: string, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update events.material set withdrawn_at = ${ctx.now} where id = ${id} and event_id = ${eventId}`,
  );

export const counties = (ctx: Ctx) =>
  ctx.tx.many<{ code: string | null; name: string | null }>(
    sql`select code, name from territory.api_county order by name, code`,
  );

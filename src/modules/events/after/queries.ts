import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { EvaluationForm } from './schema.ts';

/** How many dates the registration attended. */
export const countAttended = (ctx: Ctx, registrationId: string) =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from events.attendance where registration_id = ${registrationId} and taken_back_at is null`);

export const hasAnswered = (ctx: Ctx, registrationId: string) =>
  ctx.tx.maybe<{ id: string }>(
    sql`select registration_id as id from events.evaluation_given where registration_id = ${registrationId}`,
  );

export const noteAnswered = (ctx: Ctx, registrationId: string): Promise<number> =>
  ctx.tx.run(sql`insert into events.evaluation_given (registration_id) values (${registrationId})`);

/** The id is chance alone, so that neither a time nor an order leads to anybody. */
export const answer = (ctx: Ctx, eventId: string, f: EvaluationForm): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.evaluation (id, event_id, useful, organised, accessible, intend, comment)
    values (gen_random_uuid(), ${eventId}, ${f.useful}, ${f.organised}, ${f.accessible}, ${f.intend}, ${f.comment})`);

export const resultsOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.maybe<{
    answers: number | null;
    useful: number | null;
    organised: number | null;
    accessible: number | null;
    intend: number | null;
    comments: string[] | null;
  }>(sql`
    select answers, useful::float8 as useful, organised::float8 as organised, accessible::float8 as accessible,
      intend::float8 as intend, comments from events.evaluation_of(${eventId})`);

export const findCertificate = (ctx: Ctx, registrationId: string) =>
  ctx.tx.maybe<{ number: string; code: string; issuedOn: string; dates: number; hours: number | null }>(sql`
    select number, code, issued_on as "issuedOn", dates, hours::float8 as hours from events.certificate
    where registration_id = ${registrationId}`);

export const verify = (ctx: Ctx, code: string) =>
  ctx.tx.maybe<{
    number: string | null;
    issuedOn: string | null;
    dates: number | null;
    hours: number | null;
    titlePl: string;
    titleEn: string;
    institutionName: string;
  }>(sql`
    select c.number, c.issued_on as "issuedOn", c.dates, c.hours::float8 as hours, e.title_pl as "titlePl",
      e.title_en as "titleEn", i.name as "institutionName"
    from events.certificate_of(${code}) c join events.event e on e.id = c.event_id
    join organisations.api_institution i on i.id = e.institution_id`);

/** Those who came to enough of the dates and have no certificate yet, in the order of their registration. */
export const entitled = (ctx: Ctx, eventId: string, percent: number) =>
  ctx.tx.many<{ id: string; attended: number | null }>(sql`
    select r.id, count(a.*)::int as attended
    from events.registration r join events.attendance a on a.registration_id = r.id and a.taken_back_at is null
    where r.event_id = ${eventId} and r.state = 'confirmed' and r.erased_at is null
      and not exists (select from events.certificate c where c.registration_id = r.id)
    group by r.id, r.place_in_queue
    having count(a.*) * 100 >= ${percent} * (select count(*) from events.occurrence o where o.event_id = ${eventId} and not o.cancelled)
    order by r.place_in_queue`);

/** Numbers of one event follow each other: first event, then certificate, then year. */
export const issue = (
  ctx: Ctx,
  c: { id: string; eventId: string; attended: number; code: string; year: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.certificate (registration_id, event_id, number, code, issued_on, dates, hours)
    select ${c.id}, e.id, e.number || '/' || (1 + (select count(*) from events.certificate n where n.event_id = e.id)) || '/' || ${c.year}::text,
      ${c.code}, kernel.today(), ${c.attended}, e.hours
    from events.event e where e.id = ${c.eventId}`);

export const holdPlaces = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select events.hold_places(${eventId})`);

export const countCertificates = (ctx: Ctx, eventId: string) =>
  ctx.tx.one<{ n: number | null }>(
    sql`select count(*)::int as n from events.certificate where event_id = ${eventId}`,
  );

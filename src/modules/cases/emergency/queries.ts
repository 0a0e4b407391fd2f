import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const openEmergency = (
  ctx: Ctx,
  e: {
    id: string;
    partnershipId: string;
    identifier: string;
    familyName: string;
    givenName: string;
    birthDate: LocalDate | null;
    reason: string;
    justification: string;
    reviewBy: LocalDate;
  },
) =>
  ctx.tx.maybe<{ id: string | null; case_id: string | null; person_id: string | null }>(sql`
    select id, case_id, person_id from cases.api_open_emergency(${e.id}::uuid, ${e.partnershipId}::uuid, ${e.identifier}, ${e.familyName},
      ${e.givenName}, ${e.birthDate}::date, ${e.reason}, ${e.justification}, ${e.reviewBy}::date)`);

export const endEmergency = (ctx: Ctx, id: string) =>
  ctx.tx.one<{ done: boolean | null }>(sql`select cases.api_end_emergency(${id}::uuid) as done`);

export const reviewEmergency = (ctx: Ctx, id: string, verdict: string, note: string) =>
  ctx.tx.one<{ done: boolean | null }>(
    sql`select cases.api_review_emergency(${id}::uuid, ${verdict}, ${note}) as done`,
  );

export interface EmergencyRow {
  id: string | null;
  case_id: string | null;
  person_id: string | null;
  number: string | null;
  worker_name: string | null;
  institution_name: string | null;
  reason: string | null;
  justification: string | null;
  valid_from: Date | null;
  valid_to: Date | null;
  review_due: string | null;
  reviewed_at: Date | null;
  reviewer_name: string | null;
  verdict: string | null;
  review_note: string | null;
  coordinator_name: string | null;
  lead_name: string | null;
  lead_phone: string | null;
  own: boolean | null;
  coordinates: boolean | null;
  reviews: boolean | null;
}
export const findEmergencies = (ctx: Ctx) =>
  ctx.tx.many<EmergencyRow>(sql`
    select id, case_id, person_id, number, worker_name, institution_name, reason, justification, valid_from, valid_to, review_due,
      reviewed_at, reviewer_name, verdict, review_note, coordinator_name, lead_name, lead_phone, own, coordinates, reviews
    from cases.api_emergencies()`);

export const findWatchers = (ctx: Ctx, id: string) =>
  ctx.tx.many<{ email: string | null }>(sql`select email from cases.api_emergency_watchers(${id}::uuid)`);
export const takeLate = (ctx: Ctx) =>
  ctx.tx.many<{ email: string | null }>(sql`select email from cases.api_late_emergencies()`);

export const findFigures = (ctx: Ctx) =>
  ctx.tx.many<{
    year: number | null;
    opened: number | null;
    justified: number | null;
    unjustified: number | null;
    training: number | null;
    waiting: number | null;
    late: number | null;
  }>(sql`
    select year, opened, justified, unjustified, training, waiting, late from cases.api_emergency_figures()`);

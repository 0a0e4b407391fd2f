import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface PartChange {
  readonly id: string;
  readonly scale: number | null;
  readonly note: string;
  readonly version: number;
}
/** Changes a part of one's own; nothing when the version is older than what stands. */
export const updatePart = (ctx: Ctx, p: PartChange) =>
  ctx.tx.run(sql`
    update cases.diagnosis_part set scale = ${p.scale}, note = ${p.note}, filled_by = ${ctx.actor.subjectId},
      filled_at = ${p.scale === null ? null : ctx.now}, row_version = row_version + 1
    where id = ${p.id} and row_version = ${p.version}`);

export const updateOwnView = (ctx: Ctx, id: string, ownView: string, strengths: string) =>
  ctx.tx.run(sql`
    update cases.diagnosis set own_view = ${ownView}, strengths = ${strengths}, row_version = row_version + 1 where id = ${id}`);

export const updateConclusion = (
  ctx: Ctx,
  id: string,
  conclusion: string,
  meetingOn: LocalDate | null,
  present: string,
) =>
  ctx.tx.run(sql`
    update cases.diagnosis set conclusion = ${conclusion}, meeting_on = ${meetingOn}, present = ${present},
      row_version = row_version + 1 where id = ${id}`);

export const updateWork = (ctx: Ctx, diagnosisId: string, domain: string, body: string, version: number) =>
  ctx.tx.run(sql`
    update cases.functional_conclusion set body = ${body}, row_version = row_version + 1
    where diagnosis_id = ${diagnosisId} and domain = ${domain} and row_version = ${version}`);

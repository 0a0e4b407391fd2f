import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface DiagnosisRow {
  id: string;
  case_id: string;
  number: number;
  state: string;
  own_view: string;
  strengths: string;
  conclusion: string;
  meeting_on: string | null;
  present: string;
  approved_at: Date | null;
  created_at: Date;
  row_version: number;
  content_version: number;
}
/** The diagnosis with the number, or the newest. */
export const findDiagnosis = (ctx: Ctx, caseId: string, number: number | null) =>
  ctx.tx.maybe<DiagnosisRow>(sql`
    select id, case_id, number, state, own_view, strengths, conclusion, meeting_on, present, approved_at, created_at,
      row_version, content_version
    from cases.diagnosis where case_id = ${caseId} and (${number}::int is null or number = ${number}::int)
    order by number desc limit 1`);

/** Which parts there are, without content. */
export const findParts = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{
    id: string | null;
    domain: string | null;
    data_class: string | null;
    institution_id: string | null;
    institution_name: string | null;
    institution_type: string | null;
    required: boolean | null;
    filled: boolean | null;
  }>(sql`
    select id, domain, data_class, institution_id, institution_name, institution_type, required, filled
    from cases.api_parts(${diagnosisId}::uuid)`);

/** Content of the parts whose class is open to the asker. */
export const findContents = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{
    id: string;
    scale: number | null;
    note: string;
    filled_by: string | null;
    filled_at: Date | null;
    row_version: number;
  }>(sql`
    select p.id, p.scale, p.note, w.name as filled_by, p.filled_at, p.row_version
    from cases.diagnosis_part p left join organisations.api_worker w on w.id = p.filled_by
    where p.diagnosis_id = ${diagnosisId}`);

/** The same for a participant, who reads no list of workers. */
export const findOwnContents = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{
    id: string;
    scale: number | null;
    note: string;
    filled_at: Date | null;
    row_version: number;
  }>(sql`
    select id, scale, note, filled_at, row_version from cases.diagnosis_part where diagnosis_id = ${diagnosisId}`);

export const findWork = (ctx: Ctx, diagnosisId: string, domain: string) =>
  ctx.tx.maybe<{ body: string; row_version: number }>(sql`
    select body, row_version from cases.functional_conclusion where diagnosis_id = ${diagnosisId} and domain = ${domain}`);

export const findApprovals = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{
    institution_id: string;
    institution_name: string | null;
    institution_type: string | null;
    worker_id: string;
    at: Date;
    content_version: number;
  }>(sql`
    select a.institution_id, i.short_name as institution_name, i.type as institution_type, a.worker_id, a.at, a.content_version
    from cases.diagnosis_approval a left join organisations.api_institution i on i.id = a.institution_id
    where a.diagnosis_id = ${diagnosisId} order by a.at`);

export const findNames = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(
    sql`select id, name from organisations.api_worker where id = any (${ids}::uuid[])`,
  );

export const findVersions = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ number: number; state: string; approved_at: Date | null; created_at: Date }>(sql`
    select number, state, approved_at, created_at from cases.diagnosis where case_id = ${caseId} order by number desc`);

export const insertDiagnosis = (
  ctx: Ctx,
  d: { id: string; caseId: string; number: number; ownView: string; strengths: string },
) =>
  ctx.tx.run(sql`
    insert into cases.diagnosis (id, case_id, number, own_view, strengths, created_at)
    values (${d.id}, ${d.caseId}, ${d.number}, ${d.ownView}, ${d.strengths}, ${ctx.now})`);

export const openParts = (ctx: Ctx, diagnosisId: string, parts: readonly Record<string, unknown>[]) =>
  ctx.tx
    .one<{ made: number | null }>(
      sql`select cases.api_open_parts(${diagnosisId}::uuid, ${JSON.stringify(parts)}::jsonb) as made`,
    )
    .then((row) => row.made ?? 0);

export const insertWork = (
  ctx: Ctx,
  id: string,
  diagnosisId: string,
  caseId: string,
  domain: string,
  body: string,
) =>
  ctx.tx.run(sql`
    insert into cases.functional_conclusion (id, diagnosis_id, case_id, domain, body)
    values (${id}, ${diagnosisId}, ${caseId}, ${domain}, ${body})`);

export const upsertApproval = (ctx: Ctx, diagnosisId: string, caseId: string, contentVersion: number) =>
  ctx.tx.run(sql`
    insert into cases.diagnosis_approval (diagnosis_id, case_id, institution_id, worker_id, at, content_version)
    values (${diagnosisId}, ${caseId}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${ctx.now}, ${contentVersion})
    on conflict (diagnosis_id, institution_id) do update set worker_id = excluded.worker_id, at = excluded.at,
      content_version = excluded.content_version`);

export const markApproved = (ctx: Ctx, id: string) =>
  ctx.tx.run(sql`
    update cases.diagnosis set state = 'approved', approved_at = ${ctx.now}, row_version = row_version + 1 where id = ${id}`);

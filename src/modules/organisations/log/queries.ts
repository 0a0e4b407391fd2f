import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface LogFilter {
  readonly from: Date;
  readonly until: Date;
  readonly worker: string | null;
  readonly kind: string | null;
  /** Only entries of these cases; null is all. */
  readonly files: readonly string[] | null;
  readonly limit: number;
  readonly offset: number;
}
export interface LogRow {
  id: string | null;
  at: Date | null;
  worker: string | null;
  action: string | null;
  object_type: string | null;
  object_id: string | null;
  classes: string[] | null;
  purpose: string | null;
  request_id: string | null;
}

export const findEntries = (ctx: Ctx, f: LogFilter): Promise<LogRow[]> =>
  ctx.tx.many<LogRow>(sql`
    select l.id, l.at, w.given_name || ' ' || w.family_name as worker, l.action, l.object_type, l.object_id, l.classes, l.purpose, l.request_id
    from organisations.access_log l left join organisations.worker w on w.id = l.worker_id
    where l.institution_id = ${ctx.actor.institutionId} and l.at >= ${f.from} and l.at < ${f.until}
      and (${f.worker}::uuid is null or l.worker_id = ${f.worker})
      and (${f.files}::uuid[] is null or l.file_id = any(${f.files}::uuid[]))
      and (${f.kind}::text is null or ${f.kind} = case when l.action = 'view' then 'view' when l.action ~ '(export|print|download)' then 'export' else 'change' end)
    order by l.at desc, l.id limit ${f.limit} offset ${f.offset}`);

export const countEntries = (ctx: Ctx, f: LogFilter): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from organisations.access_log l
    where l.institution_id = ${ctx.actor.institutionId} and l.at >= ${f.from} and l.at < ${f.until}
      and (${f.worker}::uuid is null or l.worker_id = ${f.worker})
      and (${f.files}::uuid[] is null or l.file_id = any(${f.files}::uuid[]))
      and (${f.kind}::text is null or ${f.kind} = case when l.action = 'view' then 'view' when l.action ~ '(export|print|download)' then 'export' else 'change' end)`);

export const findPeople = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.tx.many<{ id: string; name: string }>(sql`
    select id, given_name || ' ' || family_name as name from organisations.worker
    where institution_id = ${ctx.actor.institutionId} order by family_name collate "pl-x-icu", given_name collate "pl-x-icu"`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ImportRow {
  id: string;
  source: string;
  sourceOn: string;
  isWhole: boolean;
  workerId: string;
  workerName: string | null;
  fileName: string;
  reading: unknown;
  state: string;
  problem: string | null;
  rowsTotal: number | null;
  rowsDone: number;
  result: unknown;
  createdAt: Date;
  finishedAt: Date | null;
  kept: boolean | null;
}

export const insertImport = (
  ctx: Ctx,
  i: {
    id: string;
    source: string;
    sourceOn: string;
    isWhole: boolean;
    fileName: string;
    fileHash: string;
    content: Uint8Array;
    rows: number;
    reading: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.import_file (id, source_code, source_on, is_whole, institution_id, worker_id, file_name, file_hash, content,
      rows_total, reading, created_at)
    values (${i.id}, ${i.source}, ${i.sourceOn}, ${i.isWhole}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${i.fileName},
      ${i.fileHash}, ${Buffer.from(i.content)}, ${i.rows}, ${i.reading}::jsonb, ${ctx.now})`);

export const findImport = (ctx: Ctx, id: string): Promise<ImportRow | null> =>
  ctx.tx.maybe<ImportRow>(sql`
    select f.id, f.source_code as source, f.source_on as "sourceOn", f.is_whole as "isWhole", f.worker_id as "workerId",
      coalesce(w.name, i.short_name) as "workerName", f.file_name as "fileName", f.reading, f.state, f.problem, f.rows_total as "rowsTotal",
      f.rows_done as "rowsDone", f.result, f.created_at as "createdAt", f.finished_at as "finishedAt", f.content is not null as kept
    from directory.import_file f left join organisations.api_worker w on w.id = f.worker_id
      left join organisations.api_institution i on i.id = f.institution_id where f.id = ${id}`);

export const findImports = (ctx: Ctx): Promise<ImportRow[]> =>
  ctx.tx.many<ImportRow>(sql`
    select f.id, f.source_code as source, f.source_on as "sourceOn", f.is_whole as "isWhole", f.worker_id as "workerId",
      coalesce(w.name, i.short_name) as "workerName", f.file_name as "fileName", f.reading, f.state, f.problem, f.rows_total as "rowsTotal",
      f.rows_done as "rowsDone", f.result, f.created_at as "createdAt", f.finished_at as "finishedAt", f.content is not null as kept
    from directory.import_file f left join organisations.api_worker w on w.id = f.worker_id
      left join organisations.api_institution i on i.id = f.institution_id
    order by f.created_at desc, f.id limit 100`);

export const findContent = (ctx: Ctx, id: string): Promise<{ content: Buffer | null } | null> =>
  ctx.tx.maybe<{ content: Buffer | null }>(sql`select content from directory.import_file where id = ${id}`);

export const setReading = (ctx: Ctx, id: string, reading: string, rows: number): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_file set reading = ${reading}::jsonb, rows_total = ${rows}
    where id = ${id} and state in ('uploaded', 'failed')`);

/** Puts the file in the queue; nothing happens when somebody already did. */
export const queueImport = (ctx: Ctx, id: string, rows: number): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_file set state = 'queued', problem = null, rows_total = ${rows}, rows_done = 0, finished_at = null
    where id = ${id} and state in ('uploaded', 'failed') and content is not null`);

export const startImport = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_file set state = 'running', started_at = ${ctx.now}, rows_done = 0
    where id = ${id} and state in ('queued', 'running')`);

export const noteProgress = (ctx: Ctx, id: string, done: number): Promise<number> =>
  ctx.tx.run(
    sql`update directory.import_file set rows_done = ${done} where id = ${id} and state = 'running'`,
  );

export const finishImport = (ctx: Ctx, id: string, result: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_file set state = 'done', problem = null, rows_done = coalesce(rows_total, 0), result = ${result}::jsonb,
      finished_at = ${ctx.now}
    where id = ${id} and state in ('queued', 'running')`);

export const failImport = (ctx: Ctx, id: string, problem: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_file set state = 'failed', problem = ${problem}, finished_at = ${ctx.now}
    where id = ${id} and state in ('queued', 'running')`);

/** One import of a source at a time; ends with the transaction. */
export const takeTurn = (ctx: Ctx): Promise<{ mine: boolean | null }> =>
  ctx.tx.one<{ mine: boolean | null }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('directory.import', 0)) as mine`,
  );

/** Takes away the files whose time has passed; what came of them stays. */
export const dropOld = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(
    sql`update directory.import_file set content = null where created_at < ${before} and state in ('done', 'failed', 'uploaded')`,
  );

export const findSources = (ctx: Ctx): Promise<{ code: string; namePl: string; nameEn: string }[]> =>
  ctx.tx.many<{ code: string; namePl: string; nameEn: string }>(sql`
    select code, name_pl as "namePl", name_en as "nameEn" from directory.source`);

/** Editors with an account, for the command line. */
export const findEditors = (
  ctx: Ctx,
): Promise<{ accountId: string | null; workerId: string; email: string | null }[]> =>
  ctx.tx.many<{ accountId: string | null; workerId: string; email: string | null }>(sql`
    select w.account_id as "accountId", w.id as "workerId", w.email
    from organisations.api_worker w join organisations.api_function f on f.worker_id = w.id and f.function = 'editor'
    where w.account_id is not null and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())
    order by w.email`);

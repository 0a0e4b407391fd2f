import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ImportRow {
  id: string;
  lang: string;
  workerName: string | null;
  fileName: string;
  reading: unknown;
  state: string;
  problem: string | null;
  rowsTotal: number | null;
  rowsDone: number;
  result: unknown;
  createdAt: Date;
  kept: boolean | null;
}
/** One file, or all, newest first. */
export const findImports = (ctx: Ctx, id: string | null): Promise<ImportRow[]> =>
  ctx.tx.many<ImportRow>(sql`
    select f.id, f.lang, w.name as "workerName", f.file_name as "fileName", f.reading, f.state, f.problem, f.rows_total as "rowsTotal",
      f.rows_done as "rowsDone", f.result, f.created_at as "createdAt", f.content is not null as kept
    from library.result_import f left join organisations.api_worker w on w.id = f.worker_id
    where (${id}::uuid is null or f.id = ${id}::uuid) order by f.created_at desc, f.id limit 100`);

export const findContent = (ctx: Ctx, id: string): Promise<{ content: Buffer | null } | null> =>
  ctx.tx.maybe<{ content: Buffer | null }>(sql`select content from library.result_import where id = ${id}`);

export const insertImport = (
  ctx: Ctx,
  i: { id: string; lang: string; fileName: string; fileHash: string; content: Uint8Array; rows: number },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.result_import (id, institution_id, worker_id, lang, file_name, file_hash, content, rows_total, created_at)
    values (${i.id}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${i.lang}, ${i.fileName}, ${i.fileHash}, ${Buffer.from(i.content)},
      ${i.rows}, ${ctx.now})`);

export const setReading = (ctx: Ctx, id: string, reading: string, rows: number): Promise<number> =>
  ctx.tx.run(sql`
    update library.result_import set reading = ${reading}::jsonb, rows_total = ${rows} where id = ${id} and state in ('uploaded', 'failed')`);
export const findColumns = (ctx: Ctx, hash: string): Promise<{ reading: unknown } | null> =>
  ctx.tx.maybe<{ reading: unknown }>(
    sql`select reading from library.result_columns where headers_hash = ${hash}`,
  );
export const saveColumns = (ctx: Ctx, hash: string, reading: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.result_columns (headers_hash, reading, updated_at) values (${hash}, ${reading}::jsonb, ${ctx.now})
    on conflict (headers_hash) do update set reading = excluded.reading, updated_at = excluded.updated_at`);

/** Puts the file in the queue; nothing happens when somebody already did. */
export const queueImport = (ctx: Ctx, id: string, rows: number): Promise<number> =>
  ctx.tx.run(sql`
    update library.result_import set state = 'queued', problem = null, rows_total = ${rows}, rows_done = 0, finished_at = null
    where id = ${id} and state in ('uploaded', 'failed') and content is not null`);
export const startImport = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.result_import set state = 'running', started_at = ${ctx.now}, rows_done = 0 where id = ${id} and state in ('queued', 'running')`);
export const noteProgress = (ctx: Ctx, id: string, done: number): Promise<number> =>
  ctx.tx.run(
    sql`update library.result_import set rows_done = ${done} where id = ${id} and state = 'running'`,
  );
export const finishImport = (ctx: Ctx, id: string, result: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.result_import set state = 'done', problem = null, rows_done = coalesce(rows_total, 0), result = ${result}::jsonb,
      finished_at = ${ctx.now} where id = ${id} and state in ('queued', 'running')`);
export const failImport = (ctx: Ctx, id: string, problem: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.result_import set state = 'failed', problem = ${problem}, finished_at = ${ctx.now}
    where id = ${id} and state in ('queued', 'running')`);
/** One import at a time; ends with the transaction. */
export const takeTurn = (ctx: Ctx): Promise<{ mine: boolean | null }> =>
  ctx.tx.one<{ mine: boolean | null }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('library.result_import', 0)) as mine`,
  );
/** Takes away the files whose time has passed; what came of them stays. */
export const dropOld = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(
    sql`update library.result_import set content = null where created_at < ${before} and state in ('done', 'failed', 'uploaded')`,
  );

export interface KnownRow {
  documentId: string;
  state: string;
  title: string;
  lead: string;
  body: string;
  facts: unknown;
  authors: string[];
}
/** Every result in a language as it was written last. */
export const findKnown = (ctx: Ctx, lang: string): Promise<KnownRow[]> =>
  ctx.tx.many<KnownRow>(sql`
    select distinct on (v.document_id) v.document_id as "documentId", v.state, v.title, v.lead, v.body, v.facts, v.authors
    from library.version v join library.document d on d.id = v.document_id
    where d.kind = 'result' and v.lang = ${lang} order by v.document_id, v.number desc`);

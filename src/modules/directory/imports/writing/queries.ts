import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Which rows became which records; rows as JSON objects {key, entity}. */
export const saveSeen = (
  ctx: Ctx,
  importId: string,
  source: string,
  day: string,
  rows: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.import_seen (source_code, row_key, entity_id, import_id, seen_on)
    select ${source}, r.key, r.entity, ${importId}, ${day}::date
    from jsonb_to_recordset(${rows}::jsonb) as r (key text, entity uuid)
    on conflict (source_code, row_key) do update set entity_id = excluded.entity_id, import_id = excluded.import_id,
      seen_on = greatest(import_seen.seen_on, excluded.seen_on), vanished_on = null`);

export const markVanished = (
  ctx: Ctx,
  source: string,
  keys: readonly string[],
  day: string,
): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_seen set vanished_on = ${day}::date where source_code = ${source} and row_key = any(${keys}::text[])`);

/** Differences to look at; an open question is not asked twice, and one answered "keep ours" not again for the same text. */
export const addDifferences = (ctx: Ctx, importId: string, source: string, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.import_check (id, entity_id, source_code, import_id, kind, field, theirs, ours, created_at)
    select r.id, r.entity, ${source}, ${importId}, 'differs', r.field, r.theirs, r.ours, ${ctx.now}
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, entity uuid, field text, theirs text, ours text)
    where not exists (select from directory.import_check c where c.entity_id = r.entity and c.source_code = ${source}
      and c.kind = 'differs' and c.field = r.field and c.theirs = r.theirs and c.outcome = 'kept')
    on conflict do nothing`);

/** Which of these records some source no longer names. */
export const findMissing = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select entity_id as id from directory.import_seen where vanished_on is not null and entity_id = any(${ids}::uuid[])`);

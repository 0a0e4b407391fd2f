import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface CheckRow {
  id: string;
  entityId: string;
  name: string;
  source: string;
  field: string | null;
  theirs: string | null;
  ours: string | null;
  createdAt: Date;
}
export const findOpen = (ctx: Ctx): Promise<CheckRow[]> =>
  ctx.tx.many<CheckRow>(sql`
    select c.id, c.entity_id as "entityId", e.name, c.source_code as source, c.field, c.theirs, c.ours, c.created_at as "createdAt"
    from directory.import_check c join directory.entity e on e.id = c.entity_id
    where c.settled_at is null and c.kind = 'differs' order by c.created_at, e.name, c.id limit 200`);

export const countOpen = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(
    sql`select count(*)::int as n from directory.import_check where settled_at is null and kind = 'differs'`,
  );

export const findCheck = (ctx: Ctx, id: string): Promise<CheckRow | null> =>
  ctx.tx.maybe<CheckRow>(sql`
    select c.id, c.entity_id as "entityId", e.name, c.source_code as source, c.field, c.theirs, c.ours, c.created_at as "createdAt"
    from directory.import_check c join directory.entity e on e.id = c.entity_id
    where c.id = ${id} and c.settled_at is null and c.kind = 'differs' for update of c`);

export const settle = (ctx: Ctx, id: string, outcome: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.import_check set settled_at = ${ctx.now}, settled_by = ${ctx.actor.subjectId}, outcome = ${outcome}
    where id = ${id} and settled_at is null`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const countEvents = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`select count(*)::int as n from events.api_event`);
export const findEvents = (
  ctx: Ctx,
  limit: number,
  offset: number,
): Promise<{ slug: string | null; updatedAt: Date | null }[]> =>
  ctx.tx.many<{ slug: string | null; updatedAt: Date | null }>(
    sql`select slug, updated_at as "updatedAt" from events.api_event order by id limit ${limit} offset ${offset}`,
  );

export const countEntities = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`select count(*)::int as n from directory.api_entity`);
export const findEntities = (ctx: Ctx, limit: number, offset: number): Promise<{ id: string | null }[]> =>
  ctx.tx.many<{ id: string | null }>(
    sql`select id from directory.api_entity order by id limit ${limit} offset ${offset}`,
  );

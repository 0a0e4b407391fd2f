import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface UnitRow {
  id: string;
  type: string;
  name: string;
  state: string;
}
export const findUnits = (ctx: Ctx, parentId: string): Promise<UnitRow[]> =>
  ctx.tx.many<UnitRow>(sql`
    select id, type, name, state from directory.entity where parent_id = ${parentId} order by name, id`);

export const findSource = (ctx: Ctx, code: string): Promise<{ namePl: string; nameEn: string } | null> =>
  ctx.tx.maybe<{ namePl: string; nameEn: string }>(sql`
    select name_pl as "namePl", name_en as "nameEn" from directory.source where code = ${code}`);

/** How soon it answers enquiries; nothing below the number of answers that points at nobody. */
export const findAnswerFigures = (
  ctx: Ctx,
  id: string,
): Promise<{ answers: number | null; hours: number | null } | null> =>
  ctx.tx.maybe<{ answers: number | null; hours: number | null }>(
    sql`select answers, hours from directory.enquiry_figures(${id})`,
  );

export interface ChangeRow {
  id: string;
  at: Date;
  by: string;
  namePl: string | null;
  nameEn: string | null;
  fields: unknown;
  total: number | null;
}
export const findChanges = (
  ctx: Ctx,
  entityId: string,
  limit: number,
  offset: number,
): Promise<ChangeRow[]> =>
  ctx.tx.many<ChangeRow>(sql`
    select c.id, c.at, c.by_kind as by, s.name_pl as "namePl", s.name_en as "nameEn", c.fields,
      count(*) over ()::int as total
    from directory.change c left join directory.source s on s.code = c.source_code
    where c.entity_id = ${entityId} order by c.at desc, c.id desc limit ${limit} offset ${offset}`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const countShown = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(
    sql`select count(*)::int as n from library.document where published_at <= kernel.instant()`,
  );

/** What readers find, in an order that stays. */
export const findAddresses = (
  ctx: Ctx,
  limit: number,
  offset: number,
): Promise<{ kind: string; slug: string; parentSlug: string | null; updatedAt: Date | null }[]> =>
  ctx.tx.many<{ kind: string; slug: string; parentSlug: string | null; updatedAt: Date | null }>(sql`
    select d.kind, d.slug, p.slug as "parentSlug",
      (select max(lower(v.shown)) from library.version v where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()) as "updatedAt"
    from library.document d left join library.document p on p.id = d.parent_id
    where d.published_at <= kernel.instant() order by d.id limit ${limit} offset ${offset}`);

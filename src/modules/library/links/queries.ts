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

/** One silence is no news; the second is. */
export const countBroken = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from library.link_use u join library.link l on l.id = u.link_id
    where l.outcome in ('gone', 'moved', 'closed') or (l.outcome = 'silent' and l.failures > 1)`);

export interface BrokenRow {
  id: string;
  documentId: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  lang: string;
  title: string;
  authorName: string | null;
  updatedAt: Date;
  url: string;
  outcome: string | null;
  status: number | null;
  movedTo: string | null;
  checkedAt: Date | null;
}
/** Where a link stands that no longer leads where it should. */
export const findBroken = (ctx: Ctx, limit: number): Promise<BrokenRow[]> =>
  ctx.tx.many<BrokenRow>(sql`
    select v.id, d.id as "documentId", d.kind, d.slug, p.slug as "parentSlug", v.lang, v.title, w.name as "authorName", v.updated_at as "updatedAt",
      l.url, l.outcome, l.status, l.moved_to as "movedTo", l.checked_at as "checkedAt"
    from library.link l join library.link_use u on u.link_id = l.id join library.document d on d.id = u.document_id
    left join library.document p on p.id = d.parent_id
    join library.version v on v.document_id = d.id and v.lang = u.lang and v.state = 'published' and v.shown @> kernel.instant()
    left join organisations.api_worker w on w.id = v.author_id
    where l.outcome in ('gone', 'moved', 'closed') or (l.outcome = 'silent' and l.failures > 1)
    order by (l.outcome = 'moved'), l.url, v.title limit ${limit}`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Harvest } from './schema.ts';

export interface HeaderRow {
  id: string;
  /** To the microsecond, in UTC. */
  at: string | null;
  kind: string | null;
  gone: boolean | null;
  themes: string[] | null;
}

/**
 * What changed last and when, oldest first: a new version, or a version withdrawn. After the place given, when one is.
 * The newest versions are read along their index and no further than asked, however large the library is; what was
 * withdrawn is little.
 */
export const findHeaders = (
  ctx: Ctx,
  kinds: readonly string[],
  h: Harvest,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<HeaderRow[]> =>
  ctx.tx.many<HeaderRow>(sql`
    with gone as materialized (select document_id, kind, at from library.api_withdrawn()),
    fresh as (
      select v.document_id as id, lower(v.shown) as at, d.kind from library.version v
      join library.document d on d.id = v.document_id and d.published_at <= kernel.instant()
      where v.state = 'published' and lower(v.shown) <= kernel.instant()
        and lower(v.shown) >= greatest(coalesce(${h.from}::timestamptz, '-infinity'), coalesce(${after?.at ?? null}::timestamptz, '-infinity'))
        and lower(v.shown) < coalesce(${h.until}::timestamptz, 'infinity')
        and (${after?.at ?? null}::timestamptz is null or lower(v.shown) > ${after?.at ?? null}::timestamptz or v.document_id < ${after?.id ?? null}::uuid)
        and d.kind = any(${kinds}::text[]) and (${h.kind}::text is null or d.kind = ${h.kind}::text)
        and (${h.theme}::text is null or exists (select from library.document_theme t where t.document_id = d.id and t.theme = ${h.theme}::text))
        and not exists (select from library.version w where w.document_id = v.document_id and w.state = 'published'
          and lower(w.shown) <= kernel.instant() and (lower(w.shown), w.id) > (lower(v.shown), v.id))
        and not exists (select from gone g where g.document_id = v.document_id and g.at >= lower(v.shown))
      order by lower(v.shown), v.document_id desc limit ${limit}),
    changed as (
      select id, at, kind from fresh
      union all
      select g.document_id, g.at, g.kind from gone g
      where g.kind = any(${kinds}::text[]) and (${h.kind}::text is null or g.kind = ${h.kind}::text)
        and g.at >= coalesce(${h.from}::timestamptz, '-infinity') and g.at < coalesce(${h.until}::timestamptz, 'infinity')
        and (${after?.at ?? null}::timestamptz is null or g.at > ${after?.at ?? null}::timestamptz
          or (g.at = ${after?.at ?? null}::timestamptz and g.document_id < ${after?.id ?? null}::uuid))
        and (${h.theme}::text is null or exists (select from library.document_theme t where t.document_id = g.document_id and t.theme = ${h.theme}::text))
        and not exists (select from library.version w where w.document_id = g.document_id and w.state = 'published'
          and lower(w.shown) <= kernel.instant() and lower(w.shown) > g.at))
    select c.id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, c.kind,
      not exists (select from library.document d where d.id = c.id and d.published_at <= kernel.instant()) as gone,
      (select array_agg(t.theme order by t.theme) from library.document_theme t where t.document_id = c.id) as themes
    from changed c order by c.at, c.id desc limit ${limit}`);

/** The header of one document, gone or not. */
export const findHeader = (ctx: Ctx, kinds: readonly string[], id: string): Promise<HeaderRow | null> =>
  ctx.tx.maybe<HeaderRow>(sql`
    select c.id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, coalesce(d.kind, c.kind) as kind, d.id is null as gone,
      (select array_agg(t.theme order by t.theme) from library.document_theme t where t.document_id = c.id) as themes
    from (select e.id, max(e.at) as at, max(e.kind) as kind from (
        select v.document_id as id, lower(v.shown) as at, null as kind from library.version v
          where v.document_id = ${id} and v.state = 'published' and lower(v.shown) <= kernel.instant()
        union all
        select w.document_id, w.at, w.kind from library.api_withdrawn() w where w.document_id = ${id}) e
      group by e.id) c
    left join library.document d on d.id = c.id and d.published_at <= kernel.instant()
    where coalesce(d.kind, c.kind) = any(${kinds}::text[])`);

export interface RecordRow {
  id: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  parentKind: string | null;
  tags: string[];
  publishedAt: Date | null;
  lang: string;
  title: string;
  lead: string;
  facts: unknown;
}

/** The documents as they are shown now: a row for each language. */
export const findRecords = (ctx: Ctx, ids: readonly string[]): Promise<RecordRow[]> =>
  ctx.tx.many<RecordRow>(sql`
    select d.id, d.kind, d.slug, p.slug as "parentSlug", p.kind as "parentKind", d.tags, d.published_at as "publishedAt", v.lang, v.title, v.lead, v.facts
    from library.document d join library.version v on v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
    left join library.document p on p.id = d.parent_id
    where d.id = any(${ids}::uuid[]) order by d.id, (v.lang = 'pl') desc, v.lang`);

export const findEarliest = (ctx: Ctx): Promise<{ at: string | null }> =>
  ctx.tx.one<{ at: string | null }>(sql`
    select to_char(min(lower(shown)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from library.version
    where state = 'published' and lower(shown) <= kernel.instant()`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Shown versions after this one, some of them. */
export const findTexts = (
  ctx: Ctx,
  after: string,
  limit: number,
): Promise<{ id: string; documentId: string; lang: string; body: string }[]> =>
  ctx.tx.many<{ id: string; documentId: string; lang: string; body: string }>(sql`
    select id, document_id as "documentId", lang, body from library.version
    where state = 'published' and shown @> kernel.instant() and id > ${after} order by id limit ${limit}`);

/** Remembers links, those known already too, and where they stand. */
export const keepLinks = (
  ctx: Ctx,
  links: readonly { readonly id: string; readonly url: string; readonly host: string }[],
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.link (id, url, host)
    select l.id, l.url, l.host from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(id uuid, url text, host text)
    on conflict (url) do nothing`);
export const keepUses = (
  ctx: Ctx,
  uses: readonly { readonly url: string; readonly documentId: string; readonly lang: string }[],
  seenAt: Date,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.link_use (link_id, document_id, lang, seen_at)
    select l.id, u."documentId", u.lang, ${seenAt} from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u(url text, "documentId" uuid, lang text)
    join library.link l on l.url = u.url
    on conflict (link_id, document_id, lang) do update set seen_at = excluded.seen_at`);

export const dropUses = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(sql`delete from library.link_use where seen_at < ${before}`);
export const dropLinks = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(
    sql`delete from library.link l where not exists (select from library.link_use u where u.link_id = l.id)`,
  );

/** Links to others, those not asked for longest first; `turn` is which of its server it is, from 0. */
export const findOthers = (ctx: Ctx, limit: number): Promise<{ id: string; turn: number | null }[]> =>
  ctx.tx.many<{ id: string; turn: number | null }>(sql`
    select id, (row_number() over (partition by host order by checked_at nulls first, id) - 1)::int as turn
    from library.link where host <> '' order by checked_at nulls first, id limit ${limit}`);

export const findOwn = (ctx: Ctx, after: string, limit: number): Promise<{ id: string; url: string }[]> =>
  ctx.tx.many<{ id: string; url: string }>(
    sql`select id, url from library.link where host = '' and id > ${after} order by id limit ${limit}`,
  );
export const findUrl = (ctx: Ctx, id: string): Promise<{ url: string } | null> =>
  ctx.tx.maybe<{ url: string }>(sql`select url from library.link where id = ${id}`);

export const note = (
  ctx: Ctx,
  id: string,
  answer: { readonly outcome: string; readonly status: number | null; readonly movedTo: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    update library.link set outcome = ${answer.outcome}, status = ${answer.status}, moved_to = ${answer.movedTo}, checked_at = kernel.instant(),
      failures = case when ${answer.outcome} in ('well', 'moved') then 0 else failures + 1 end
    where id = ${id}`);

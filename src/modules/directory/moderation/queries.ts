import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface QueueQueryRow {
  id: string;
  kind: string;
  cause: string;
  name: string;
  locality: string | null;
  institution: string | null;
  state: string;
  openedAt: Date;
  closedAt: Date | null;
  total: number | null;
}
/** What waits, the oldest first; or what was decided, the newest first. */
export const findQueue = (
  ctx: Ctx,
  q: { kind: string | null; closed: boolean; limit: number; offset: number },
): Promise<QueueQueryRow[]> =>
  ctx.tx.many<QueueQueryRow>(sql`
    select m.id, m.kind, m.cause, e.name, l.locality, i.short_name as institution, m.state, m.opened_at as "openedAt",
      m.closed_at as "closedAt", count(*) over ()::int as total
    from directory.matter m join directory.entity e on e.id = m.entity_id
      left join directory.listing l on l.entity_id = e.id left join organisations.api_institution i on i.id = m.institution_id
    where (m.state <> 'open') = ${q.closed} and (${q.kind}::text is null or m.kind = ${q.kind})
    order by m.closed_at desc, m.opened_at, m.id limit ${q.limit} offset ${q.offset}`);

export const countOpen = (ctx: Ctx): Promise<{ kind: string; count: number | null }[]> =>
  ctx.tx.many<{ kind: string; count: number | null }>(sql`
    select kind, count(*)::int as count from directory.matter where state = 'open' group by kind`);

/** Waits for the row when somebody else decides at this moment. */
export const lockMatter = (ctx: Ctx, id: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from directory.matter where id = ${id} for update`);

export interface MatterRow {
  id: string;
  entityId: string;
  kind: string;
  cause: string;
  byKind: string;
  note: string;
  proposed: unknown;
  otherId: string | null;
  otherName: string | null;
  institutionId: string | null;
  institution: string | null;
  worker: string | null;
  fileId: string | null;
  state: string;
  openedAt: Date;
  closedAt: Date | null;
  closedCode: string | null;
  closedNote: string;
  rowVersion: number;
  email: string | null;
  keeper: string | null;
}
export const findMatter = (ctx: Ctx, id: string): Promise<MatterRow | null> =>
  ctx.tx.maybe<MatterRow>(sql`
    select m.id, m.entity_id as "entityId", m.kind, m.cause, m.by_kind as "byKind", m.note, m.proposed,
      m.other_id as "otherId", o.name as "otherName", m.institution_id as "institutionId", i.name as institution,
      w.name as worker, m.file_id as "fileId", m.state, m.opened_at as "openedAt", m.closed_at as "closedAt",
      m.closed_code as "closedCode", m.closed_note as "closedNote", m.row_version as "rowVersion", c.email,
      k.short_name as keeper
    from directory.matter m join directory.entity e on e.id = m.entity_id
      left join directory.entity o on o.id = m.other_id
      left join organisations.api_institution i on i.id = m.institution_id
      left join organisations.api_institution k on k.id = e.institution_id
      left join organisations.api_worker w on w.id = m.worker_id
      left join directory.matter_contact c on c.matter_id = m.id
    where m.id = ${id}`);

export const findCompeting = (ctx: Ctx, id: string): Promise<{ id: string; institution: string | null }[]> =>
  ctx.tx.many<{ id: string; institution: string | null }>(sql`
    select o.id, i.name as institution
    from directory.matter m join directory.matter o on o.entity_id = m.entity_id and o.id <> m.id
      join organisations.api_institution i on i.id = o.institution_id
    where m.id = ${id} and m.kind = 'claim' and o.kind = 'claim' and o.state = 'open' order by o.opened_at`);

export const closeMatter = (
  ctx: Ctx,
  id: string,
  state: string,
  code: string | null,
  note: string,
): Promise<number> =>
  ctx.tx.run(sql`
    update directory.matter set state = ${state}, closed_at = ${ctx.now}, closed_code = ${code}, closed_note = ${note},
      row_version = row_version + 1
    where id = ${id} and state = 'open'`);

/** Nothing happens when the record is marked for the same cause, or the pair was looked at once. */
export const insertCheck = (
  ctx: Ctx,
  c: { id: string; entityId: string; cause: string; by: string; note: string; otherId: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.matter (id, entity_id, kind, cause, by_kind, note, other_id, opened_at)
    values (${c.id}, ${c.entityId}, 'check', ${c.cause}, ${c.by}, ${c.note}, ${c.otherId}::uuid, ${ctx.now})
    on conflict do nothing`);

/** What was to be checked has settled itself. */
export const withdrawChecks = (ctx: Ctx, entities: readonly string[], cause: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.matter set state = 'withdrawn', closed_at = ${ctx.now}, row_version = row_version + 1
    where kind = 'check' and cause = ${cause} and state = 'open' and entity_id = any(${entities}::uuid[])`);

/** Records of one kind in one town whose names are nearly the same, as far as nobody has looked at the pair. */
export const findPairs = (ctx: Ctx): Promise<{ id: string; otherId: string }[]> =>
  ctx.tx.many<{ id: string; otherId: string }>(sql`
    select a.entity_id as id, b.entity_id as "otherId"
    from directory.listing a join directory.listing b on b.county_code = a.county_code and b.locality = a.locality
      and b.type = a.type and b.entity_id > a.entity_id
    where a.locality <> '' and a.state <> 'deregistered' and b.state <> 'deregistered'
      and similarity(kernel.plain(a.name), kernel.plain(b.name)) >= 0.8
      and not exists (select from directory.matter m where m.other_id is not null
        and least(m.entity_id, m.other_id) = least(a.entity_id, b.entity_id)
        and greatest(m.entity_id, m.other_id) = greatest(a.entity_id, b.entity_id))
    order by 1, 2 limit 200`);

export interface ResultRow {
  name: string;
  entityId: string;
  kind: string;
  state: string;
  code: string | null;
  note: string;
  lang: string;
  email: string | null;
}
/** For the system alone: what was decided, and who wants to know. */
export const findResult = (ctx: Ctx, id: string): Promise<ResultRow | null> =>
  ctx.tx.maybe<ResultRow>(sql`
    select e.name, e.id as "entityId", m.kind, m.state, m.closed_code as code, m.closed_note as note, m.lang,
      coalesce(c.email, w.email) as email
    from directory.matter m join directory.entity e on e.id = m.entity_id
      left join directory.matter_contact c on c.matter_id = m.id
      left join organisations.api_worker w on w.id = m.worker_id
    where m.id = ${id} and m.state in ('accepted', 'rejected')`);

export const eraseContacts = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(sql`
    delete from directory.matter_contact c using directory.matter m where m.id = c.matter_id and m.closed_at < ${before}`);
export const eraseNotes = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(sql`
    update directory.matter set note = '', proposed = '{}', source_hash = ''
    where closed_at < ${before} and by_kind in ('reader', 'entity') and (note <> '' or proposed <> '{}' or source_hash <> '')`);

export const setKeeper = (ctx: Ctx, id: string, institutionId: string | null): Promise<number> =>
  ctx.tx.run(sql`
    update directory.entity set institution_id = ${institutionId}::uuid, updated_at = ${ctx.now} where id = ${id}`);

export const institutionName = (ctx: Ctx, id: string): Promise<{ name: string | null } | null> =>
  ctx.tx.maybe<{ name: string | null }>(sql`
    select short_name as name from organisations.api_institution where id = ${id}`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findShared = (ctx: Ctx, id: string): Promise<{ number: string | null }> =>
  ctx.tx.one<{ number: string | null }>(sql`select directory.shared_number(${id}::uuid) as number`);

export const findKeeper = (
  ctx: Ctx,
  institutionId: string,
): Promise<{ name: string | null; email: string | null } | null> =>
  ctx.tx.maybe<{ name: string | null; email: string | null }>(sql`
    select name, email from organisations.api_institution where id = ${institutionId}`);

export const findOwnOpen = (ctx: Ctx, id: string): Promise<{ id: string; cause: string } | null> =>
  ctx.tx.maybe<{ id: string; cause: string }>(sql`
    select id, cause from directory.matter
    where entity_id = ${id} and institution_id = ${ctx.actor.institutionId} and kind = 'claim' and state = 'open'`);

export const claim = (
  ctx: Ctx,
  c: { id: string; entityId: string; way: string; note: string; fileId: string | null; lang: string },
): Promise<{ outcome: string | null }> =>
  ctx.tx.one<{ outcome: string | null }>(sql`
    select directory.claim(${c.id}::uuid, ${c.entityId}::uuid, ${c.way}, ${c.note}, ${c.fileId}::uuid, ${c.lang}) as outcome`);

export const checkCode = (ctx: Ctx, entityId: string, hash: string): Promise<{ outcome: string | null }> =>
  ctx.tx.one<{ outcome: string | null }>(sql`
    select directory.claim_check(${entityId}::uuid, ${hash}) as outcome`);

export const giveUp = (ctx: Ctx, entityId: string): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`select directory.give_up(${entityId}::uuid) as done`);

export interface ToProve {
  entityId: string;
  institutionId: string | null;
  institution: string | null;
  name: string;
  email: string;
}
/** For the system alone: a claim that waits for a code, with the address of the record. */
export const findToProve = (ctx: Ctx, id: string): Promise<ToProve | null> =>
  ctx.tx.maybe<ToProve>(sql`
    select m.entity_id as "entityId", m.institution_id as "institutionId", i.name as institution, e.name, e.email
    from directory.matter m join directory.entity e on e.id = m.entity_id
      left join organisations.api_institution i on i.id = m.institution_id
    where m.id = ${id} and m.kind = 'claim' and m.cause = 'code' and m.state = 'open' and e.email <> ''`);

/** A new code within the hour is not sent; a new one does not give back the tries. */
export const putCode = (ctx: Ctx, id: string, hash: string, until: Date): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.claim_code as c (matter_id, hash, expires_at) values (${id}, ${hash}, ${until})
    on conflict (matter_id) do update set hash = excluded.hash, expires_at = excluded.expires_at
      where c.expires_at < excluded.expires_at - interval '1 hour'`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { ActingRow } from '../queries.ts';

export interface TokenRow {
  id: string;
  name: string;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
}
export const findTokens = (ctx: Ctx): Promise<TokenRow[]> =>
  ctx.tx.many<TokenRow>(sql`
    select id, name, scopes, created_at, expires_at, revoked_at, last_used_at from organisations.api_token
    where worker_id = ${ctx.actor.subjectId} order by created_at desc`);

export const insertToken = (
  ctx: Ctx,
  t: { id: string; name: string; hash: string; scopes: readonly string[]; expiresAt: Date },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.api_token (id, worker_id, institution_id, name, hash, scopes, created_at, expires_at)
    values (${t.id}, ${ctx.actor.subjectId}, ${ctx.actor.institutionId}, ${t.name}, ${t.hash}, ${t.scopes}, ${ctx.now}, ${t.expiresAt})`);

export const revokeToken = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.api_token set revoked_at = ${ctx.now}
    where id = ${id} and worker_id = ${ctx.actor.subjectId} and revoked_at is null`);

export interface TokenActorRow extends ActingRow {
  token_id: string | null;
  scopes: string[] | null;
  account_id: string | null;
}
export const findActor = (ctx: Ctx, hash: string, today: string): Promise<TokenActorRow | null> =>
  ctx.tx.maybe<TokenActorRow>(sql`
    select token_id, scopes, account_id, worker_id, institution_id, institution_name, institution_type, name, functions, scope
    from organisations.api_token_actor(${hash}, ${today}::date, ${ctx.now}::timestamptz)`);

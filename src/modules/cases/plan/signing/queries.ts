import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';

export const lockText = (ctx: Ctx, planId: string, hash: string, version: number): Promise<number> =>
  ctx.tx.run(sql`
    update cases.plan set state = 'signing', content_hash = ${hash}, signing_since = ${ctx.now}, row_version = row_version + 1
    where id = ${planId} and state = 'draft' and row_version = ${version}`);

export const unlockText = (ctx: Ctx, planId: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.plan set state = 'draft', signing_since = null, row_version = row_version + 1
    where id = ${planId} and state = 'signing'`);

export const voidSignatures = (ctx: Ctx, planId: string): Promise<number> =>
  ctx.tx.run(
    sql`update cases.plan_signature set voided_at = ${ctx.now} where plan_id = ${planId} and voided_at is null`,
  );

export interface NewSignature {
  readonly planId: string;
  readonly caseId: string;
  readonly signer: 'person' | 'guardian' | 'coordinator' | 'institution';
  readonly institutionId: string | null;
  readonly workerId: string | null;
  readonly name: string;
  readonly way: 'electronic' | 'paper';
  readonly contentHash: string;
  /** The day on the paper. */
  readonly signedOn?: LocalDate;
}
export const insertSignature = (ctx: Ctx, s: NewSignature): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.plan_signature (id, plan_id, case_id, signer, institution_id, worker_id, name, way, signed_at, content_hash, signed_on)
    values (${newId()}, ${s.planId}, ${s.caseId}, ${s.signer}, ${s.institutionId}, ${s.workerId}, ${s.name}, ${s.way}, ${ctx.now}, ${s.contentHash},
      ${s.signedOn ?? null})
    on conflict do nothing`);

export const settle = (ctx: Ctx, planId: string) =>
  ctx.tx.one<{ outcome: string | null }>(sql`select cases.api_settle_plan(${planId}::uuid) as outcome`);

export const findMissing = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{ signer: string | null; institution_id: string | null; institution_name: string | null }>(sql`
    select signer, institution_id, institution_name from cases.api_missing_signatures(${planId}::uuid)`);

export const findAddresses = (ctx: Ctx, workers: readonly string[]) =>
  ctx.tx.many<{ email: string | null }>(
    sql`select email from organisations.api_worker where id = any (${workers}::uuid[])`,
  );

export const addConfirmed = (ctx: Ctx, id: string, key: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.plan set confirmed_warnings = array(select distinct unnest(confirmed_warnings || ${key}::text)),
      row_version = row_version + 1
    where id = ${id}`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

// The database lets the system see and delete what belongs to erased cases and persons, and nothing else.

export const dropMessages = (ctx: Ctx, caseId: string) =>
  ctx.tx.run(sql`delete from participant.message where case_id = ${caseId}`);
export const dropConfirmations = (ctx: Ctx, caseId: string) =>
  ctx.tx.run(sql`delete from participant.confirmation where case_id = ${caseId}`);

export const findAccounts = (ctx: Ctx) =>
  ctx.tx.many<{ account_id: string }>(sql`select distinct account_id from participant.access`);
export const findAddresses = (ctx: Ctx) =>
  ctx.tx.many<{ email: string }>(sql`select distinct email from participant.invitation`);
export const dropAccess = (ctx: Ctx) =>
  ctx.tx.run(sql`delete from participant.access where person_id is not null`);
export const dropInvitations = (ctx: Ctx) =>
  ctx.tx.run(sql`delete from participant.invitation where person_id is not null`);
export const findOrphans = (ctx: Ctx, accounts: readonly string[]) =>
  ctx.tx.many<{ account_id: string | null }>(sql`
    select account_id from cases.api_orphan_accounts(${accounts}::uuid[])`);

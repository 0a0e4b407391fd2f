import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ActingRow {
  worker_id: string | null;
  institution_id: string | null;
  institution_name: string | null;
  institution_type: string | null;
  name: string | null;
  functions: string[] | null;
  scope: string[] | null;
}

/** The institutions an account may act for today. Asked before there is an actor. */
export const findActing = (ctx: Ctx, accountId: string, today: string): Promise<ActingRow[]> =>
  ctx.tx.many<{
    worker_id: string | null;
    institution_id: string | null;
    institution_name: string | null;
    institution_type: string | null;
    name: string | null;
    functions: string[] | null;
    scope: string[] | null;
  }>(sql`select worker_id, institution_id, institution_name, institution_type, name, functions, scope
    from organisations.api_acting(${accountId}::uuid, ${today}::date)`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AuthorisationRow {
  id: string;
  worker_id: string;
  scope: string[];
  valid_from: string;
  valid_to: string;
  document: string;
  revoked_on: string | null;
  given_by: string | null;
}
export const findAuthorisations = (ctx: Ctx, workerId: string): Promise<AuthorisationRow[]> =>
  ctx.tx.many<AuthorisationRow>(sql`
    select id, worker_id, scope, valid_from, valid_to, document, revoked_on, given_by from organisations.authorisation
    where worker_id = ${workerId} order by valid_from desc`);

export interface DocumentRow extends AuthorisationRow {
  worker: string;
  given_by_name: string | null;
}
export const findDocument = (ctx: Ctx, id: string): Promise<DocumentRow | null> =>
  ctx.tx.maybe<DocumentRow>(sql`
    select a.id, a.worker_id, a.scope, a.valid_from, a.valid_to, a.document, a.revoked_on, a.given_by,
      w.given_name || ' ' || w.family_name as worker, g.given_name || ' ' || g.family_name as given_by_name
    from organisations.authorisation a join organisations.worker w on w.id = a.worker_id
    left join organisations.worker g on g.id = a.given_by
    where a.id = ${id} and a.institution_id = ${ctx.actor.institutionId}`);

/** Those in force on some day of the period; another one cannot be given for it. */
export const findOverlapping = (
  ctx: Ctx,
  workerId: string,
  from: string,
  to: string,
): Promise<{ document: string; valid_to: string }[]> =>
  ctx.tx.many<{ document: string; valid_to: string }>(sql`
    select document, valid_to from organisations.authorisation
    where worker_id = ${workerId} and valid_from <= ${to}::date and coalesce(revoked_on, valid_to + 1) > ${from}::date`);

export const insertAuthorisation = (
  ctx: Ctx,
  a: { id: string; workerId: string; scope: readonly string[]; from: string; to: string; document: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document, given_by)
    values (${a.id}, ${a.workerId}, ${ctx.actor.institutionId}, ${a.scope}, ${a.from}, ${a.to}, ${a.document}, ${ctx.actor.subjectId})`);

/** Those that end within a month or a week and were not told yet: to whom, how many. Told once. */
export const takeEnding = (ctx: Ctx) =>
  ctx.tx.many<{ email: string | null; within_days: number | null; how_many: number | null }>(sql`
    select email, within_days, how_many from organisations.api_ending_authorisations()`);

/** Ends it at once; one that has not begun never begins. */
export const revoke = (ctx: Ctx, id: string, today: string): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.authorisation set revoked_on = greatest(valid_from, ${today}::date), revoked_by = ${ctx.actor.subjectId}
    where id = ${id} and revoked_on is null and valid_to >= ${today}::date`);

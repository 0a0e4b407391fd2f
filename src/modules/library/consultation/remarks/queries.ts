import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface RemarkRow {
  id: string;
  consultationId: string;
  position: number;
  block: string;
  kind: string;
  body: string;
  signature: string;
  institutionId: string | null;
  state: string;
  createdAt: Date;
  removedReason: string;
  outcome: string | null;
  answer: string;
  answeredAt: Date | null;
  rowVersion: number;
}

/** Remarks of a round, in the order of the text and of time; those of one part when it is named. */
export const findRemarks = (ctx: Ctx, roundId: string, position: number | null): Promise<RemarkRow[]> =>
  ctx.tx.many<RemarkRow>(sql`
    select id, consultation_id as "consultationId", position, block, kind, body, signature, institution_id as "institutionId", state,
      created_at as "createdAt", removed_reason as "removedReason", outcome, answer, answered_at as "answeredAt", row_version as "rowVersion"
    from library.remark
    where consultation_id = ${roundId} and (${position}::int is null or position = ${position}::int) and state in ('waiting', 'shown', 'removed')
    order by position, created_at, id limit 20000`);

export const findRemark = (ctx: Ctx, id: string): Promise<RemarkRow | null> =>
  ctx.tx.maybe<RemarkRow>(sql`
    select id, consultation_id as "consultationId", position, block, kind, body, signature, institution_id as "institutionId", state,
      created_at as "createdAt", removed_reason as "removedReason", outcome, answer, answered_at as "answeredAt", row_version as "rowVersion"
    from library.remark where id = ${id}`);

/** Holds the remark until the end of the transaction. */
export const lockRemark = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from library.remark where id = ${id} for update`,
  );

export interface NewRemark {
  readonly id: string;
  readonly roundId: string;
  readonly position: number;
  readonly block: string;
  readonly kind: string;
  readonly body: string;
  readonly textHash: string;
  readonly signature: string;
}
/** The same words of the same institution about the same paragraph are one remark. */
export const insertRemark = (ctx: Ctx, r: NewRemark): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.remark (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, worker_id, text_hash,
      created_at, shown_at)
    values (${r.id}, ${r.roundId}, ${r.position}, ${r.block}, ${r.kind}, ${r.body}, ${r.signature}, ${ctx.lang}, 'shown', kernel.institution(),
      kernel.worker(), ${r.textHash}, kernel.instant(), kernel.instant())
    on conflict do nothing`);

export const leaveRemark = (
  ctx: Ctx,
  r: NewRemark & { email: string; source: string },
): Promise<{ taken: boolean | null }> =>
  ctx.tx.one<{ taken: boolean | null }>(sql`
    select library.leave_remark(${r.id}, ${r.roundId}, ${r.position}, ${r.block}, ${r.kind}, ${r.body}, ${r.textHash}, ${r.signature}, ${r.email},
      ${ctx.lang}, ${r.source}) as taken`);

export interface LinkRow {
  roundId: string | null;
  position: number | null;
  block: string | null;
  state: string | null;
}
export const findByToken = (ctx: Ctx, hash: string): Promise<LinkRow | null> =>
  ctx.tx.maybe<LinkRow>(sql`
    select consultation_id as "roundId", position, block, state from library.remark_of(${hash})`);
export const confirmRemark = (ctx: Ctx, hash: string): Promise<{ confirmed: boolean | null }> =>
  ctx.tx.one<{ confirmed: boolean | null }>(sql`select library.confirm_remark(${hash}) as confirmed`);

export const show = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.remark set state = 'shown', shown_at = kernel.instant(), removed_reason = '', row_version = row_version + 1 where id = ${id}`);
export const remove = (ctx: Ctx, id: string, reason: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.remark set state = 'removed', shown_at = null, removed_reason = ${reason}, row_version = row_version + 1 where id = ${id}`);
export const answer = (ctx: Ctx, id: string, outcome: string, words: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.remark set outcome = ${outcome}, answer = ${words}, answered_by = kernel.worker(), answered_at = kernel.instant(),
      row_version = row_version + 1 where id = ${id}`);

/** For letters, by the system. */
export const findContact = (
  ctx: Ctx,
  id: string,
): Promise<{ email: string; lang: string; state: string; roundId: string; position: number } | null> =>
  ctx.tx.maybe<{ email: string; lang: string; state: string; roundId: string; position: number }>(sql`
    select c.email, r.lang, r.state, r.consultation_id as "roundId", r.position
    from library.remark r join library.remark_contact c on c.remark_id = r.id where r.id = ${id}`);
export const addToken = (ctx: Ctx, hash: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.remark_token (hash, remark_id, created_at, expires_at)
    values (${hash}, ${id}, kernel.instant(), kernel.instant() + interval '7 days')`);
export const dropUnconfirmed = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from library.remark where state = 'unconfirmed' and created_at < kernel.instant() - interval '7 days'`);
/** Addresses go six months after the round; what was said stays under the signature that was chosen. */
export const dropContacts = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from library.remark_contact c using library.remark r, library.consultation o
    where r.id = c.remark_id and o.id = r.consultation_id and o.closes_at < kernel.instant() - interval '6 months'`);
export const dropSources = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(
    sql`update library.remark set source_hash = '' where source_hash <> '' and created_at < kernel.instant() - interval '2 days'`,
  );

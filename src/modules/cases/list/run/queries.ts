import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ImportRow {
  id: string;
  worker_id: string;
  file_name: string;
  reading: unknown;
  partnership_id: string | null;
  recipient_id: string | null;
  informed_form: string | null;
  state: string;
  problem: string | null;
  rows_total: number | null;
  rows_done: number;
  rows_created: number | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  kept: boolean | null;
}

export const insertImport = (
  ctx: Ctx,
  i: { id: string; fileName: string; fileHash: string; content: Uint8Array; rows: number; reading: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.list_import (id, institution_id, worker_id, file_name, file_hash, content, rows_total, reading, created_at)
    values (${i.id}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${i.fileName}, ${i.fileHash}, ${Buffer.from(i.content)},
      ${i.rows}, ${i.reading}::jsonb, ${ctx.now})`);

export const findImport = (ctx: Ctx, id: string): Promise<ImportRow | null> =>
  ctx.tx.maybe<ImportRow>(sql`
    select id, worker_id, file_name, reading, partnership_id, recipient_id, informed_form, state, problem, rows_total, rows_done,
      rows_created, created_at, started_at, finished_at, content is not null as kept
    from cases.list_import where id = ${id}`);

export const findImports = (ctx: Ctx): Promise<ImportRow[]> =>
  ctx.tx.many<ImportRow>(sql`
    select id, worker_id, file_name, reading, partnership_id, recipient_id, informed_form, state, problem, rows_total, rows_done,
      rows_created, created_at, started_at, finished_at, content is not null as kept
    from cases.list_import order by created_at desc limit 50`);

export const findContent = (ctx: Ctx, id: string): Promise<{ content: Buffer | null } | null> =>
  ctx.tx.maybe<{ content: Buffer | null }>(sql`select content from cases.list_import where id = ${id}`);

export const setReading = (ctx: Ctx, id: string, reading: string, rows: number): Promise<number> =>
  ctx.tx.run(sql`
    update cases.list_import set reading = ${reading}::jsonb, rows_total = ${rows} where id = ${id} and state in ('uploaded', 'failed')`);

/** Puts the list in the queue; nothing happens when somebody already did. */
export const queueImport = (
  ctx: Ctx,
  id: string,
  how: { partnershipId: string; recipientId: string; informedForm: string; rows: number },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.list_import set state = 'queued', problem = null, partnership_id = ${how.partnershipId}, recipient_id = ${how.recipientId},
      informed_form = ${how.informedForm}, rows_total = ${how.rows}, rows_done = 0, finished_at = null
    where id = ${id} and state in ('uploaded', 'failed')`);

export const startImport = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.list_import set state = 'running', started_at = ${ctx.now}, rows_done = 0 where id = ${id} and state in ('queued', 'running')`);

export const noteProgress = (ctx: Ctx, id: string, done: number): Promise<number> =>
  ctx.tx.run(sql`update cases.list_import set rows_done = ${done} where id = ${id} and state = 'running'`);

export const finishImport = (ctx: Ctx, id: string, created: number): Promise<number> =>
  ctx.tx.run(sql`
    update cases.list_import set state = 'done', problem = null, rows_done = ${created}, rows_created = ${created}, finished_at = ${ctx.now}
    where id = ${id} and state in ('queued', 'running')`);

export const failImport = (ctx: Ctx, id: string, problem: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.list_import set state = 'failed', problem = ${problem}, finished_at = ${ctx.now} where id = ${id} and state in ('queued', 'running')`);

/** One process at a time writes a list; false when another is at it. Ends with the transaction. */
export const takeTurn = (ctx: Ctx, id: string): Promise<{ mine: boolean | null }> =>
  ctx.tx.one<{ mine: boolean | null }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${id}::text, 0)) as mine`,
  );

export const insertRow = (
  ctx: Ctx,
  r: {
    partnershipId: string;
    fingerprint: string;
    importId: string;
    number: number;
    caseId: string;
    referralId: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.list_row (institution_id, partnership_id, fingerprint, import_id, number, case_id, referral_id, created_at)
    values (${ctx.actor.institutionId}, ${r.partnershipId}, ${r.fingerprint}, ${r.importId}, ${r.number}, ${r.caseId}, ${r.referralId}, ${ctx.now})`);

export interface CreatedRow {
  number: number;
  case_id: string;
  referral_id: string;
  case_number: string;
  due_on: string | null;
}
export const findCreated = (ctx: Ctx, importId: string): Promise<CreatedRow[]> =>
  ctx.tx.many<CreatedRow>(sql`
    select l.number, l.case_id, l.referral_id, c.number as case_number, r.due_on
    from cases.list_row l join cases.shared_case c on c.id = l.case_id left join cases.referral r on r.id = l.referral_id
    where l.import_id = ${importId} order by l.number, l.referral_id`);

export const findColleagues = (
  ctx: Ctx,
  today: string,
): Promise<{ id: string | null; name: string | null }[]> =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select id, name from organisations.api_worker
    where institution_id = ${ctx.actor.institutionId} and (employed_to is null or employed_to >= ${today}::date)`);

/** Takes away the files of lists whose time has passed; what came of them stays. */
export const dropOld = (ctx: Ctx, before: Date): Promise<number> =>
  ctx.tx.run(sql`update cases.list_import set content = null where created_at < ${before}`);

export interface SenderRow {
  institution_id: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_id: string | null;
  account_id: string | null;
  email: string | null;
  area: string[] | null;
}
/** Workers of institutions in operating partnerships who may be able to import a list, with the gminas of the institution. */
export const findSenders = (ctx: Ctx, on: string): Promise<SenderRow[]> =>
  ctx.tx.many<SenderRow>(sql`
    select i.id as institution_id, i.short_name as institution_name, i.type as institution_type, w.id as worker_id, w.account_id, w.email,
      array(select a.gmina_id from organisations.api_area a where a.institution_id = i.id order by 1) as area
    from organisations.api_institution i
    join organisations.api_worker w on w.institution_id = i.id and w.account_id is not null and w.employed_from <= ${on}::date
      and (w.employed_to is null or w.employed_to >= ${on}::date)
    where (i.active_to is null or i.active_to >= ${on}::date)
      and exists (select from partnerships.api_membership m where m.institution_id = i.id and m.state = 'operating' and m.joined_on <= ${on}::date
        and (m.left_on is null or m.left_on >= ${on}::date))
    order by i.short_name, w.employed_from, w.id`);

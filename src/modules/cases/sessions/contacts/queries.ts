import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findContacts = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    held_on: string;
    channel: string;
    reached: boolean;
    note: string;
    institution_name: string;
    institution_type: string;
    worker_id: string;
  }>(sql`
    select k.id, k.held_on, k.channel, k.reached, k.note, i.short_name as institution_name, i.type as institution_type, k.worker_id
    from cases.contact k join organisations.api_institution i on i.id = k.institution_id
    where k.case_id = ${caseId} order by k.held_on desc, k.id desc limit 200`);

export const findLastReached = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ last: string | null }>(
    sql`select max(held_on) as last from cases.contact where case_id = ${caseId} and reached`,
  );

export const findNames = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string | null; name: string | null }>(
    sql`select worker_id, name from cases.api_named_workers(${caseId}::uuid)`,
  );

export const insertContact = (
  ctx: Ctx,
  c: { id: string; caseId: string; heldOn: LocalDate; channel: string; reached: boolean; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.contact (id, case_id, institution_id, worker_id, held_on, channel, reached, note)
    values (${c.id}, ${c.caseId}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${c.heldOn}, ${c.channel}, ${c.reached}, ${c.note})`);

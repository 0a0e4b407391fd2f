import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AnswerRow {
  id: string;
  entityId: string;
  name: string;
  sentAt: Date | null;
  seenAt: Date | null;
  kind: string | null;
  price: number | null;
  priceBasis: string | null;
  validUntil: string | null;
  body: string | null;
  declineReason: string | null;
  answeredAt: Date | null;
}
/** Everybody asked, with their answers. */
export const findRows = (ctx: Ctx, enquiryId: string): Promise<AnswerRow[]> =>
  ctx.tx.many<AnswerRow>(sql`
    select r.id, r.entity_id as "entityId", n.short_name as name, r.sent_at as "sentAt", r.seen_at as "seenAt", a.kind, a.price,
      a.price_basis as "priceBasis", a.valid_until as "validUntil", a.body, a.decline_reason as "declineReason", a.answered_at as "answeredAt"
    from directory.enquiry_recipient r join directory.entity n on n.id = r.entity_id
    left join directory.enquiry_answer a on a.recipient_id = r.id
    where r.enquiry_id = ${enquiryId} order by n.short_name, r.id`);

export interface ListRow {
  id: string;
  subject: string;
  state: string;
  answerBy: string;
  asked: number | null;
  answered: number | null;
}
/** The enquiries of the institution that acts. */
export const findOwn = (ctx: Ctx, limit: number, offset: number): Promise<ListRow[]> =>
  ctx.tx.many<ListRow>(sql`
    select e.id, e.subject, e.state, e.answer_by as "answerBy",
      (select count(*)::int from directory.enquiry_recipient r where r.enquiry_id = e.id) as asked,
      (select count(*)::int from directory.enquiry_recipient r join directory.enquiry_answer a on a.recipient_id = r.id where r.enquiry_id = e.id) as answered
    from directory.enquiry e where e.institution_id = ${ctx.actor.institutionId} order by e.created_at desc, e.id limit ${limit} offset ${offset}`);

export const countOwn = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(
    sql`select count(*)::int as n from directory.enquiry where institution_id = ${ctx.actor.institutionId}`,
  );

export const reply = (ctx: Ctx, enquiryId: string, id: string, answer: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry_question set answer = ${answer}, answered_at = kernel.instant()
    where id = ${id} and enquiry_id = ${enquiryId} and answered_at is null`);

/** @returns 0 when it is closed already */
export const close = (
  ctx: Ctx,
  id: string,
  o: { outcome: string; chosenId: string | null; reason: string | null; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry set state = 'closed', outcome = ${o.outcome}, chosen_id = ${o.chosenId}, outcome_reason = ${o.reason},
      outcome_note = ${o.note}, closed_at = kernel.instant()
    where id = ${id} and state = 'sent'`);

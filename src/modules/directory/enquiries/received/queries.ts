import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** When it was first opened: an access record that the buyer sees. */
export const setSeen = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry_recipient set seen_at = kernel.instant() where id = ${id} and seen_at is null`);

export interface AnswerRow {
  kind: string;
  price: number | null;
  priceBasis: string;
  validUntil: string | null;
  body: string;
  declineReason: string | null;
  answeredAt: Date;
}
export const findAnswer = (ctx: Ctx, recipientId: string): Promise<AnswerRow | null> =>
  ctx.tx.maybe<AnswerRow>(sql`
    select kind, price, price_basis as "priceBasis", valid_until as "validUntil", body, decline_reason as "declineReason", answered_at as "answeredAt"
    from directory.enquiry_answer where recipient_id = ${recipientId}`);

/** The answer of an entity; another one replaces it until the date has passed. */
export const saveAnswer = (
  ctx: Ctx,
  recipientId: string,
  a: {
    kind: 'quote' | 'decline';
    price: number | null;
    basis: string;
    validUntil: LocalDate | null;
    body: string;
    reason: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_answer as old (recipient_id, kind, price, price_basis, valid_until, body, decline_reason, answered_at)
    values (${recipientId}, ${a.kind}, ${a.price}, ${a.basis}, ${a.validUntil}, ${a.body}, ${a.reason}, kernel.instant())
    on conflict (recipient_id) do update set kind = excluded.kind, price = excluded.price, price_basis = excluded.price_basis,
      valid_until = excluded.valid_until, body = excluded.body, decline_reason = excluded.decline_reason, answered_at = excluded.answered_at
    where (old.kind, old.price, old.price_basis, old.valid_until, old.body, old.decline_reason)
      is distinct from (excluded.kind, excluded.price, excluded.price_basis, excluded.valid_until, excluded.body, excluded.decline_reason)`);

export const addQuestion = (
  ctx: Ctx,
  id: string,
  enquiryId: string,
  recipientId: string,
  body: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_question (id, enquiry_id, recipient_id, body, asked_at)
    values (${id}, ${enquiryId}, ${recipientId}, ${body}, kernel.instant()) on conflict do nothing`);

export const report = (ctx: Ctx, id: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry_recipient set reported_at = kernel.instant(), report_note = ${note} where id = ${id} and reported_at is null`);

export const block = (ctx: Ctx, entityId: string, addressHash: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_block (entity_id, address_hash, blocked_at) values (${entityId}, ${addressHash}, kernel.instant())
    on conflict do nothing`);

export interface ListRow {
  id: string;
  subject: string;
  entityName: string;
  state: string;
  answerBy: string;
  answered: boolean | null;
}
/** What the entities kept by the acting institution were asked. */
export const findReceived = (ctx: Ctx, limit: number, offset: number): Promise<ListRow[]> =>
  ctx.tx.many<ListRow>(sql`
    select r.id, e.subject, n.short_name as "entityName", e.state, e.answer_by as "answerBy", a.recipient_id is not null as answered
    from directory.entity n join directory.enquiry_recipient r on r.entity_id = n.id join directory.enquiry e on e.id = r.enquiry_id
    left join directory.enquiry_answer a on a.recipient_id = r.id
    where n.institution_id = ${ctx.actor.institutionId} and r.sent_at is not null
    order by (e.state = 'sent' and a.recipient_id is null and e.answer_by >= kernel.today()) desc, r.sent_at desc, r.id limit ${limit} offset ${offset}`);

export const countReceived = (ctx: Ctx): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from directory.entity n join directory.enquiry_recipient r on r.entity_id = n.id
    where n.institution_id = ${ctx.actor.institutionId} and r.sent_at is not null`);

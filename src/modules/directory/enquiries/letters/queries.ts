import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Read by the system alone, for letters and for the end of what is kept. */

export interface LetterRow {
  enquiryId: string;
  state: string;
  lang: string;
  categoryPl: string;
  categoryEn: string;
  place: string;
  answerBy: string;
  outcome: string | null;
  chosenId: string | null;
  buyerName: string | null;
  buyerEmail: string | null;
}
export const findForLetter = (ctx: Ctx, enquiryId: string): Promise<LetterRow | null> =>
  ctx.tx.maybe<LetterRow>(sql`
    select e.id as "enquiryId", e.state, e.lang, t.name_pl as "categoryPl", t.name_en as "categoryEn", e.place, e.answer_by as "answerBy",
      e.outcome, e.chosen_id as "chosenId", c.name as "buyerName", c.email as "buyerEmail"
    from directory.enquiry e join directory.term t on t.taxonomy = 'category' and t.code = e.category
    left join directory.enquiry_contact c on c.enquiry_id = e.id where e.id = ${enquiryId}`);

export const findRecipient = (
  ctx: Ctx,
  id: string,
): Promise<{ enquiryId: string; email: string; name: string; answered: boolean | null } | null> =>
  ctx.tx.maybe<{ enquiryId: string; email: string; name: string; answered: boolean | null }>(sql`
    select r.enquiry_id as "enquiryId", n.email, n.short_name as name, a.recipient_id is not null as answered
    from directory.enquiry_recipient r join directory.entity n on n.id = r.entity_id
    left join directory.enquiry_answer a on a.recipient_id = r.id where r.id = ${id} and r.sent_at is not null`);

export const findQuestionEnquiry = (ctx: Ctx, id: string): Promise<{ enquiryId: string } | null> =>
  ctx.tx.maybe<{ enquiryId: string }>(
    sql`select enquiry_id as "enquiryId" from directory.enquiry_question where id = ${id}`,
  );

export const addToken = (
  ctx: Ctx,
  hash: string,
  enquiryId: string,
  recipientId: string | null,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_token (hash, enquiry_id, recipient_id, created_at)
    values (${hash}, ${enquiryId}, ${recipientId}, kernel.instant())`);

/** Contacts of enquiries that ended so many months ago. */
export const eraseContacts = (ctx: Ctx, months: number): Promise<number> =>
  ctx.tx.run(sql`
    delete from directory.enquiry_contact c using directory.enquiry e
    where e.id = c.enquiry_id and coalesce(e.closed_at, e.answer_by + interval '1 day') < kernel.instant() - make_interval(months => ${months})`);

/** Links lead nowhere once the contact is gone. */
export const eraseTokens = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from directory.enquiry_token t where not exists (select from directory.enquiry_contact c where c.enquiry_id = t.enquiry_id)`);

/** Drafts nobody went on with, and addresses nobody confirmed, within a week. */
export const eraseDrafts = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from directory.enquiry where state in ('draft', 'confirming') and created_at < kernel.instant() - interval '7 days'`);

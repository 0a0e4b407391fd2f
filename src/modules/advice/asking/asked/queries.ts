import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const openByCode = (
  ctx: Ctx,
  number: string,
  codeHash: string,
  linkHash: string,
): Promise<{ opened: boolean | null }> =>
  ctx.tx.one<{ opened: boolean | null }>(
    sql`select advice.open_by_code(${number}, ${codeHash}, ${linkHash}) as opened`,
  );

export interface AskedRow {
  id: string | null;
  deskId: string | null;
  number: string | null;
  state: string | null;
  subject: string | null;
  urgent: boolean | null;
  askedAt: Date | null;
  dueOn: string | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  erased: boolean | null;
  hasContact: boolean | null;
  hasMail: boolean | null;
  own: boolean | null;
  score: number | null;
}
export const findAsked = (ctx: Ctx): Promise<AskedRow | null> =>
  ctx.tx.maybe<AskedRow>(sql`
    select id, desk_id as "deskId", number, state, subject, urgent, asked_at as "askedAt", due_on as "dueOn", answered_at as "answeredAt",
      closed_at as "closedAt", erased, has_contact as "hasContact", has_mail as "hasMail", own, score from advice.api_asked()`);
export const findThreadFiles = (ctx: Ctx): Promise<{ fileId: string | null; messageId: string | null }[]> =>
  ctx.tx.many<{ fileId: string | null; messageId: string | null }>(
    sql`select file_id as "fileId", message_id as "messageId" from advice.api_thread_files()`,
  );

export interface NewWords {
  readonly id: string;
  readonly eventId: string;
  readonly reopenedId: string;
  readonly words: string;
  readonly stems: string;
  readonly urgent: boolean;
  readonly dueOn: LocalDate;
}
/** True when it was written, null when it is there already, false when there is nothing to write to. */
export const writeMore = (ctx: Ctx, m: NewWords): Promise<{ written: boolean | null }> =>
  ctx.tx.one<{ written: boolean | null }>(sql`
    select advice.write_more(${m.id}, ${m.eventId}, ${m.reopenedId}, ${m.words}, ${m.stems}::tsvector, ${m.urgent}, ${m.dueOn}) as written`);
export const rate = (
  ctx: Ctx,
  score: number,
  words: string,
  eventId: string,
): Promise<{ rated: boolean | null }> =>
  ctx.tx.one<{ rated: boolean | null }>(sql`select advice.rate(${score}, ${words}, ${eventId}) as rated`);
export const forgetContact = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select advice.forget_contact(${eventId})`);
export const erase = (ctx: Ctx, eventId: string): Promise<{ erased: boolean | null }> =>
  ctx.tx.one<{ erased: boolean | null }>(sql`select advice.erase_opened(${eventId}) as erased`);

import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** From here on the transaction opens the question of this link; see advice.opened(). */
export const holdLink = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select set_config('app.advice_key', ${hash}, true)`);
export const admit = (ctx: Ctx, id: string, source: string): Promise<{ admitted: boolean | null }> =>
  ctx.tx.one<{ admitted: boolean | null }>(sql`select advice.admit(${id}, ${source}) as admitted`);

export interface Sent {
  readonly id: string;
  readonly messageId: string;
  readonly eventId: string;
  readonly deskId: string;
  readonly caller: string | null;
  readonly county: string | null;
  readonly topic: string | null;
  readonly subject: string;
  readonly words: string;
  readonly lang: string;
  readonly name: string;
  readonly email: string;
  readonly source: string;
  readonly urgent: boolean;
  readonly dueOn: LocalDate;
  readonly stems: string;
  readonly linkHash: string;
  readonly codeHash: string;
}
export const ask = (ctx: Ctx, q: Sent): Promise<{ number: string | null }> =>
  ctx.tx.one<{ number: string | null }>(sql`
    select advice.ask(${q.id}, ${q.messageId}, ${q.eventId}, ${q.deskId}, ${q.caller}, ${q.county}, ${q.topic}, ${q.subject}, ${q.words},
      ${q.lang}, ${q.name}, ${q.email}, '', ${q.source}, ${q.urgent}, ${q.dueOn}, ${q.stems}::tsvector, ${q.linkHash}, ${q.codeHash}) as number`);
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
  score: number | null;
}
export const findAsked = (ctx: Ctx): Promise<AskedRow | null> =>
  ctx.tx.maybe<AskedRow>(sql`
    select id, desk_id as "deskId", number, state, subject, urgent, asked_at as "askedAt", due_on as "dueOn", answered_at as "answeredAt",
      closed_at as "closedAt", erased, has_contact as "hasContact", score from advice.api_asked()`);
export const findThread = (
  ctx: Ctx,
): Promise<
  {
    id: string | null;
    direction: string | null;
    body: string | null;
    at: Date | null;
    spoken: boolean | null;
  }[]
> =>
  ctx.tx.many<{
    id: string | null;
    direction: string | null;
    body: string | null;
    at: Date | null;
    spoken: boolean | null;
  }>(sql`select id, direction, body, at, spoken from advice.api_thread()`);
export const findThreadFiles = (ctx: Ctx): Promise<{ fileId: string | null; messageId: string | null }[]> =>
  ctx.tx.many<{ fileId: string | null; messageId: string | null }>(
    sql`select file_id as "fileId", message_id as "messageId" from advice.api_thread_files()`,
  );
export const attach = (ctx: Ctx, fileId: string, messageId: string): Promise<number> =>
  ctx.tx.run(sql`select advice.attach(${fileId}, ${messageId})`);

export const writeMore = (
  ctx: Ctx,
  m: {
    id: string;
    eventId: string;
    reopenedId: string;
    words: string;
    stems: string;
    urgent: boolean;
    dueOn: LocalDate;
  },
): Promise<{ written: boolean | null }> =>
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

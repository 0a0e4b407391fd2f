import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Whether the form with this secret was taken in; whoever asks waits for one that is being taken in now. */
export const findTaken = (ctx: Ctx, linkHash: string): Promise<{ taken: boolean | null }> =>
  ctx.tx.one<{ taken: boolean | null }>(sql`select advice.taken(${linkHash}) as taken`);

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
  /** To be found by the acting account. */
  readonly own: boolean;
}
export const ask = (ctx: Ctx, q: Sent): Promise<{ number: string | null }> =>
  ctx.tx.one<{ number: string | null }>(sql`
    select advice.ask(${q.id}, ${q.messageId}, ${q.eventId}, ${q.deskId}, ${q.caller}, ${q.county}, ${q.topic}, ${q.subject}, ${q.words}, ${q.lang},
      ${q.name}, ${q.email}, ${q.source}, ${q.urgent}, ${q.dueOn}, ${q.stems}::tsvector, ${q.linkHash}, ${q.codeHash}, ${q.own}) as number`);

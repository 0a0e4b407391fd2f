import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface OwnRow {
  id: string | null;
  number: string | null;
  state: string | null;
  subject: string | null;
  askedAt: Date | null;
  dueOn: string | null;
  answeredAt: Date | null;
  total: number | null;
}
/** Questions of the acting account, the newest first. */
export const findOwn = (ctx: Ctx, limit: number, offset: number): Promise<OwnRow[]> =>
  ctx.tx.many<OwnRow>(sql`
    select id, number, state, subject, asked_at as "askedAt", due_on as "dueOn", answered_at as "answeredAt", total
    from advice.api_own(${limit}, ${offset})`);

export interface GivenRow {
  name: string | null;
  email: string | null;
  phone: string | null;
  channel: string | null;
  topic: string | null;
  category: string | null;
  county: string | null;
  opinion: string | null;
}
/** What came with the question that is open. */
export const findGiven = (ctx: Ctx): Promise<GivenRow | null> =>
  ctx.tx.maybe<GivenRow>(sql`
    select name, email, phone, channel, topic, category, county, opinion from advice.api_given()`);

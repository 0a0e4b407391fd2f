import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface Addressee {
  number: string;
  channel: string;
  lang: string;
  urgent: boolean;
  email: string;
  deskPl: string;
  deskEn: string;
}
/** Who asked and left an address. The system alone reads it. */
export const findAddressee = (ctx: Ctx, questionId: string): Promise<Addressee | null> =>
  ctx.tx.maybe<Addressee>(sql`
    select q.number, q.channel, q.lang, q.urgent, a.email, d.name_pl as "deskPl", d.name_en as "deskEn"
    from advice.question q join advice.asker a on a.question_id = q.id join advice.desk d on d.id = q.desk_id
    where q.id = ${questionId} and a.email <> ''`);
export const newLink = (ctx: Ctx, hash: string, questionId: string): Promise<number> =>
  ctx.tx.run(sql`select advice.new_link(${hash}, ${questionId}, 'link')`);

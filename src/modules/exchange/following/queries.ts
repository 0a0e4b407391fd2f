import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Subject } from '../schema.ts';

export const follow = (
  ctx: Ctx,
  id: string,
  subject: Subject,
  contact: string | null,
): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(
    sql`select exchange.follow(${id}, ${subject.kind}, ${subject.id}, ${contact}, ${ctx.lang}) as id`,
  );

export const unfollow = (ctx: Ctx, subject: Pick<Subject, 'kind' | 'id'>): Promise<number> =>
  ctx.tx.run(sql`select exchange.unfollow(${subject.kind}, ${subject.id})`);

export const mark = (ctx: Ctx, id: string, given: boolean): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`select exchange.find_useful(${id}, ${given}) as done`);

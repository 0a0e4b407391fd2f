import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Subject } from '../schema.ts';

export interface NewComment {
  readonly id: string;
  readonly subject: Subject;
  readonly parent: string | null;
  readonly title: string;
  readonly body: string;
  readonly signature: string;
  readonly state: 'waiting' | 'shown';
  readonly hash: string;
  readonly contact: string | null;
  readonly stems: string | null;
  readonly mentioned: readonly string[];
}
/** Gives the state in which it begins. */
export const write = (ctx: Ctx, c: NewComment): Promise<{ state: string | null }> =>
  ctx.tx.one<{ state: string | null }>(sql`
    select exchange.write(${c.id}, ${c.subject.kind}, ${c.subject.id}, ${c.parent}, ${c.title}, ${c.body}, ${c.signature}, ${c.state},
      ${c.hash}, ${ctx.lang}, ${c.contact}, ${c.stems}::tsvector, ${c.mentioned}::uuid[]) as state`);

/** Signatures in a thread, by the comment they stand under. */
export const findSignatures = (ctx: Ctx, threadId: string): Promise<{ id: string; signature: string }[]> =>
  ctx.tx.many<{ id: string; signature: string }>(sql`
    select c.id, t.signature from exchange.comment c join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    where c.thread_id = ${threadId} and c.visible order by c.id desc limit 200`);

/** False when it changed since it was opened. */
export const edit = (
  ctx: Ctx,
  c: {
    id: string;
    seen: number;
    title: string;
    body: string;
    state: string;
    hash: string;
    stems: string | null;
  },
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`
    select exchange.edit(${c.id}, ${c.seen}, ${c.title}, ${c.body}, ${c.state}, ${c.hash}, ${c.stems}::tsvector) as done`);

export const withdraw = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`select exchange.withdraw(${id})`);

export interface MineRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  state: string;
  title: string | null;
  body: string | null;
  createdAt: Date;
}
/** What whoever is signed in wrote, the newest first. */
export const findMine = (ctx: Ctx): Promise<MineRow[]> =>
  ctx.tx.many<MineRow>(sql`
    select c.id, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.state, t.title, t.body, c.created_at as "createdAt"
    from exchange.author a join exchange.comment c on c.id = a.comment_id
    left join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    order by a.created_at desc limit 100`);

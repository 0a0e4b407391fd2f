import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Subject } from '../schema.ts';

export interface EntryRow {
  id: string;
  title: string;
  body: string;
  signature: string;
  lang: string;
  createdAt: Date;
  editedAt: Date | null;
}
/** The newest comments under a subject, along an index of their own. */
export const findNewest = (ctx: Ctx, subject: Subject, limit: number): Promise<EntryRow[]> =>
  ctx.tx.many<EntryRow>(sql`
    select c.id, t.title, t.body, t.signature, t.lang, c.created_at as "createdAt", c.edited_at as "editedAt"
    from exchange.comment c join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    where c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id} and c.visible and c.state = 'shown'
    order by c.id desc limit ${limit}`);

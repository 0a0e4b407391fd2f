import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface LinkRow {
  kind: string | null;
  comment_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  state: string | null;
}
export const findLink = (ctx: Ctx, hash: string): Promise<LinkRow | null> =>
  ctx.tx.maybe<LinkRow>(
    sql`select kind, comment_id, subject_kind, subject_id, state from exchange.link_about(${hash})`,
  );

export const takeLink = (
  ctx: Ctx,
  hash: string,
  visit: string,
): Promise<{ kind: string | null; comment_id: string | null; moved: boolean | null } | null> =>
  ctx.tx.maybe<{ kind: string | null; comment_id: string | null; moved: boolean | null }>(
    sql`select kind, comment_id, moved from exchange.use_link(${hash}, ${visit})`,
  );

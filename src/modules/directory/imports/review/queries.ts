import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The last word about a row and a record counts. */
export const saveDecision = (
  ctx: Ctx,
  d: { source: string; key: string; entityId: string | null; verdict: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.import_decision (source_code, row_key, entity_id, verdict, worker_id, at)
    values (${d.source}, ${d.key}, ${d.entityId}, ${d.verdict}, ${ctx.actor.subjectId}, ${ctx.now})
    on conflict (source_code, row_key, entity_id) do update set verdict = excluded.verdict, worker_id = excluded.worker_id, at = excluded.at`);

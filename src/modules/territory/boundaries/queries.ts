import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface BoundaryHead {
  source: string;
  as_of: string;
  loaded_at: Date;
}

/** When shapes were imported last; cheap, so that every process notices an import. */
export const findHead = (ctx: Ctx): Promise<BoundaryHead | null> =>
  ctx.tx.maybe<BoundaryHead>(
    sql`select source, as_of, loaded_at from territory.boundary where name = 'counties'`,
  );

export const findTopology = (ctx: Ctx): Promise<{ topology: string } | null> =>
  ctx.tx.maybe<{ topology: string }>(
    sql`select topology::text as topology from territory.boundary where name = 'counties'`,
  );

/** Writes the shapes unless the same ones stand there. */
export const saveTopology = (ctx: Ctx, topology: string, source: string, asOf: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into territory.boundary as b (name, topology, source, as_of, loaded_at)
    values ('counties', ${topology}::json, ${source}, ${asOf}::date, ${ctx.now})
    on conflict (name) do update set topology = excluded.topology, source = excluded.source, as_of = excluded.as_of,
      loaded_at = excluded.loaded_at
    where b.topology::text <> excluded.topology::text or b.source <> excluded.source or b.as_of <> excluded.as_of`);

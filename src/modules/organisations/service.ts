import type { DataClass } from '#kernel/access.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import { overseesAll, permissionsOf } from './policy.ts';
import * as queries from './queries.ts';
import type { WorkerFunction } from './schema.ts';

/** Everyone this account may act as today, in the order of institution names; empty for a participant. */
export async function actorsOf(ctx: Ctx, accountId: string): Promise<Actor[]> {
  const rows = await queries.findActing(ctx, accountId, warsawDate(ctx.now));
  return rows.map((row) => {
    const functions = (row.functions ?? []) as WorkerFunction[];
    const scope = (row.scope ?? []) as DataClass[];
    return {
      kind: 'worker',
      accountId,
      subjectId: row.worker_id ?? '',
      institutionId: row.institution_id ?? '',
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      name: row.name ?? '',
      functions,
      scope,
      permissions: permissionsOf(functions, scope),
      wide: overseesAll(functions, scope),
      choices: rows.length,
    };
  });
}

import type { Ctx } from '../context.ts';
import { sql } from './tx.ts';

const planFor = (ctx: Ctx, kind: 'custom' | 'generic'): Promise<number> =>
  ctx.tx.run(sql`select set_config('plan_cache_mode', ${`force_${kind}_plan`}, true)`);

/**
 * Asks with a plan for the very values: filters nobody set then cost nothing, and a limit of twenty is known to be twenty.
 * Planning takes a millisecond or more, so this is for statements that a plan kept for all values would make slow.
 */
export async function plannedForValues<T>(ctx: Ctx, ask: () => Promise<T>): Promise<T> {
  const [, answer] = await Promise.all([planFor(ctx, 'custom'), ask(), planFor(ctx, 'generic')]);
  return answer;
}

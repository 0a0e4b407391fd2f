import type { Ctx } from '#kernel/context.ts';
import type { Job } from '#kernel/jobs.ts';
import { addEvent } from '../queries.ts';
import { beginDue } from './queries.ts';

/** Transition 9 by the clock: every agreed case whose first item begins today or earlier becomes active. */
export async function beginDueCases(ctx: Ctx): Promise<number> {
  const begun = await beginDue(ctx);
  for (const { case_id } of begun)
    if (case_id) await addEvent(ctx, case_id, 'state.active', { from: 'agreed', to: 'active' }, null, null);
  return begun.length;
}

export const jobs: readonly Job[] = [
  {
    task: 'plan.begin',
    // Shortly after midnight in Warsaw, in winter and in summer.
    cron: '10 23,0 * * *',
    handle: async (ctx) => {
      await beginDueCases(ctx);
    },
  },
];

import { sql } from '../db/tx.ts';
import type { Job } from '../jobs.ts';
import { log } from '../log.ts';

/**
 * Forgets answers kept for a form or call sent twice after a day (they may hold personal data), and what was typed
 * and never sent after sixty. Row-level security shows the system only such rows.
 */
export const formJobs: readonly Job[] = [
  {
    task: 'forms.forget',
    cron: '20 * * * *',
    handle: async (ctx) => {
      const answers = await ctx.tx.run(
        sql`delete from kernel.submission where at < ${ctx.now}::timestamptz - interval '24 hours'`,
      );
      const drafts = await ctx.tx.run(
        sql`delete from kernel.draft where updated_at < ${ctx.now}::timestamptz - interval '60 days'`,
      );
      if (answers + drafts > 0) log.debug({ answers, drafts }, 'answers and drafts were forgotten');
    },
  },
];

import type { Ctx } from './context.ts';
import { sql } from './db/tx.ts';

export interface JobOptions {
  /** Not before this instant. */
  readonly runAt?: Date;
  /** A job with the same key replaces the one still waiting, so a reminder moved is never sent twice. */
  readonly key?: string;
}

/**
 * Asks for a job in the same transaction: it exists if and only if what it belongs to was committed. The payload
 * holds ids alone, never personal data.
 */
export async function enqueue(
  ctx: Ctx,
  task: string,
  payload: Record<string, string | number>,
  options: JobOptions = {},
): Promise<void> {
  await ctx.tx.run(
    sql`select kernel.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}, ${options.key ?? null})`,
  );
}

/** What a module offers to the queue: the handler runs in a transaction of the system actor. */
export interface Job {
  readonly task: string;
  readonly handle: (ctx: Ctx, payload: Record<string, string>) => Promise<void>;
  /** A crontab line in UTC for work that happens by itself, for example `0 5 * * *`. */
  readonly cron?: string;
}

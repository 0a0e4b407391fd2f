import pg from 'pg';
import { type Actor, type Ctx, SYSTEM_ACTOR } from '../context.ts';
import { NIL_ID, newRequestId } from '../ids.ts';
import { sendTogether, sql, type Tx, wrapClient } from './tx.ts';

// Dates stay what they are: a calendar day is text, never an instant in some time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
// Counts and grosze fit a double exactly up to 9 007 199 254 740 991.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

const ROLES = {
  public: 'splot_public',
  worker: 'splot_worker',
  participant: 'splot_participant',
  system: 'splot_system',
} as const;

export interface DatabaseOptions {
  /** Statements are prepared under a name; switch off behind an old pgbouncer. */
  readonly named?: boolean;
  readonly max?: number;
  readonly applicationName?: string;
}

export type Scope = Omit<Ctx, 'tx'>;

/** The context of the system's own work at start and on the command line. */
export const systemScope = (now: Date, path: string): Scope => ({
  actor: SYSTEM_ACTOR,
  now,
  lang: 'pl',
  requestId: newRequestId(),
  purpose: 'P5',
  path,
});

/** The pool, reachable by the kernel only. Modules receive a transaction inside their context. */
export class Database {
  readonly #pool: pg.Pool;
  readonly #named: boolean;

  constructor(url: string, options: DatabaseOptions = {}) {
    this.#named = options.named ?? true;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: options.max ?? 12,
      application_name: options.applicationName ?? 'splot',
      pipeline: true,
    } as pg.PoolConfig);
    // A connection that dies while idle must not end the process; the next query reports it.
    this.#pool.on('error', () => {});
  }

  /** Runs `work` in one transaction under the role and the context of its actor. Commits before it returns. */
  async transaction<T>(scope: Scope, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      const tx = wrapClient(client, { named: this.#named });
      // BEGIN and the context travel together with the first queries of `work`: the server answers in order, so every
      // query stands on them, and fails when they do; in that case their error is the one to tell.
      sendTogether(client);
      const opened = Promise.all([client.query('begin'), setScope(tx, scope)]);
      opened.catch(() => {});
      const value = await work({ ...scope, tx }).finally(() => opened);
      await client.query('commit');
      return value;
    } catch (error) {
      await client.query('rollback').catch((e: Error) => {
        broken = e;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** For start-up and health checks only: no context, so no personal table can be read. */
  async ping(): Promise<void> {
    await this.#pool.query('select 1');
  }

  get stats(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/**
 * Puts who acts, for what and when into the transaction; policies read nothing else. And asks for plans that are made
 * once a connection: under row-level security planning a statement takes several times as long as answering it, and what
 * policies compare with is not known to the planner either way. `test/plan-shapes.test.ts` looks at these plans.
 */
export async function setScope(
  tx: Tx,
  scope: { actor: Actor; now: Date; purpose: string; requestId: string },
): Promise<void> {
  const { actor } = scope;
  await tx.run(sql`
    select set_config('plan_cache_mode', 'force_generic_plan', true),
           set_config('role', ${ROLES[actor.kind]}, true),
           set_config('app.account', ${actor.accountId}, true),
           set_config('app.worker', ${actor.kind === 'worker' ? actor.subjectId : NIL_ID}, true),
           set_config('app.person', ${actor.kind === 'participant' ? actor.subjectId : NIL_ID}, true),
           set_config('app.institution', ${actor.institutionId}, true),
           set_config('app.wide', ${actor.wide ? 'on' : 'off'}, true),
           set_config('app.scope', ${`{${actor.scope.join(',')}}`}, true),
           set_config('app.purpose', ${scope.purpose}, true),
           set_config('app.now', ${scope.now.toISOString()}, true),
           set_config('app.request', ${scope.requestId}, true)`);
}

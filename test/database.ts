import { randomBytes } from 'node:crypto';
import type { Actor, Ctx } from '#kernel/context.ts';
import { Database, type Scope } from '#kernel/db/database.ts';
import { adminQuery, databaseUrl, TEST_LOGIN } from './cluster.ts';

export interface TestDatabase {
  /** The address for the application: a login that owns nothing and takes a role in each transaction. */
  readonly url: string;
  /** The administrator's address: it sees everything, row-level security does not hold it. */
  readonly adminUrl: string;
  readonly db: Database;
  /** Runs `work` in one transaction as the actor, as a request does; `scope` sets the clock, the purpose and so on. */
  ctxAs<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, scope?: Partial<Scope>): Promise<T>;
  drop(): Promise<void>;
}

/** The instant of tests that do not set their own: a working Wednesday. */
export const TEST_NOW = new Date('2026-03-04T09:00:00Z');

/**
 * A migrated database of its own, copied from the template in a fraction of a second. Make one in `beforeAll` of a
 * test file and drop it in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.SPLOT_TEST_SERVER;
  const template = process.env.SPLOT_TEST_TEMPLATE;
  if (!server || !template) throw new Error('testDatabase() works inside vitest only');
  const name = `splot_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  await adminQuery(
    server,
    `create database ${name} template ${template}`,
    `grant connect, temporary on database ${name} to ${TEST_LOGIN}`,
  );
  return attach(server, name);
}

/** A database that is there already, as a test uses it. */
export function attach(server: string, name: string): TestDatabase {
  const url = databaseUrl(server, name, TEST_LOGIN);
  const db = new Database(url, { max: 6, applicationName: 'splot test' });
  return {
    url,
    adminUrl: databaseUrl(server, name),
    db,
    ctxAs: (actor, work, scope) =>
      db.transaction(
        { actor, now: TEST_NOW, lang: 'pl', requestId: 'test', purpose: 'P5', path: '/test', ...scope },
        work,
      ),
    drop: async () => {
      await db.close();
      await adminQuery(server, `drop database if exists ${name} with (force)`);
    },
  };
}

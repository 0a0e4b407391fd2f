import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#kernel/config.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { dumpSchema } from './dump.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

/** Other versions of PostgreSQL write the same definition in other words. */
const WRITTEN_BY = '18';

test('db/schema.sql is what the migrations make (node --import tsx scripts/schema.ts)', async ({ skip }) => {
  const client = new pg.Client({ connectionString: t.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const made = await dumpSchema(client);
  await client.end();
  skip(!rows[0]?.server_version.startsWith(WRITTEN_BY), `PostgreSQL ${rows[0]?.server_version}`);
  const lines = (text: string) => text.split('\n');
  expect(lines(await readFile(join(projectRoot, 'db/schema.sql'), 'utf8'))).toEqual(lines(made));
}, 60_000);

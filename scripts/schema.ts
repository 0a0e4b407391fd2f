import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startTestCluster } from '../test/cluster.ts';
import { dumpSchema } from './schema/dump.ts';

/** Writes `db/schema.sql` from a database migrated with what stands in `db/migrations` now. */
const FILE = fileURLToPath(new URL('../db/schema.sql', import.meta.url));

const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
try {
  const { testDatabase } = await import('../test/database.ts');
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  writeFileSync(FILE, await dumpSchema(client));
  await client.end();
  await database.drop();
} finally {
  await cluster.stop();
}

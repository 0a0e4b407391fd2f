import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBackup } from '../src/cli/backup.ts';
import { sealAudit } from '../src/kernel/audit/seal.ts';
import { readMigrations } from '../src/kernel/db/migrate.ts';
import { openStorage, setFileStore } from '../src/kernel/files/storage.ts';
import { startTestCluster } from '../test/cluster.ts';
import { FIXTURE_SECRET as SECRET } from '../test/releases.ts';

/**
 * Writes `test/fixtures/release-NNNN.tar.gz`: the data of a small county as this release keeps them, for the test that
 * later releases migrate them. Run it once when a release is made; it is a backup without what is loaded from
 * `db/reference`.
 */
const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
const dir = await mkdtemp(join(tmpdir(), 'splot-fixture-'));
try {
  const { demoApp } = await import('../test/demo.ts');
  const { SYSTEM_ACTOR } = await import('../src/kernel/context.ts');
  const config = { ...(await import('../src/kernel/config.ts')).readConfig(), SECRET, DATA_DIR: dir };
  setFileStore({ disk: await openStorage(config) });
  const app = await demoApp(17);
  await app.ctxAs(SYSTEM_ACTOR, (ctx) => sealAudit(ctx, SECRET), { now: app.parts.clock() });
  const last = (await readMigrations()).at(-1)?.number ?? 0;
  const file = fileURLToPath(
    new URL(`../test/fixtures/release-${String(last).padStart(4, '0')}.tar.gz`, import.meta.url),
  );
  await rm(file, { force: true });
  const reference = (table: string) => table.startsWith('territory.');
  const { tables } = await writeBackup(config, app.adminUrl, file, reference);
  console.log(`${file}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows`);
  await app.drop();
} finally {
  await rm(dir, { recursive: true, force: true });
  await cluster.stop();
}

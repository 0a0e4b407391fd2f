import { randomBytes } from 'node:crypto';
import { adminQuery, databaseUrl, type TestCluster } from '../../test/cluster.ts';
import { noteViewNulls } from './view-nulls.ts';

/** A migrated database for the linters, which look at its catalogue and describe queries in it. */
export async function lintDatabase(
  cluster: TestCluster,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `splot_test_${Date.now().toString(36)}_lint${randomBytes(3).toString('hex')}`;
  await adminQuery(cluster.adminUrl, `create database ${name} template ${cluster.template}`);
  const url = databaseUrl(cluster.adminUrl, name);
  await noteViewNulls(url);
  return {
    url,
    drop: () => adminQuery(cluster.adminUrl, `drop database if exists ${name} with (force)`),
  };
}

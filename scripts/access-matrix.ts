import { readFileSync, writeFileSync } from 'node:fs';
import { moduleRoutes } from '../src/app.ts';
import { testApp } from '../test/app.ts';
import { startTestCluster } from '../test/cluster.ts';
import { accessMatrix } from './access-matrix/document.ts';

/** Writes `docs/access-matrix.md`; with `--check` only says whether it is true. */
const FILE = new URL('../docs/access-matrix.md', import.meta.url);

const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
try {
  const app = await testApp();
  const made = await accessMatrix(moduleRoutes(app.parts), app.adminUrl);
  await app.drop();
  if (!process.argv.includes('--check')) writeFileSync(FILE, made);
  else if (readFileSync(FILE, 'utf8') !== made) {
    console.error(
      'docs/access-matrix.md is not what the code says: node --import tsx scripts/access-matrix.ts',
    );
    process.exitCode = 1;
  }
} finally {
  await cluster.stop();
}

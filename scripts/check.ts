import { startTestCluster } from '../test/cluster.ts';
import { readTotals, runStep, type Step } from './check/steps.ts';
import { lintDatabase } from './lint/database.ts';

/**
 * The proof that everything holds. `npm run check` is the fast part, `npm test` (--all) adds the browser journeys.
 * Prints one line a step, the output of those that failed, and last of all `N passed, N failed` for the machine.
 */
const all = process.argv.includes('--all');

/** Two lanes at a time suit two cores; the longest chains come first. */
const LANES = 2;
const steps: Step[] = [
  { name: 'tests', command: 'vitest', args: ['run', '--project', 'fast'], tests: true },
  { name: 'types', command: 'tsc', args: [] },
  { name: 'queries', command: 'eslint', args: ['src', '--no-error-on-unmatched-pattern'] },
  { name: 'structure', command: 'node', args: ['--import', 'tsx', 'scripts/check-structure.ts'] },
  { name: 'unused', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
  { name: 'style', command: 'biome', args: ['ci', '--colors=off', '--max-diagnostics=20'] },
];
if (all)
  steps.push({ name: 'journeys', command: 'vitest', args: ['run', '--project', 'journeys'], tests: true });

const started = performance.now();
const cluster = await startTestCluster().catch((error: Error) => {
  console.log(`✗ database: ${error.message}\n0 passed, 1 failed`);
  process.exit(1);
});
const migrated = await lintDatabase(cluster).catch(async (error: Error) => {
  await cluster.stop();
  throw error;
});
const env = {
  ...process.env,
  TEST_DATABASE_URL: cluster.adminUrl,
  SPLOT_LINT_DATABASE: migrated.url,
  SPLOT_CHECK: all ? 'all' : 'fast',
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void cluster.stop().finally(() => process.exit(130));
  });
const waiting = [...steps];
const results: Awaited<ReturnType<typeof runStep>>[] = [];

async function lane(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step, env));
}

try {
  await Promise.all(Array.from({ length: LANES }, lane));
} finally {
  await migrated.drop();
  await cluster.stop();
}

const broken = results.filter((r) => !r.ok);
const totals = readTotals(results);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  broken.length === 0
    ? `\nAll well in ${seconds} s.`
    : `\nNot well: ${broken.map((r) => r.name).join(', ')}.`,
);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = broken.length === 0 ? 0 : 1;

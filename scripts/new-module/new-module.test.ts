import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectRoot } from '#kernel/config.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { checkStructure } from '../structure/check.ts';
import { createModule } from './create.ts';

const run = promisify(execFile);
// The tools read the whole program, beside everything else that the check runs at the same time.
vi.setConfig({ testTimeout: 90_000 });
const COPIED = [
  'src',
  'db',
  'test',
  'scripts',
  'package.json',
  'tsconfig.json',
  'biome.json',
  'eslint.config.js',
  'vitest.config.ts',
];

let root: string;
let t: TestDatabase;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'splot-new-module-'));
  for (const path of COPIED) cpSync(join(projectRoot, path), join(root, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  createModule(root, 'try-desk');
  t = await testDatabase();
  await migrate(t.adminUrl, await readMigrations(join(root, 'db/migrations')));
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await t.drop();
});

/** The fast part of the check leaves these out: they run the compiler, the linters and vitest once more. */
const slow = test.skipIf(process.env.SPLOT_CHECK === 'fast');

/** Runs a tool of the packages in the copy; its output becomes the message when it fails. */
async function tool(name: string, ...args: string[]): Promise<void> {
  const env = {
    ...process.env,
    SPLOT_LINT_DATABASE: t.adminUrl,
    TEST_DATABASE_URL: process.env.SPLOT_TEST_SERVER,
  };
  await run(join(projectRoot, 'node_modules/.bin', name), args, { cwd: root, env }).catch((error) => {
    throw new Error(`${name}: ${error.stdout}${error.stderr}`);
  });
}

test('a new module follows the rules of structure and of the database', async () => {
  const findings = await checkStructure(root, t.adminUrl);
  expect(findings.filter((f) => /try.desk/.test(f.file))).toEqual([]);
});

slow('a new module has right types and style', async () => {
  writeFileSync(
    join(root, 'tsconfig.try.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['src/modules/try-desk'] }),
  );
  await tool('tsc', '-p', 'tsconfig.try.json');
  await tool('biome', 'ci', '--vcs-enabled=false', '--error-on-warnings', 'src/modules/try-desk');
});

slow('the queries of a new module fit the database', async () => {
  await tool('eslint', 'src/modules/try-desk/queries.ts');
});

slow('the tests of a new module pass', async () => {
  await tool('vitest', 'run', '--project', 'fast', 'src/modules/try-desk');
});

test('a wrong or taken name is refused', () => {
  expect(() => createModule(root, 'try-desk')).toThrow('exists already');
  for (const name of ['Advice', 'advice_desk', '../x', 'kernel', ''])
    expect(() => createModule(root, name)).toThrow();
});

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MAJOR } from './binaries.ts';
import { asStartupError, StartupError } from './errors.ts';
import { writePrivately } from './files.ts';
import { type Runner, runAs } from './runner.ts';
import { SETTINGS, type Tuning } from './settings.ts';

type Log = (line: string) => void;

/** Locales that only say which characters are letters; the sorting is ICU's. Systems differ in what they have. */
const LETTERS =
  process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'pl_PL.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Whether the folder holds a cluster that this release can open. Remains of an initdb that was killed are moved
 * aside; anything that may hold data is left alone. Throws `StartupError` 'version' or 'damaged'.
 */
export function inspectCluster(dataDir: string, log: Log): boolean {
  const found = lstatSync(dataDir, { throwIfNoEntry: false });
  if (!found || (found.isSymbolicLink() && !existsSync(dataDir))) return false;
  if (!statSync(dataDir).isDirectory()) throw new StartupError('damaged', `${dataDir} is not a folder`);
  const has = (name: string) => existsSync(join(dataDir, name));
  if (has('PG_VERSION') && has('global/pg_control')) {
    const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    if (version !== MAJOR) throw new StartupError('version', `${version}, needed is ${MAJOR}`);
    return true;
  }
  if (readdirSync(dataDir).length === 0) return false;
  if (has('global/pg_control')) throw new StartupError('damaged', `${dataDir} has no PG_VERSION`);
  if (hasUserDatabase(dataDir)) throw new StartupError('damaged', `${dataDir} has no global/pg_control`);
  const aside = `${dataDir}.broken-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(dataDir, aside);
  log(`A database that was never finished was moved to ${aside}; it holds no data and may be deleted.`);
  return false;
}

/** Databases made after initdb have numbers from 16384. */
function hasUserDatabase(dataDir: string): boolean {
  const base = join(dataDir, 'base');
  return existsSync(base) && readdirSync(base).some((name) => Number(name) >= 16_384);
}

/**
 * Creates the cluster in a folder of its own and gives it its name only when it is complete, so a crash leaves
 * either none or a whole one. Throws `StartupError`.
 */
export async function createCluster(runner: Runner, password: string, tuning: Tuning): Promise<void> {
  const half = join(runner.dir, 'postgres.initialising');
  const passwordFile = join(runner.dir, 'postgres.password');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    for (const path of [half, passwordFile])
      if (runner.owner) chownSync(path, runner.owner.uid, runner.owner.gid);
    await initdb(runner, half, passwordFile, tuning);
    appendFileSync(join(half, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS}'\n`);
    renameSync(half, join(runner.dir, 'postgres'));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw asStartupError(error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function initdb(runner: Runner, folder: string, passwordFile: string, tuning: Tuning): Promise<void> {
  const fixed = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=pl-PL',
    '--lc-messages=C',
    '--text-search-config=simple',
    '--data-checksums',
    '--no-instructions',
    ...(tuning === 'test' ? ['--no-sync'] : []),
  ];
  let output = '';
  for (const letters of LETTERS) {
    const ended = await runAs(runner, runner.binaries.initdb, [
      '-D',
      folder,
      ...fixed,
      `--locale=${letters}`,
    ]);
    if (ended.code === 0) return;
    output = ended.output;
    if (!/invalid locale (name|settings)/.test(output)) break;
  }
  const said = output.split('\n').filter((line) => /error|fatal|detail|could not|ENOENT|EACCES/i.test(line));
  throw new Error(said.join(' ') || output || 'initdb ended without a word');
}

/** Makes the files of the cluster belong to whoever will run it (it may have been made another way). */
export function ownCluster(dataDir: string, runner: Runner): void {
  const { uid } = statSync(dataDir);
  const wanted = runner.owner?.uid ?? process.getuid?.();
  if (wanted === undefined || uid === wanted) return;
  if (!runner.owner) throw new StartupError('owner', dataDir);
  execFileSync('chown', ['-R', `${runner.owner.uid}:${runner.owner.gid}`, `${dataDir}/`], { stdio: 'pipe' });
}

/** Writes our settings into the cluster. */
export function writeSettings(dataDir: string, runner: Runner, text: string): void {
  const { owner } = runner;
  writePrivately(join(dataDir, SETTINGS), text, (path) => owner && chownSync(path, owner.uid, owner.gid));
}

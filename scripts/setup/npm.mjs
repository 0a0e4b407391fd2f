// How setup.mjs runs npm, and what it says when that fails.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, sep } from 'node:path';

const onWindows = process.platform === 'win32';

/** Runs a program to its end with a clean environment. Gives what `spawnSync` gives, output as text. */
export function run(file, args, cwd, options = {}) {
  return spawnSync(file, args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    ...options,
  });
}

/** The npm that runs us, with the Node that it runs on; or the one on the path when there is none. */
export function npm(root, args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && /npm-cli\.js$/.test(cli) && existsSync(cli)) {
    return run(node && existsSync(node) ? node : process.execPath, [cli, ...args], root);
  }
  return run(onWindows ? 'npm.cmd' : 'npm', args, root, { shell: onWindows });
}

/** Options of the outer npm that are not meant for the inner one, or would install less than the lock file says. */
const NOT_PASSED_ON = [
  [
    'omit',
    'include',
    'only',
    'also',
    'dev',
    'optional',
    'production',
    'ignore_scripts',
    'allow_scripts',
    'dry_run',
  ],
  [
    'global',
    'location',
    'prefix',
    'local_prefix',
    'workspace',
    'workspaces',
    'include_workspace_root',
    'if_present',
  ],
  [
    'package_lock',
    'package_lock_only',
    'install_strategy',
    'legacy_bundling',
    'global_style',
    'bin_links',
    'force',
  ],
  ['json', 'parseable', 'long', 'loglevel', 'strict_allow_scripts'],
].flat();

/** Registry, proxy, certificates and cache, which also come as npm_config_*, stay. */
function environment() {
  const dropped = new Set([
    'node_env',
    'init_cwd',
    'npm_command',
    ...NOT_PASSED_ON.map((name) => `npm_config_${name}`),
  ]);
  const kept = Object.entries(process.env).filter(
    ([name]) => !dropped.has(name.toLowerCase()) && !/^npm_(package|lifecycle)_/i.test(name),
  );
  // Install scripts must not run on the Node that is just being replaced.
  const bin = `${sep}node_modules${sep}.bin`;
  const clean = (name, value) =>
    name.toLowerCase() === 'path'
      ? value
          .split(delimiter)
          .filter((entry) => !entry.endsWith(bin))
          .join(delimiter)
      : value;
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, clean(name, value)])),
    npm_config_ignore_scripts: 'false',
  };
}

/** What to do about a failed install, from what npm said. */
export function adviceFor(root, said, error) {
  if (error?.code === 'ENOENT')
    return 'npm was not found. Install Node.js with npm 10 or newer (https://nodejs.org).';
  const found = ADVICE.find(([sign]) => sign.test(said));
  if (found) return found[1].replace('{root}', root);
  const version = npm(root, ['--version']).stdout?.trim() || 'unknown';
  return `This was npm ${version} on Node ${process.versions.node}; npm 10 or newer is needed.`;
}

const ADVICE = [
  [/ENOSPC|no space left/i, 'The disk is full: about 2 GB are needed. Make room and start again.'],
  [
    /EUSAGE|in sync/i,
    'package.json and package-lock.json do not fit together: take both from the same commit.',
  ],
  [/EINTEGRITY/, 'A package came damaged. Run "npm cache clean --force" and start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|network/i,
    'The package registry cannot be reached. Check the connection, or the proxy ("npm config get proxy").',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'This user may not write in {root}. Give it the right, or use a checkout of its own.',
  ],
  [
    /\bE40\d|\bE5\d\d/,
    'The package registry refused. Look at "npm config get registry", or try again later.',
  ],
];

#!/usr/bin/env node
// The command `splot`: runs src/main.ts with the Node and tsx of this checkout, whatever Node started it and from
// whatever folder. Passes on the arguments, signals and how it ended.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', 'node', 'bin');
const node = () => [join(bin, 'node.exe'), join(bin, 'node')].find(existsSync);

if (!node()) await import('./setup.mjs');
const program = node();

if (process.exitCode) {
  // setup.mjs has said why
} else if (!program) {
  console.error(`The packages are not installed: run "npm ci" in ${root}.`);
  process.exitCode = 1;
} else {
  run(program);
}

function run(file) {
  const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const args = ['--import', loader, join(root, 'src', 'main.ts'), ...process.argv.slice(2)];
  // The folder stays the caller's (paths in arguments mean it); tsx would look there for its settings.
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
  const child = spawn(file, args, { stdio: 'inherit', env });
  const signals =
    process.platform === 'win32'
      ? ['SIGINT', 'SIGTERM']
      : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl+C in a terminal reaches the child by itself; twice would mean "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`${file} cannot be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code ?? 1;
  });
}

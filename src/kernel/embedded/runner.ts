import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Binaries } from './binaries.ts';

/**
 * How PostgreSQL is run. `self`: as whoever runs Splot. The others are for root, whom PostgreSQL refuses:
 * `user`: as an ordinary account; `setpriv`: the same, with the one capability to enter folders that only root may;
 * `userns`: in a user namespace where root is called something else; `relocated`: binaries and data moved to a
 * folder that everybody may enter.
 */
export type Method = 'self' | 'user' | 'setpriv' | 'userns' | 'relocated';

export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

export interface Runner {
  readonly method: Method;
  readonly binaries: Binaries;
  /** The folder that holds the cluster; not the folder asked for when the method is `relocated`. */
  readonly dir: string;
  /** Who must own the files of the cluster; undefined when whoever runs Splot owns them anyway. */
  readonly owner: Ids | undefined;
  readonly prefix: readonly string[];
  readonly ids: Ids | undefined;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Starts a program as the runner says, in a clean environment: nothing the caller has set for psql or libpq may leak in. */
export function spawnAs(runner: Runner, file: string, args: string[], options: SpawnOptions): ChildProcess {
  const [command = file, ...rest] = [...runner.prefix, file, ...args];
  const cwd = process.platform === 'win32' ? undefined : '/';
  return spawn(command, rest, { cwd, env: environment(), windowsHide: true, ...runner.ids, ...options });
}

/** Runs a program to its end. Never throws: a program that cannot be started ends with code null and the reason as output. */
export function runAs(runner: Runner, file: string, args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawnAs(runner, file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot, TEMP, TMP } = process.env;
  // On a Mac the server refuses a locale that makes it start threads; "C" does there.
  const language = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';
  return { PATH, TMPDIR, SystemRoot, TEMP, TMP, LC_ALL: language, TZ: 'UTC' };
}

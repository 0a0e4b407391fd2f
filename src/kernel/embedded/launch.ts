import type { ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeSettings } from './cluster.ts';
import { asStartupError } from './errors.ts';
import { giveToOwnerOf } from './files.ts';
import { type PidFile, readPidFile } from './postmaster.ts';
import { type Runner, spawnAs } from './runner.ts';
import { choosePort, settingsText, type Tuning } from './settings.ts';

const LOG_LIMIT = 5_000_000;
const ATTEMPTS = 40;

/**
 * Starts the server of the cluster and waits until it takes connections, however long a recovery takes. Its output
 * goes to `postgres.log` in `logDir`: a file outlives us when we crash, a pipe does not. Throws `StartupError`.
 */
export async function launchServer(
  runner: Runner,
  dataDir: string,
  logDir: string,
  tuning: Tuning,
  log: (line: string) => void,
): Promise<PidFile> {
  const logFile = join(logDir, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    writeSettings(dataDir, runner, settingsText(await choosePort(dataDir), tuning));
    const started = await launchOnce(runner, dataDir, logFile, log);
    if (typeof started !== 'string') return started;
    // Another program took the port in between, or the processes of a killed server have not quite gone.
    const passing = /Address already in use|pre-existing shared memory block/.test(started);
    if (!passing || attempt === ATTEMPTS) throw asStartupError(new Error(started));
    await sleep(250);
  }
}

/** The running server, or what it said before it ended. */
async function launchOnce(
  runner: Runner,
  dataDir: string,
  logFile: string,
  log: (line: string) => void,
): Promise<PidFile | string> {
  const { handle, size } = openLog(logFile);
  let child: ChildProcess;
  try {
    // Its own process group: Ctrl+C in the terminal is for Splot, which stops the server when it has finished.
    const stdio: ['ignore', number, number] = ['ignore', handle, handle];
    child = spawnAs(runner, runner.binaries.postgres, ['-D', dataDir], { stdio, detached: true });
  } finally {
    closeSync(handle);
  }
  let failure: string | undefined;
  child.on('error', (error) => {
    failure = error.message;
  });
  child.unref();
  for (let waited = 0; ; waited++) {
    if (failure !== undefined) return failure;
    if (child.exitCode !== null || child.signalCode !== null) return saidSince(logFile, size);
    const file = readPidFile(dataDir);
    if (file?.pid === child.pid && file?.status === 'ready') return file;
    if (waited % 500 === 499) log('The database is still recovering from a crash.');
    await sleep(10);
  }
}

function openLog(file: string): { handle: number; size: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  const handle = openSync(file, 'a', 0o600);
  chmodSync(file, 0o600);
  giveToOwnerOf(dirname(file), file);
  return { handle, size: size > LOG_LIMIT ? 0 : size };
}

function saidSince(file: string, size: number): string {
  const text = readFileSync(file).subarray(size).toString();
  const told = text
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|error while|LOG: {2}could not/.test(line));
  return told.join(' ') || text || 'it ended without a word';
}

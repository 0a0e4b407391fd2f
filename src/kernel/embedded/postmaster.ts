import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { StartupError } from './errors.ts';
import { isAlive, servesFolder, startOf } from './processes.ts';

/** What the server writes into its folder about itself; see "miscinit.h" of PostgreSQL for the lines. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** starting, stopping, ready or standby; empty in the first moments. */
  readonly status: string;
}

const pidPath = (dataDir: string): string => join(dataDir, 'postmaster.pid');

export function readPidFile(dataDir: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidPath(dataDir), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The server that runs in this folder, ready, or undefined. One that is starting, recovering or stopping is waited
 * for. A file left by a crash, also when its process id belongs to somebody else by now, is made harmless.
 */
export async function runningServer(
  dataDir: string,
  log: (line: string) => void,
): Promise<PidFile | undefined> {
  let told = false;
  for (;;) {
    const file = readPidFile(dataDir);
    if (!file) return undefined;
    if (!servesFolder(file.pid, dataDir)) {
      disown(dataDir, file.pid);
      return undefined;
    }
    if (file.status === 'ready' || file.status === 'standby') return file;
    if (!told) log('The database server is still starting or stopping; waiting for it.');
    told = true;
    await sleep(25);
  }
}

/**
 * PostgreSQL refuses to start while the process named in the file lives, whatever it is. Deleting the file would
 * also delete the key by which the server looks for orphaned processes still writing, so only the number is changed,
 * to one that nobody can have.
 */
function disown(dataDir: string, pid: number): void {
  const path = pidPath(dataDir);
  if (process.platform !== 'linux') {
    rmSync(path, { force: true });
    return;
  }
  if (!mayLive(pid)) return;
  const impossible = 2 ** 22 + 1; // the kernel's limit for process ids is 2^22
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [impossible, ...rest].join('\n'));
}

/** Broader than `isAlive`: PostgreSQL counts zombies as living. */
function mayLive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Asks the server to stop at once but cleanly ("fast": open transactions are undone). Returns without waiting. */
export function askToStop(dataDir: string, pid: number, binaries: Binaries): void {
  if (!servesFolder(pid, dataDir)) return;
  try {
    if (process.platform === 'win32') {
      execFileSync(binaries.pgCtl, ['stop', '--no-wait', '-m', 'fast', '-D', dataDir], { stdio: 'ignore' });
    } else process.kill(pid, 'SIGINT');
  } catch {
    // it ended meanwhile
  }
}

/** Stops the server and waits until it has gone; one that does not within 60 s is stopped hard (and recovers at the next start). */
export async function stopServer(dataDir: string, pid: number, binaries: Binaries): Promise<void> {
  const started = startOf(pid);
  if (!servesFolder(pid, dataDir)) return;
  askToStop(dataDir, pid, binaries);
  if (await gone(pid, started, 60_000)) return;
  if (mayLive(pid)) process.kill(pid, 'SIGQUIT');
  if (await gone(pid, started, 10_000)) return;
  throw new StartupError('not_answering', `process ${pid} does not end`);
}

/** Not `servesFolder`: a process that is ending has no command line any more, but has not ended. */
async function gone(pid: number, started: string, patience: number): Promise<boolean> {
  const until = Date.now() + patience;
  while (isAlive(pid) && startOf(pid) === started) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

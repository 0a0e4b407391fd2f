import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';

const onLinux = process.platform === 'linux';

/**
 * Whether a process with this id runs. A zombie does not count: in a container nobody may ever reap an orphan,
 * and `kill(pid, 0)` would call it alive for ever.
 */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !onLinux || !['Z', 'X'].includes(statOf(pid)?.[0] ?? '');
}

/** When the process started, in a form only good for comparing; ids are used again, this pair is not. */
export function startOf(pid: number): string {
  return onLinux ? (statOf(pid)?.[19] ?? '') : '';
}

/** Whether this process is the PostgreSQL server of that (real) data folder, and not another one with its old id. */
export function servesFolder(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (!onLinux) return commandOf(pid).includes(dataDir);
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === dataDir) return /postgres/.test(commandLine(pid)[0] ?? '');
  } catch {
    // of another user: the command line is readable to all
  }
  const words = commandLine(pid);
  const after = words[words.indexOf('-D') + 1];
  return words.includes('-D') && after !== undefined && resolve(after) === dataDir;
}

/** The fields of /proc/<pid>/stat after the name (which may hold spaces and brackets): state first, start time 20th. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveToOwnerOf } from './files.ts';
import { isAlive, startOf } from './processes.ts';

/**
 * Who uses the server: one small file for each process, so that the last to leave stops it, whoever started it.
 * A crashed process leaves its file behind; it is recognised by process id and start time and swept away.
 */
export interface Registration {
  /** Whether another living process uses the server as well. */
  others(): boolean;
  leave(): void;
}

/** Registers this process as a user of the server whose users are listed in the folder. Never asynchronous: also runs at exit. */
export function register(folder: string): Registration {
  mkdirSync(folder, { recursive: true });
  giveToOwnerOf(dirname(folder), folder);
  const own = `${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(join(folder, own), startOf(process.pid));
  return {
    // A folder that somebody deleted while we ran names nobody.
    others: () =>
      existsSync(folder) && readdirSync(folder).some((name) => name !== own && lives(folder, name)),
    leave: () => rmSync(join(folder, own), { force: true }),
  };
}

function lives(folder: string, name: string): boolean {
  const pid = Number(name.split('-')[0]);
  const file = join(folder, name);
  try {
    if (isAlive(pid) && readFileSync(file, 'utf8') === startOf(pid)) return true;
  } catch {
    return false;
  }
  rmSync(file, { force: true });
  return false;
}

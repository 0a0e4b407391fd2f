import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from './errors.ts';
import { giveToOwnerOf } from './files.ts';

const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process (or other part of this one) does the same with this file. It is a lock of the
 * operating system, taken through SQLite because Node has no `flock`: it ends with the process however that ends,
 * so no stale lock has to be recognised. Throws `StartupError` 'busy' after two minutes.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    giveToOwnerOf(dirname(file), file);
    const until = Date.now() + PATIENCE_MS;
    while (!taken(lock)) {
      if (Date.now() > until) throw new StartupError('busy', file);
      await sleep(25);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    // In memory: no journal file that a killed process leaves beside the lock.
    lock.exec('pragma journal_mode = memory; begin exclusive');
    return true;
  } catch (error) {
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

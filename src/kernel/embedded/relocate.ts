import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries, binariesIn } from './binaries.ts';
import { asStartupError } from './errors.ts';
import type { Ids } from './runner.ts';

const HOME = '/var/lib/splot';

/**
 * The last resort for root in a folder that nobody else may enter: copies the programs to /var/lib/splot and keeps
 * the cluster there, with a symbolic link `postgres` in the data folder. Gives the folder and programs to use.
 * An existing cluster moves along when both folders are on one file system. Only for a stopped cluster.
 */
export function relocate(dir: string, binaries: Binaries, owner: Ids): { dir: string; binaries: Binaries } {
  const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
  try {
    const programs = join(HOME, `programs-${short(binaries.root)}`);
    const data = join(HOME, `data-${short(dir)}`);
    makeFolder(HOME);
    if (!existsSync(programs)) {
      const half = `${programs}.half`;
      rmSync(half, { recursive: true, force: true });
      cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, programs);
    }
    makeFolder(data);
    chownSync(data, owner.uid, owner.gid);
    const target = join(data, 'postgres');
    const link = join(dir, 'postgres');
    const there = lstatSync(link, { throwIfNoEntry: false });
    // The link was deleted, and the password with it: whoever did that wanted a new database.
    if (!there && existsSync(target)) renameSync(target, `${target}.unlinked-${Date.now()}`);
    if (there?.isDirectory() && !existsSync(target)) renameSync(link, target);
    if (!there?.isSymbolicLink() && !existsSync(link)) symlinkSync(target, link);
    return { dir: data, binaries: binariesIn(programs) };
  } catch (error) {
    throw asStartupError(error);
  }
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

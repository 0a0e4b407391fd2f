import { createWriteStream } from 'node:fs';
import { access, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Server } from '../boot.ts';
import { type Config, projectRoot } from '../kernel/config.ts';
import { openStorage } from '../kernel/files/storage.ts';
import { type Manifest, secretMark } from './archive/manifest.ts';
import { seal } from './archive/sealed.ts';
import { writeArchive } from './archive/write.ts';

const USAGE = `splot backup FILE

  Writes the database and the stored files, as they are at this moment, into one archive (tar, gzip). People may go on
  working. With BACKUP_PASSPHRASE it is encrypted. SECRET is not in it: keep it elsewhere, without it the archive is
  worth little. "splot restore FILE" brings it back.`;

/** What a command line names is meant from where the person stands, wherever npm runs it. */
export const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? '', file);

/**
 * `splot backup FILE`. An existing file is never replaced; an interrupted run leaves only `FILE.part`.
 * @returns 0 when written; 1 when files named by the database are missing from the storage (the archive is written);
 * 2 when the command is not understood
 */
export async function backup(config: Config, server: Server, args: readonly string[]): Promise<number> {
  const [given, ...more] = args;
  if (!given || given.startsWith('-') || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const file = pathOf(given);
  if (await exists(file)) {
    console.error(`${file} exists already; choose another name.`);
    return 2;
  }
  const manifest = await writeBackup(config, server.adminUrl, file);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${file}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.count} files.`);
  if (!config.BACKUP_PASSPHRASE)
    console.log('It is not encrypted: set BACKUP_PASSPHRASE, or keep it where personal data may lie.');
  if (manifest.files.missing === 0) return 0;
  console.error(`${manifest.files.missing} files named by the database are not in the storage.`);
  return 1;
}

/** Writes the archive of a database and its storage; the file appears once it is whole. */
export async function writeBackup(
  config: Config,
  adminUrl: string,
  file: string,
  without?: (table: string) => boolean,
): Promise<Manifest> {
  const disk = await openStorage(config);
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'splot backup' });
  const part = `${file}.part`;
  let manifest: Manifest | undefined;
  await client.connect();
  try {
    const source = writeArchive({
      client,
      file: async (key) => ((await disk.exists(key)) ? disk.getBytes(key) : null),
      secretMark: secretMark(config.SECRET),
      version: await version(),
      now: new Date(),
      done: (made) => {
        manifest = made;
      },
      ...(without && { without }),
    });
    const passphrase = config.BACKUP_PASSPHRASE;
    await pipeline(
      Readable.from(source),
      createGzip(),
      (zipped: AsyncIterable<Buffer>) => (passphrase ? seal(zipped, passphrase) : zipped),
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    if (!manifest) throw new Error('backup: the archive has no manifest');
    await rename(part, file);
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function version(): Promise<string> {
  const { version: found } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return found;
}

import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Server } from '../boot.ts';
import { type AuditReport, verifyAudit } from '../kernel/audit/verify.ts';
import type { Config } from '../kernel/config.ts';
import { Database, systemScope } from '../kernel/db/database.ts';
import { openStorage } from '../kernel/files/storage.ts';
import { loadArchive, migrationsOf } from './archive/load.ts';
import { checkArchive, type Manifest, secretMark } from './archive/manifest.ts';
import { readArchive } from './archive/read.ts';
import { isBlank } from './archive/tables.ts';
import { Damaged } from './archive/tar.ts';
import { pathOf } from './backup.ts';

const USAGE = `splot restore FILE [--into NAME]

  Brings back what "splot backup" wrote, into a database without tables; with --into, into a new database of this name
  on the same server. The archive is read and compared as a whole before anything is changed. Needs the SECRET of the
  installation it was made from, and BACKUP_PASSPHRASE when it is encrypted.`;

/** What cannot be done: said in one sentence, without a trace. */
class Refusal extends Error {}

/**
 * `splot restore FILE`: checks the archive, loads it, compares what was loaded, proves the access record.
 * @returns 0 when all is back; 1 when refused (then nothing was changed) or when the access record does not hold; 2 when
 * the command is not understood
 */
export async function restore(config: Config, server: Server, args: readonly string[]): Promise<number> {
  const asked = understood(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  try {
    const { url, manifest } = await restoreInto(config, server.adminUrl, pathOf(asked.file), asked.into);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Restored ${manifest.madeAt}: ${rows} rows, ${manifest.files.count} files, all as they were.`,
    );
    const report = await proof(url, [config.SECRET, ...config.SECRETS_BEFORE]);
    if (!report.ok) {
      console.error(`The access record does not hold: ${JSON.stringify(report.broken)}`);
      return 1;
    }
    console.log(`The access record is whole: ${report.entries} entries in ${report.seals} seals.`);
    console.log('The next start, or "splot migrate", brings the database up to date.');
    return 0;
  } catch (error) {
    if (!(error instanceof Damaged || error instanceof Refusal)) throw error;
    console.error(
      error instanceof Damaged ? `This archive cannot be restored: ${error.message}.` : error.message,
    );
    return 1;
  }
}

function understood(args: readonly string[]): { file: string; into: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    return file && more.length === 0 ? { file, into: values.into } : null;
  } catch {
    return null;
  }
}

/** Everything `restore` does but the words. Gives the address of the restored database for the administrator. */
export async function restoreInto(
  config: Config,
  adminUrl: string,
  file: string,
  into?: string,
): Promise<{ url: string; manifest: Manifest }> {
  const read = () => readArchive(file, config.BACKUP_PASSPHRASE);
  const manifest = await checkArchive(read());
  await migrationsOf(manifest);
  if (manifest.secret !== secretMark(config.SECRET))
    throw new Refusal(
      'SECRET is not that of the installation the archive comes from; without it nobody could sign in with a second factor, and the access record could not be proven. Set SECRET to the old one.',
    );
  const url = into === undefined ? adminUrl : await createDatabase(adminUrl, into);
  const client = new pg.Client({ connectionString: url, application_name: 'splot restore' });
  await client.connect();
  try {
    if (!(await isBlank(client)))
      throw new Refusal(
        'The database is not empty. Restore into a new one with --into NAME, or start with an empty DATA_DIR.',
      );
    const disk = await openStorage(config);
    // Keys are random: what lies under one already is the same file, and may belong to a living installation.
    const storeFile = async (key: string, data: Buffer) => {
      if (!(await disk.exists(key))) await disk.put(key, data, { contentType: 'application/octet-stream' });
    };
    await loadArchive({ client, adminUrl: url, storeFile }, manifest, read());
  } catch (error) {
    await client.end();
    if (into !== undefined) await dropDatabase(adminUrl, into);
    throw error;
  }
  await client.end();
  return { url, manifest };
}

async function createDatabase(adminUrl: string, name: string): Promise<string> {
  await onServer(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) throw new Refusal(`There is a database ${name} already.`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  onServer(adminUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)}`);
  });

async function onServer(adminUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function proof(adminUrl: string, secrets: readonly string[]): Promise<AuditReport> {
  const db = new Database(adminUrl, { max: 2 });
  try {
    return await db.transaction(systemScope(new Date(), 'splot restore'), (ctx) =>
      verifyAudit(ctx, { secrets }),
    );
  } finally {
    await db.close();
  }
}

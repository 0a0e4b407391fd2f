import type pg from 'pg';
import { copyOut } from './copy.ts';
import { fileTally, MANIFEST, type Manifest, tally } from './manifest.ts';
import {
  auditMonths,
  copyText,
  isHeld,
  sequences,
  settle,
  storedTables,
  type Table,
  unforce,
} from './tables.ts';
import { ending, packEntry } from './tar.ts';

export interface Source {
  /** An administrator's connection. */
  readonly client: pg.Client;
  /** The bytes of a stored file; null when there are none. */
  readonly file: (key: string) => Promise<Uint8Array | null>;
  readonly secretMark: string;
  readonly version: string;
  readonly now: Date;
  /** Tables whose rows are left out: what the system loads by itself. */
  readonly without?: (table: string) => boolean;
  /** Told once everything is written. */
  readonly done: (manifest: Manifest) => void;
}

/** A part of a table that is held in memory. */
const PART = 4 * 1024 * 1024;

/**
 * The bytes of an archive: tables as they were at one instant, the files they name, the manifest. People go on working
 * meanwhile, unless the login is held by row-level security itself: then it rests for the time, and everybody waits.
 */
export async function* writeArchive(source: Source): AsyncGenerator<Buffer> {
  const { client } = source;
  await settle(client);
  await client.query('begin isolation level repeatable read');
  try {
    if (await isHeld(client)) {
      await client.query('set local role splot_owner');
      await unforce(client);
    } else await client.query('set transaction read only');
    const tables: Manifest['tables'] = [];
    for (const table of await storedTables(client)) {
      const sums = tally();
      const text = source.without?.(table.name) ? null : copyText(table);
      let number = 0;
      for await (const data of text ? parts(client, text) : []) {
        sums.add(data);
        number += 1;
        yield packEntry({ name: `tables/${table.name}/${String(number).padStart(6, '0')}`, data });
      }
      tables.push({ ...writable(table), ...sums.sum() });
    }
    const files = fileTally();
    let missing = 0;
    for await (const key of keys(client)) {
      const data = await source.file(key);
      if (!data) {
        missing += 1;
        continue;
      }
      files.add(key, data);
      yield packEntry({ name: `files/${key}`, data: Buffer.from(data) });
    }
    const manifest: Manifest = {
      format: 1,
      version: source.version,
      madeAt: source.now.toISOString(),
      migrations: (await client.query('select name, hash from kernel.migration order by name')).rows,
      secret: source.secretMark,
      auditMonths: await auditMonths(client),
      sequences: await sequences(client),
      tables,
      files: { ...files.sum(), missing },
    };
    yield packEntry({ name: MANIFEST, data: Buffer.from(JSON.stringify(manifest, null, 1)) });
    yield ending();
    source.done(manifest);
  } finally {
    await client.query('rollback');
  }
}

const writable = ({ name, columns }: Table) => ({ name, columns: [...columns] });

/** Whole rows, gathered to parts of a few megabytes. */
async function* parts(client: pg.Client, text: string): AsyncGenerator<Buffer> {
  let rows: Buffer[] = [];
  let size = 0;
  for await (const row of copyOut(client, text) as AsyncIterable<Buffer>) {
    rows.push(row);
    size += row.length;
    if (size < PART) continue;
    yield Buffer.concat(rows);
    [rows, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(rows);
}

/** Keys of the stored files, by a cursor: there may be very many. What a scanner found infected was erased. */
async function* keys(client: pg.Client): AsyncGenerator<string> {
  await client.query(
    `declare keys cursor for select storage_key from kernel.file where scan_state <> 'infected' order by storage_key`,
  );
  for (;;) {
    const { rows } = await client.query<{ storage_key: string }>('fetch 1000 from keys');
    if (rows.length === 0) return;
    for (const { storage_key: key } of rows) yield key;
  }
}

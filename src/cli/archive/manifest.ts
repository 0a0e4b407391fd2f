import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { Damaged, type Entry } from './tar.ts';

/** The last entry of an archive: what is in it. Without it the archive is not whole. */
export const MANIFEST = 'manifest.json';

const manifest = z.object({
  format: z.literal(1),
  /** Of Splot, for people; what counts are the migrations. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })).min(1),
  /** Tells whether SECRET is the same, and nothing else of it. */
  secret: z.string(),
  auditMonths: z.array(z.iso.date()),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() }),
  ),
  files: z.object({
    count: z.number().int(),
    bytes: z.number().int(),
    sha256: z.string(),
    /** Named by the database and not in the storage. */
    missing: z.number().int(),
  }),
});
export type Manifest = z.infer<typeof manifest>;

export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('splot backup').digest('hex').slice(0, 16);

/** A table is told by its name and its rows as COPY writes them, one line each. */
export function tally() {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (lines: Buffer) => {
      hash.update(lines);
      for (let at = lines.indexOf(10); at !== -1; at = lines.indexOf(10, at + 1)) rows += 1;
    },
    sum: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

/**
 * Rows told without their order, which a database does not keep: the sum of the hashes of all of them. Takes whole rows.
 */
export function bag() {
  let [rows, sum] = [0, 0n];
  return {
    add: (lines: Buffer) => {
      for (let from = 0; from < lines.length; ) {
        const to = lines.indexOf(10, from) + 1 || lines.length;
        sum += createHash('sha256').update(lines.subarray(from, to)).digest().readBigUInt64BE();
        rows += 1;
        from = to;
      }
    },
    sum: () => `${rows} ${sum}`,
  };
}

/** Files are told together: the names and hashes of all of them in order. */
export function fileTally() {
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  return {
    add: (name: string, data: Uint8Array) => {
      count += 1;
      bytes += data.length;
      hash.update(`${name} ${createHash('sha256').update(data).digest('hex')}\n`);
    },
    sum: () => ({ count, bytes, sha256: hash.digest('hex') }),
  };
}

/** `tables/<schema.table>/<number>` and `files/<key>`. */
export const tableOf = (name: string): string | null => /^tables\/(.+)\/\d+$/.exec(name)?.[1] ?? null;
export const fileOf = (name: string): string | null => (name.startsWith('files/') ? name.slice(6) : null);

/** Reads a whole archive and compares it with its manifest. Throws `Damaged` that names what is not as it was. */
export async function checkArchive(entries: AsyncIterable<Entry>): Promise<Manifest> {
  const tables = new Map<string, ReturnType<typeof tally>>();
  const files = fileTally();
  let found: Manifest | undefined;
  for await (const { name, data } of entries) {
    const [table, file] = [tableOf(name), fileOf(name)];
    if (table !== null) {
      const sums = tables.get(table) ?? tally();
      tables.set(table, sums);
      sums.add(data);
    } else if (file !== null) files.add(file, data);
    else if (name === MANIFEST) found = parsed(data);
  }
  if (!found) throw new Damaged('it ends too early');
  for (const { name, rows, sha256 } of found.tables) {
    const sums = (tables.get(name) ?? tally()).sum();
    if (sums.rows !== rows || sums.sha256 !== sha256)
      throw new Damaged(`the table ${name} is not as it was: ${sums.rows} rows of ${rows}`);
  }
  const { count, sha256 } = files.sum();
  if (count !== found.files.count || sha256 !== found.files.sha256)
    throw new Damaged(`the files are not as they were: ${count} of ${found.files.count}`);
  return found;
}

function parsed(data: Buffer): Manifest {
  try {
    return manifest.parse(JSON.parse(data.toString('utf8')));
  } catch {
    throw new Damaged('its manifest cannot be read; it may come from a later version of Splot');
  }
}

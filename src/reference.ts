import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { projectRoot } from './kernel/config.ts';

const DIRECTORY = join(projectRoot, 'db/reference/territory');

type Row = Readonly<Record<string, string>>;

/** The day whose state the files show; `scripts/territory/changes.ts` brings them to it. */
const TERRITORY_AS_OF = '2026-01-01';

/**
 * Loads reference data that is too large for a migration (the territory of Poland). Does nothing when the database
 * already holds the files of the repository; `db/reference/territory/README.md` names their sources. Once an official
 * register was imported its units stay as they are, and only localities are loaded.
 */
export async function loadReferenceData(adminUrl: string): Promise<void> {
  const names = ['voivodeships.csv', 'counties.csv', 'gminas.csv', 'localities.csv.gz'];
  const files = await Promise.all(names.map((name) => readFile(join(DIRECTORY, name))));
  const hash = files.reduce((sum, file) => sum.update(file), createHash('sha256')).digest('hex');
  const client = new pg.Client({ connectionString: adminUrl, options: '-c role=splot_owner' });
  await client.connect();
  try {
    const { rows } = await client.query<{ hash: string }>('select hash from territory.source');
    if (rows[0]?.hash === hash) return;
    const [voivodeships, counties, gminas, localities] = files.map((file, i) => {
      const text = names[i]?.endsWith('.gz') ? gunzipSync(file) : file;
      return parse(text, { columns: true }) as Row[];
    });
    await client.query('begin');
    // Of two processes that start at once one loads, the other waits and then finds everything in place.
    await client.query('lock table territory.source in exclusive mode');
    const official = await client.query("select from territory.gmina where source <> 'splot' limit 1");
    if (official.rowCount === 0) {
      await upsert(client, 'voivodeship', dated(voivodeships), 'code', {
        code: 'code',
        name: 'name',
        as_of: 'asOf',
      });
      await upsert(client, 'county', dated(counties), 'code', {
        code: 'code',
        name: 'name',
        voivodeship_code: 'voivodeshipCode',
        kind: 'kind',
        as_of: 'asOf',
      });
      await upsert(client, 'gmina', dated(gminas), 'id', {
        id: 'key',
        name: 'name',
        county_code: 'countyCode',
        kind: 'kind',
        terc: 'terc',
        as_of: 'asOf',
      });
    }
    const known = await client.query<{ id: string }>('select id from territory.gmina');
    const ids = new Set(known.rows.map(({ id }) => id));
    await client.query('delete from territory.locality');
    await upsert(
      client,
      'locality',
      localities
        ?.filter(({ gminaKey = '' }) => ids.has(gminaKey))
        .map((row, i) => ({ ...row, id: String(i + 1) })),
      'id',
      {
        id: 'id',
        name: 'name',
        gmina_id: 'gminaKey',
        county_code: 'countyCode',
        kind: 'kind',
        lat: 'lat',
        lon: 'lon',
      },
    );
    await client.query(
      "insert into territory.source (name, hash, loaded_at) values ('territory', $1, now()) on conflict (name) do update set hash = excluded.hash, loaded_at = now()",
      [hash],
    );
    await client.query('commit');
    await client.query('analyze territory.locality, territory.gmina, territory.county');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

const dated = (rows: readonly Row[] | undefined) => rows?.map((row) => ({ ...row, asOf: TERRITORY_AS_OF }));

const CASTS: Readonly<Record<string, string>> = {
  lat: '::double precision',
  lon: '::double precision',
  as_of: '::date',
};

/** One statement for all rows: columns of the table by columns of the file; an empty cell is null. */
async function upsert(
  client: pg.Client,
  table: string,
  rows: readonly Row[] | undefined,
  key: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  if (!rows || rows.length === 0) throw new Error(`db/reference/territory: no rows for ${table}`);
  const names = Object.keys(columns);
  const values = names.map((name) => rows.map((row) => row[columns[name] ?? ''] || null));
  const select = names
    .map((name, i) => (name === 'id' && table === 'locality' ? `c${i}::int` : `c${i}${CASTS[name] ?? ''}`))
    .join(', ');
  const changes = names.filter((name) => name !== key).map((name) => `${name} = excluded.${name}`);
  await client.query(
    `insert into territory.${table} (${names.join(', ')})
     select ${select} from unnest(${names.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as t(${names.map((_, i) => `c${i}`).join(', ')})
     on conflict (${key}) do update set ${changes.join(', ')}`,
    values,
  );
}

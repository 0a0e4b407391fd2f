import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '#kernel/config.ts';

export interface Scale {
  readonly cases: number;
  /** Cases of the one large office. */
  readonly big: number;
  /** Counties beside that of the large office, each with up to 2 500 cases. */
  readonly counties: number;
}

export const scaleOf = (cases: number): Scale => {
  const big = Math.min(Math.floor((cases * 3) / 10), 4000);
  return { cases, big, counties: Math.max(2, Math.ceil((cases - big) / 2500)) };
};

const KINDS = { institution: 2, worker: 3, partnership: 6, account: 9, case: 22, person: 20 } as const;
const EPOCH = 1_735_689_600_000;

/** The id that the generator gives to the n-th thing of a kind: a uuid of version 7, in the order of n. */
export function madeId(kind: keyof typeof KINDS, n: number): string {
  const time = (EPOCH + n).toString(16).padStart(12, '0');
  const type = KINDS[kind].toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${type}-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Workers by their place: county 0 is that of the large office; slot 0–5 OPS, 6 PUP, 7–8 NGO, 9 CIS; hand 0 is the head. */
export const workerNumber = (county: number, slot: number, hand: number): number =>
  (county * 10 + slot) * 1000 + hand;

const HELPERS = `
create function pg_temp.made(kind int, n bigint) returns uuid language sql immutable as $f$
  select (lpad(to_hex(${EPOCH} + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $f$;
-- An invented PESEL: of the 1800s, formally right.
create function pg_temp.pesel(born date, serial int) returns text language sql immutable as $f$
  select d || ((10 - (substr(d, 1, 1)::int + substr(d, 2, 1)::int * 3 + substr(d, 3, 1)::int * 7 + substr(d, 4, 1)::int * 9 + substr(d, 5, 1)::int
    + substr(d, 6, 1)::int * 3 + substr(d, 7, 1)::int * 7 + substr(d, 8, 1)::int * 9 + substr(d, 9, 1)::int + substr(d, 10, 1)::int * 3) % 10) % 10)
  from (select to_char(born, 'YY') || lpad((extract(month from born) + 80)::text, 2, '0') || to_char(born, 'DD') || lpad((serial * 2)::text, 4, '0') as d) x $f$;`;

const INDEXES = `select i.indexrelid::regclass::text as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as make
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace in ('cases'::regnamespace, 'audit'::regnamespace) and not c.relispartition and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;

/**
 * Fills a migrated, empty database by SQL, past every service and trigger: institutions, workers, people and cases in a
 * true mix of states, with ten events and sixteen entries of the access record, and a diagnosis, a plan of four items and
 * ten attendances where the state has them.
 * The same numbers always give the same data, apart from the day they lead to.
 */
export async function generate(adminUrl: string, cases: number, today: string): Promise<Scale> {
  const scale = scaleOf(cases);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off; set timezone = 'UTC';
      set work_mem = '64MB'; set maintenance_work_mem = '256MB'; set client_min_messages = warning`);
    await client.query('begin');
    // Built at the end: several times faster than keeping them through every insert.
    const { rows: indexes } = await client.query<{ name: string; make: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(HELPERS);
    await client.query(`create temp table scale as select ${scale.cases} as cases, ${scale.big} as big,
      ${scale.counties} as counties, date '${today}' as today`);
    for (const part of ['offices', 'cases', 'content', 'audit'])
      await client.query(await readFile(join(projectRoot, `bench/sql/${part}.sql`), 'utf8'));
    for (const { make } of indexes) await client.query(make);
    await client.query('commit');
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
  return scale;
}

export interface TableSize {
  readonly name: string;
  readonly rows: number;
}

/** The larger tables and how many rows they hold, and the size of the database in bytes. */
export async function sizes(adminUrl: string): Promise<{ tables: TableSize[]; bytes: number }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<TableSize>(
      `select case when relispartition then 'entries of the access record' else relname end as name, sum(reltuples)::float8 as rows
       from pg_class where relnamespace in ('cases'::regnamespace, 'audit'::regnamespace) and relkind = 'r' and reltuples > 0
       group by 1 having sum(reltuples) >= 1000 order by 2 desc limit 12`,
    );
    const size = await client.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    );
    return { tables: rows, bytes: Number(size.rows[0]?.bytes ?? 0) };
  } finally {
    await client.end();
  }
}

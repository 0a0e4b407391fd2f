import type pg from 'pg';

export interface Table {
  /** `schema.table`, quoted where PostgreSQL needs it. */
  readonly name: string;
  /** Those that are stored; what the database computes itself is left out. */
  readonly columns: readonly string[];
}

/** Text of values must not depend on how a server is set up. */
const SETTINGS = `set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set synchronize_seqscans = off; set max_parallel_workers_per_gather = 0;
  set lock_timeout = '30s'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

export const settle = (client: pg.Client) => client.query(SETTINGS);

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
/** A partition is written and read through its table. The queue keeps its own account of how it was built. */
const STORED = `${OURS} and c.relkind in ('r', 'p') and not c.relispartition
  and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Every table that holds something, in a stable order. */
export async function storedTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.oid::regclass::text as name, array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${STORED} order by n.nspname collate "C", c.relname collate "C"`,
  );
  return rows;
}

export const copyText = ({ name, columns }: Table, from = false): string =>
  from
    ? `copy ${name} (${columns.join(', ')}) from stdin`
    : `copy (select ${columns.join(', ')} from ${name}) to stdout`;

/** Whether row-level security, forced on owners too, holds whoever is signed in. */
export async function isHeld(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = session_user',
  );
  return !rows[0]?.free;
}

/** Lets the owner see its rows until the transaction ends or `after` runs; nobody else reads the tables meanwhile. */
export async function unforce(client: pg.Client): Promise<{ after: string }> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${STORED} and c.relforcerowsecurity order by 1`,
  );
  await statements(
    client,
    rows.map(({ name }) => `alter table ${name} no force row level security`),
  );
  return { after: rows.map(({ name }) => `alter table ${name} force row level security`).join(';') };
}

/**
 * Takes away, as the owner of everything, what would refuse or change rows that are loaded: foreign keys, triggers,
 * forced row-level security. `after` puts it all back; adding a foreign key checks every row.
 */
export async function loosen(client: pg.Client): Promise<{ after: string }> {
  const { after } = await unforce(client);
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.oid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and k.contype = 'f' and k.conparentid = 0 order by 1, 2`,
  );
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name from pg_trigger t
       join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' order by 1, 2`,
  );
  await statements(client, [
    ...keys.map((k) => `alter table ${k.table} drop constraint ${k.name}`),
    ...triggers.map((t) => `alter table ${t.table} disable trigger ${t.name}`),
  ]);
  return {
    after: [
      ...keys.map((k) => `alter table ${k.table} add constraint ${k.name} ${k.definition}`),
      ...triggers.map((t) => `alter table ${t.table} enable trigger ${t.name}`),
      after,
    ].join(';'),
  };
}

const statements = (client: pg.Client, all: readonly string[]) => client.query(all.join(';'));

export interface Sequence {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

export async function sequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind = 'S' order by 1`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    found.push({ name, last: state[0]?.last ?? '1', called: state[0]?.called ?? false });
  }
  return found;
}

/** The first days of the months for which the access record has a partition. */
export async function auditMonths(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select to_char(to_date(substr(c.relname, 7), 'YYYY_MM'), 'YYYY-MM-DD') as day from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'audit.entry'::regclass and c.relname ~ '^entry_\\d{4}_\\d{2}$' order by 1`,
  );
  return rows.map(({ day }) => day);
}

/** Whether the database holds no table at all. */
export async function isBlank(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind in ('r', 'p') and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  return rowCount === 0;
}

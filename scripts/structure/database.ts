import pg from 'pg';
import type { Finding } from './source.ts';

/** Roles that requests and jobs work under. What none of them may touch needs no row-level security. */
const ROLES = `array['splot_worker', 'splot_participant', 'splot_public', 'splot_system', 'splot_search', 'splot_auth', 'splot_report', 'splot_emergency']`;
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;
const IS_PUBLIC = `coalesce(obj_description(c.oid, 'pg_class'), '') ~* 'public data'`;

/** Each query gives the rows that break a rule: `object`, and sometimes `detail`. */
const RULES: readonly { readonly message: string; readonly query: string }[] = [
  {
    message: 'a table says in a comment what it holds',
    query: `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') is null`,
  },
  {
    message: 'needs row-level security, enabled and forced, or «Public data» in its comment',
    query: `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and not ${IS_PUBLIC} and not (c.relispartition and exists (select from pg_inherits i join pg_class p on p.oid = i.inhparent
          where i.inhrelid = c.oid and coalesce(obj_description(p.oid, 'pg_class'), '') ~* 'public data'))
        and exists (select from unnest(${ROLES}) as r(name) join pg_roles on rolname = name
          where has_table_privilege(name, c.oid, 'select, insert, update, delete'))`,
  },
  {
    message: 'a foreign key says what happens on delete: restrict, cascade or set null',
    query: `select c.conrelid::regclass || '.' || c.conname as object from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where ${OURS} and c.contype = 'f' and c.conparentid = 0 and c.confdeltype = 'a'`,
  },
  {
    message: 'a foreign key needs an index that begins with its column',
    query: `select c.conrelid::regclass || '.' || c.conname as object from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where ${OURS} and c.contype = 'f' and c.conparentid = 0 and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indisvalid
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ 'IS NOT NULL')
          and i.indkey[0] = any(c.conkey))`,
  },
  {
    message: 'a function with the rights of its owner must set its search_path',
    query: `select p.oid::regprocedure::text as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and p.prosecdef and not exists (select from unnest(p.proconfig) s where s like 'search_path=%')`,
  },
  {
    message:
      'nothing personal is deleted by people: a policy for DELETE is for splot_system, or drop_draft for what was never signed or sent',
    query: `select c.oid::regclass || '.' || pol.polname as object, string_agg(r.rolname, ', ') as detail
      from pg_policy pol join pg_class c on c.oid = pol.polrelid join pg_namespace n on n.oid = c.relnamespace
        cross join lateral unnest(pol.polroles) as who(id) join pg_roles r on who.id in (r.oid, 0)
      where ${OURS} and not n.nspname = any($1::text[]) and not ${IS_PUBLIC} and pol.polname <> 'drop_draft' and pol.polcmd in ('d', '*') and pol.polpermissive
        and r.rolname = any(${ROLES}) and r.rolname <> 'splot_system' and has_table_privilege(r.oid, c.oid, 'delete')
      group by 1 order by 1`,
  },
];

/**
 * The rules that only a migrated database can show.
 * @param kernelSchemas schemas of the kernel, whose drafts and sessions people do throw away
 */
export async function checkDatabase(url: string, kernelSchemas: readonly string[]): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set search_path to ''`);
    const findings: Finding[] = [];
    for (const { message, query } of RULES) {
      const values = query.includes('$1') ? [kernelSchemas] : [];
      const { rows } = await client.query<{ object: string; detail?: string }>(query, values);
      for (const { object, detail } of rows)
        findings.push({ file: object, message: detail ? `${message} (${detail})` : message });
    }
    return findings;
  } finally {
    await client.end();
  }
}

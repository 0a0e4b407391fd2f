import type pg from 'pg';

/**
 * The structure of a migrated database as text in a stable order: one block a table with columns, constraints, indexes,
 * triggers, policies and rights, then views and functions. For people to read and compare; it is not run.
 */
export async function dumpSchema(client: pg.Client): Promise<string> {
  // Names are written with their schema only when nothing is found without one.
  await client.query(`set search_path = ''`);
  const blocks: string[] = [];
  for (const query of [TABLES, VIEWS, FUNCTIONS]) {
    const { rows } = await client.query<{ block: string }>(query);
    blocks.push(...rows.map(({ block }) => block));
  }
  return `${HEADER}\n${blocks.join('\n\n')}\n`;
}

const HEADER = `-- The structure of the database as the migrations make it. Written by: node --import tsx scripts/schema.ts
-- To read and to compare; the migrations in db/migrations are what runs.
`;

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;
const sorted = (
  text: string,
  table: string,
): string => `(select string_agg(x.line, e'\\n' order by x.line collate "C") from (${text}) x
  where x.line is not null and x.line <> '') ${table}`;

/** Rights as \`role: select, insert\`, with columns where they are not given for the whole. Owners are left out. */
const RIGHTS = `select '  -- ' || r.grantee || ': ' || string_agg(r.right, ', ' order by r.right) as line from (
    select coalesce(g.rolname, 'public') as grantee, lower(a.privilege_type) as right
      from aclexplode(c.relacl) a left join pg_roles g on g.oid = a.grantee where a.grantee <> c.relowner
    union all
    select coalesce(g.rolname, 'public'), lower(a.privilege_type) || ' (' || string_agg(t.attname, ', ' order by t.attnum) || ')'
      from pg_attribute t cross join lateral aclexplode(t.attacl) a left join pg_roles g on g.oid = a.grantee
      where t.attrelid = c.oid and not t.attisdropped group by 1, a.privilege_type) r group by r.grantee`;

const TABLES = `
select 'table ' || c.oid::regclass || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
  || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '')
  || (select string_agg(e'\\n  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when d.oid is null then '' when a.attgenerated = 's' then ' generated as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
           else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '' order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
  || coalesce(e'\\n' || parts.lines, '') || coalesce(e'\\n' || rls.line, '') || coalesce(e'\\n' || rights.lines, '') as block
from pg_class c join pg_namespace n on n.oid = c.relnamespace
left join lateral ${sorted(
  `select '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
   union all select '  index ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (.*?) ON (ONLY )?\\S+ ', '\\2 \\1')
     from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
   union all select '  trigger ' || regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER ', '') from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
   union all select '  policy ' || p.polname || case when p.polpermissive then '' else ' restrictive' end || ' for '
       || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
       || ' to ' || array_to_string(array(select coalesce(r.rolname, 'public') from unnest(p.polroles) o left join pg_roles r on r.oid = o order by 1), ', ')
       || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '') || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
     from pg_policy p where p.polrelid = c.oid`,
  '',
)} as parts(lines) on true
left join lateral (select '  row-level security' || case when c.relforcerowsecurity then ', forced' else '' end as line where c.relrowsecurity) rls on true
left join lateral ${sorted(RIGHTS, '')} as rights(lines) on true
where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition order by c.oid::regclass::text collate "C"`;

const VIEWS = `
select 'view ' || c.oid::regclass || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
  || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '') || e'\\n' || pg_get_viewdef(c.oid) || coalesce(e'\\n' || rights.lines, '') as block
from pg_class c join pg_namespace n on n.oid = c.relnamespace left join lateral ${sorted(RIGHTS, '')} as rights(lines) on true
where ${OURS} and c.relkind in ('v', 'm') order by c.oid::regclass::text collate "C"`;

/** Bodies stand in the migrations; here a short hash tells that one was changed. */
const FUNCTIONS = `
select 'function ' || p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid)
  || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end
  || case when p.prosecdef then ' security definer' else '' end || ' owner ' || o.rolname
  || ' body ' || left(md5(coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), '')), 8)
  || coalesce(' -- ' || obj_description(p.oid, 'pg_proc'), '')
  || e'\\n  -- execute: ' || coalesce((select string_agg(distinct coalesce(g.rolname, 'public'), ', ') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       left join pg_roles g on g.oid = a.grantee where a.grantee <> p.proowner), 'owner alone') as block
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
where ${OURS} order by p.oid::regprocedure::text collate "C"`;

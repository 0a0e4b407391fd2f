import pg from 'pg';
import { inWords } from './words.ts';

/** What the database lets each role do with the rows of each table, in words, from its own catalogue. */
export interface TableRule {
  readonly table: string;
  readonly role: string;
  readonly verb: string;
  readonly rows: string;
}

interface Policy {
  readonly table: string;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

const ROLES = {
  splot_worker: 'worker',
  splot_participant: 'participant',
  splot_public: 'nobody signed in',
  splot_system: 'system',
  splot_search: 'searching functions',
  splot_auth: 'sign-in',
  splot_emergency: 'worker in an emergency',
} as const;
const VERBS = { SELECT: 'reads', INSERT: 'adds', UPDATE: 'changes', DELETE: 'deletes' } as const;

export async function tableRules(url: string): Promise<TableRule[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Partitions follow the policies of their parent, and come and go with the months.
    const { rows } = await client.query<Policy>(
      `select p.schemaname || '.' || p.tablename as table, p.permissive = 'PERMISSIVE' as permissive, p.roles::text[] as roles,
         p.cmd as command, p.qual as using, p.with_check as check
       from pg_policies p join pg_class c on c.oid = format('%I.%I', p.schemaname, p.tablename)::regclass
       where not c.relispartition order by 1, p.policyname`,
    );
    const { rows: rights } = await client.query<{ table: string; role: string; verb: string }>(
      `select n.nspname || '.' || c.relname as table, r.role, v.verb
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join unnest($1::text[]) as r(role) cross join unnest($2::text[]) as v(verb)
       where c.relrowsecurity and not c.relispartition and has_schema_privilege(r.role, n.oid, 'usage')
         and case when v.verb = 'DELETE' then has_table_privilege(r.role, c.oid, 'delete')
           else has_any_column_privilege(r.role, c.oid, v.verb) end`,
      [Object.keys(ROLES), Object.keys(VERBS)],
    );
    const allowed = new Set(rights.map((r) => `${r.table} ${r.role} ${r.verb}`));
    const tables = [...new Set(rows.map((p) => p.table))].sort();
    return tables.flatMap((table) =>
      Object.entries(ROLES).flatMap(([role, who]) =>
        Object.entries(VERBS).flatMap(([command, verb]) => {
          if (!allowed.has(`${table} ${role} ${command}`)) return [];
          const found = rowsOf(
            rows.filter((p) => p.table === table && (p.roles.includes(role) || p.roles.includes('public'))),
            command,
          );
          return found === null ? [] : [{ table, role: who, verb, rows: found }];
        }),
      ),
    );
  } finally {
    await client.end();
  }
}

/** Which rows, for one role and one command; null when no policy opens any. */
function rowsOf(policies: readonly Policy[], command: string): string | null {
  const fits = policies.filter((p) => p.command === command || p.command === 'ALL');
  const condition = (p: Policy) =>
    inWords((command === 'INSERT' ? (p.check ?? p.using) : p.using) ?? 'true', p.table.split('.')[1] ?? '');
  const unique = (texts: string[]) => [...new Set(texts)];
  const open = unique(fits.filter((p) => p.permissive).map(condition));
  if (open.length === 0) return null;
  const always = unique(fits.filter((p) => !p.permissive).map(condition)).filter((c) => c !== 'every row');
  const some = open.includes('every row') ? 'every row' : open.join(', or ');
  return always.length === 0 ? some : `${some}; always: ${always.join('; ')}`;
}

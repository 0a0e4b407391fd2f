import { parse } from 'libpg-query';
import pg from 'pg';

/**
 * PostgreSQL does not say which columns of a view are never null. This finds out from the definition of each view
 * and notes it in the catalogue of a database that is only linted against, where SafeQL looks.
 * @param url the administrator's address of a database nobody works in
 */
export async function noteViewNulls(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set search_path to ''`);
    const known = await columnsOfTables(client);
    const views = await client.query<{ oid: number; name: string; definition: string; columns: string[] }>(
      // A view can only stand on older ones, so the order of making is the order of dependence.
      `select c.oid, c.oid::regclass::text as name, pg_get_viewdef(c.oid) as definition,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker')
       order by c.oid`,
    );
    for (const view of views.rows) {
      const { stmts } = (await parse(view.definition)) as { stmts: { stmt: Node }[] };
      const select = stmts[0]?.stmt.SelectStmt;
      const sure = select ? sureColumns(select, known) : [];
      const names = view.columns.filter((_, i) => sure[i]);
      known.set(view.name, new Set(names));
      await client.query(
        'update pg_catalog.pg_attribute set attnotnull = true where attrelid = $1 and attname = any($2)',
        [view.oid, names],
      );
    }
  } finally {
    await client.end();
  }
}

/** The columns that are never null, by the full name of their table or view. */
type Known = Map<string, Set<string>>;
/** A node of the syntax tree of libpg-query: one key that says the kind, and its fields. */
// biome-ignore lint/suspicious/noExplicitAny: the tree has some 270 kinds of nodes, of which this reads twelve.
type Node = Record<string, any>;

async function columnsOfTables(client: pg.Client): Promise<Known> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attnotnull
     where c.relkind in ('r', 'p', 'm') group by c.oid`,
  );
  return new Map(rows.map((row) => [row.name, new Set(row.columns)]));
}

/** For each column of a select, in order, whether it is never null. */
function sureColumns(select: Node, known: Known): boolean[] {
  if (select.larg && select.rarg) {
    const right = sureColumns(select.rarg, known);
    return sureColumns(select.larg, known).map((sure, i) => sure && right[i] === true);
  }
  const sources = new Map<string, Set<string>>();
  for (const item of select.fromClause ?? []) gather(item, true, sources, known);
  return (select.targetList ?? []).map((t: Node) => isSure(t.ResTarget?.val, sources));
}

/** Notes what the sources of a select never leave null; the outer side of a join may always. */
function gather(item: Node, inner: boolean, sources: Known, known: Known): void {
  if (item.RangeVar) {
    const { schemaname, relname, alias } = item.RangeVar;
    const columns = known.get(`${schemaname}.${relname}`) ?? new Set();
    sources.set(alias?.aliasname ?? relname, inner ? columns : new Set());
  }
  if (item.JoinExpr) {
    const { jointype, larg, rarg } = item.JoinExpr;
    gather(larg, inner && jointype !== 'JOIN_RIGHT' && jointype !== 'JOIN_FULL', sources, known);
    gather(rarg, inner && jointype !== 'JOIN_LEFT' && jointype !== 'JOIN_FULL', sources, known);
  }
  const subselect = item.RangeSubselect?.subquery?.SelectStmt;
  if (subselect && inner) {
    const sure = sureColumns(subselect, known);
    const names = (subselect.targetList ?? []).map((t: Node) => nameOf(t.ResTarget));
    const columns = names.filter((_: string, i: number) => sure[i]);
    sources.set(item.RangeSubselect.alias?.aliasname ?? '', new Set(columns));
  }
}

const nameOf = (target: Node): string =>
  target.name ?? target.val?.ColumnRef?.fields?.at(-1)?.String?.sval ?? '';

function isSure(node: Node | undefined, sources: Known): boolean {
  if (!node) return false;
  const every = (args: Node[] = []) => args.every((arg) => isSure(arg, sources));
  if (node.ColumnRef) {
    const names: string[] = node.ColumnRef.fields.map((f: Node) => f.String?.sval);
    const column = names.at(-1) ?? '';
    const from = names.length > 1 ? [sources.get(names.at(-2) ?? '')] : [...sources.values()];
    return from.some((columns) => columns?.has(column));
  }
  if (node.A_Const) return !node.A_Const.isnull;
  if (node.TypeCast) return isSure(node.TypeCast.arg, sources);
  if (node.CoalesceExpr) return node.CoalesceExpr.args.some((arg: Node) => isSure(arg, sources));
  if (node.NullTest || node.BooleanTest) return true;
  if (node.SubLink) return node.SubLink.subLinkType === 'EXISTS_SUBLINK';
  if (node.BoolExpr) return every(node.BoolExpr.args);
  if (node.A_Expr)
    return every([node.A_Expr.lexpr, node.A_Expr.rexpr].filter(Boolean)) && node.A_Expr.kind === 'AEXPR_OP';
  if (node.CaseExpr) {
    const { args, defresult } = node.CaseExpr;
    return isSure(defresult, sources) && every(args.map((w: Node) => w.CaseWhen.result));
  }
  if (node.FuncCall) return node.FuncCall.funcname?.at(-1)?.String?.sval === 'count';
  return false;
}

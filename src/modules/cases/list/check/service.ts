import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { monthFirst } from '#kernel/tabular/cell.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import { kindOf, openTable } from '#kernel/tabular/reading.ts';
import type { Table, TableProblem } from '#kernel/tabular/table.ts';
import { type OwnPartnership, ownPartnerships } from '../../referral/api.ts';
import { terms, today } from '../../service.ts';
import { areasOf, choosePartnership, columnOf, contentTests, elsewhere } from '../area/service.ts';
import { recogniseColumns } from '../columns/schema.ts';
import { mayImport } from '../policy.ts';
import type { Need } from '../reason/schema.ts';
import type { RowContext } from '../row/schema.ts';
import { readRows } from '../rows/schema.ts';
import {
  type CellProblem,
  type CheckedRow,
  type ColumnKey,
  MAX_LIST_ROWS,
  type Reading,
  reading,
} from '../schema.ts';
import * as queries from './queries.ts';

export interface CheckedList {
  readonly table: Table;
  readonly columns: Recognised<ColumnKey>;
  /** Somebody should look at how the file was read before the rows. */
  readonly uncertain: boolean;
  /** Said now or remembered from before. */
  readonly remembered: boolean;
  readonly partnership: OwnPartnership | null;
  readonly partnerships: readonly OwnPartnership[];
  readonly rows: readonly CheckedRow[];
  /** Why there are no rows at all. */
  readonly problem: TableProblem['code'] | 'list.too_many_rows' | 'list.no_partnership' | null;
}

export interface CheckOptions {
  readonly reading?: Reading;
  readonly partnershipId?: string | null;
}

/**
 * Reads a list and checks every row; writes nothing but the access record. Throws `not_found` for who may not import.
 */
export async function checkList(
  ctx: Ctx,
  bytes: Uint8Array,
  options: CheckOptions = {},
): Promise<CheckedList> {
  if (!mayImport(ctx.actor).allowed) throw notFound();
  const { table, how, remembered } = await openTable(bytes, options.reading ?? {}, async (kind) => {
    const before = await queries.findColumns(ctx, kind);
    return before ? (reading.safeParse(before.reading).data ?? null) : null;
  });
  const partnerships = (await ownPartnerships(ctx)).filter(({ operating }) => operating);
  const broken = table.problems.find(({ severity }) => severity === 'error')?.code ?? null;
  const problem: CheckedList['problem'] =
    broken ??
    (table.rows.length > MAX_LIST_ROWS
      ? 'list.too_many_rows'
      : partnerships.length === 0
        ? 'list.no_partnership'
        : null);
  const nothing = { table, uncertain: false, remembered, partnerships, partnership: null, rows: [], problem };
  if (problem) return { ...nothing, columns: recogniseColumns(table.headers, [], {}, how.columns) };
  const known = await knownNeeds(ctx);
  const cells = table.rows.map((row) => row.cells);
  const areas = await areasOf(ctx, partnerships);
  const columns = recogniseColumns(
    table.headers,
    cells,
    contentTests(known, [...areas.values()]),
    how.columns,
  );
  const { mapping } = columns;
  const partnership = choosePartnership(partnerships, areas, cells, mapping, options.partnershipId);
  const area = partnership && areas.get(partnership.id);
  if (!partnership || !area) return { ...nothing, columns, problem: 'list.no_partnership' };
  const context: RowContext = {
    mapping,
    today: today(ctx),
    places: { ...area, elsewhere: await elsewhere(ctx, area, cells, mapping.gmina) },
    needs: known,
    monthFirst: {
      birth: monthFirst(columnOf(cells, mapping.birth)),
      referred: monthFirst(columnOf(cells, mapping.referred)),
    },
  };
  const read = readRows(table, context);
  await record(ctx, {
    action: 'person.search',
    objectType: 'referral_list',
    classes: ['D1', 'D2'],
    detail: { by: 'list', rows: read.length },
  });
  return {
    ...nothing,
    columns,
    uncertain: !remembered && (!table.confident || columns.guessed.length > 0 || columns.missing.length > 0),
    partnership,
    rows: await compareWithKnown(ctx, partnership.id, read),
  };
}

/** A list may be written in Polish or in English, whatever its reader speaks. */
async function knownNeeds(ctx: Ctx): Promise<Need[]> {
  const [pl, en] = [await terms({ ...ctx, lang: 'pl' }, 'need'), await terms({ ...ctx, lang: 'en' }, 'need')];
  return pl.map(({ code, label }, i) => ({ code, labels: [label, en[i]?.label ?? label] }));
}

async function compareWithKnown(
  ctx: Ctx,
  partnershipId: string,
  rows: readonly CheckedRow[],
): Promise<CheckedRow[]> {
  const good = rows.flatMap(({ entry, fingerprint }) => (entry ? [{ entry, fingerprint }] : []));
  if (good.length === 0) return [...rows];
  const imported = new Set(
    (
      await queries.findImported(
        ctx,
        partnershipId,
        good.map((g) => g.fingerprint),
      )
    ).map((r) => r.fingerprint),
  );
  const known = await queries.findKnown(ctx, partnershipId, {
    kinds: good.map(({ entry }) => entry.identifier.kind),
    numbers: good.map(({ entry }) => entry.identifier.value),
    families: good.map(({ entry }) => entry.familyName),
    givens: good.map(({ entry }) => entry.givenName),
  });
  const byNumber = new Map(known.map((row) => [`${row.kind}:${row.number}`, row]));
  return rows.map((row) => {
    if (!row.entry) return row;
    const { kind, value } = row.entry.identifier;
    const told = (code: string): CellProblem => ({ key: kind, code, value });
    if (imported.has(row.fingerprint))
      return { ...row, fate: 'imported', warnings: [...row.warnings, told('already.imported')] };
    const other = byNumber.get(`${kind}:${value}`);
    if (other?.same === false) return { ...row, entry: null, errors: [told('pesel.other_name')] };
    if (other?.has_open === true)
      return { ...row, fate: 'open', warnings: [...row.warnings, told('already.open')] };
    return row;
  });
}

/** Remembers how files with these headings are read in the actor's institution. */
export async function rememberColumns(ctx: Ctx, bytes: Uint8Array, how: Reading): Promise<void> {
  const kind = await kindOf(bytes);
  if (kind !== null) await queries.saveColumns(ctx, kind, JSON.stringify({ ...how, sheet: undefined }));
}

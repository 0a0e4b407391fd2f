import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { monthFirst } from '#kernel/tabular/cell.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import { kindOf, type Opened, openTable } from '#kernel/tabular/reading.ts';
import type { Table, TableProblem } from '#kernel/tabular/table.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../../policy.ts';
import { dictionary } from '../../record/api.ts';
import { Places, plainName } from '../address/schema.ts';
import { recogniseColumns } from '../columns/schema.ts';
import { compared, type Matched } from '../compare/service.ts';
import { Base } from '../match/schema.ts';
import { isKrsAnswer, krsTable } from '../registers/krs/schema.ts';
import { withRepeats } from '../repeats/schema.ts';
import { readRow } from '../row/schema.ts';
import {
  type CheckedRow,
  type ColumnKey,
  MAX_IMPORT_ROWS,
  OWN_MODES,
  type Reading,
  type Rules,
  reading,
  type Seat,
  type Source,
} from '../schema.ts';
import * as queries from './queries.ts';

export interface CheckedFile {
  readonly source: Source;
  readonly table: Table;
  readonly columns: Recognised<ColumnKey>;
  /** Somebody should look at how the file was read before the rows. */
  readonly uncertain: boolean;
  readonly rows: readonly CheckedRow[];
  /** Records that the source named before and this file no longer names; only of a whole list. */
  readonly vanished: readonly { readonly key: string; readonly id: string; readonly name: string }[];
  /** Names of records that rows may be. */
  readonly names: ReadonlyMap<string, string>;
  /** Why there are no rows at all. */
  readonly problem: TableProblem['code'] | 'import.too_many_rows' | 'import.columns' | null;
}

export interface CheckOptions {
  readonly source: Source;
  readonly sourceOn: LocalDate;
  readonly isWhole: boolean;
  readonly reading?: Reading;
}

/** Reads a file, finds the record of every row and says what it would change; writes nothing. Throws `not_found` for who may not edit. */
export async function checkFile(ctx: Ctx, bytes: Uint8Array, options: CheckOptions): Promise<CheckedFile> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const { source } = options;
  const { table, how, remembered } = await open(ctx, bytes, options);
  const columns = recogniseColumns(table.headers, source, how.columns);
  const broken = table.problems.find(({ severity }) => severity === 'error')?.code ?? null;
  const problem: CheckedFile['problem'] =
    broken ?? (table.rows.length > MAX_IMPORT_ROWS ? 'import.too_many_rows' : null);
  const uncertain =
    problem === null &&
    !remembered &&
    (!table.confident || columns.guessed.length + columns.missing.length > 0);
  const nothing = {
    source,
    table,
    columns,
    uncertain,
    rows: [],
    vanished: [],
    names: new Map<string, string>(),
    problem,
  };
  if (problem || columns.missing.length > 0) return nothing;
  const types = await dictionary(ctx, 'type');
  const pkd = [...(await dictionary(ctx, 'pkd2007')), ...(await dictionary(ctx, 'pkd2025'))];
  const { mapping } = columns;
  const days = [mapping.statusFrom, mapping.foundedOn, mapping.stateSince].filter((index) => index !== null);
  const context = {
    source,
    sourceOn: options.sourceOn,
    mapping,
    today: warsawDate(ctx.now),
    monthFirst: monthFirst(table.rows.flatMap(({ cells }) => days.map((index) => cells[index] ?? ''))),
    types,
    pkd: new Set(pkd.map((t) => `${t.taxonomy}:${t.code}`)),
  };
  const read = withRepeats(table.rows.map((row) => readRow(row, context)));
  const base = new Base(await queries.findKnown(ctx));
  const rows = await compared(
    ctx,
    await found(ctx, source, read, base),
    base,
    await rulesOf(ctx, source),
    options.sourceOn,
  );
  const names = new Map(
    rows.flatMap((row) =>
      [row.entityId, ...row.candidates.map((c) => c.id)].flatMap((id) =>
        id ? [[id, base.get(id)?.name ?? ''] as const] : [],
      ),
    ),
  );
  return {
    ...nothing,
    rows,
    names,
    vanished: options.isWhole ? await vanishedFrom(ctx, source, rows, base) : [],
  };
}

export async function rulesOf(ctx: Ctx, source: Source): Promise<Rules> {
  const rows = await queries.findRules(ctx, source);
  return new Map(
    rows.flatMap(({ field, mode }) =>
      OWN_MODES.flatMap((known) => (known === mode ? [[field, known] as const] : [])),
    ),
  );
}

async function open(
  ctx: Ctx,
  bytes: Uint8Array,
  { source, reading: said = {} }: CheckOptions,
): Promise<Opened<ColumnKey>> {
  if (source === 'krs' && isKrsAnswer(bytes)) return { table: krsTable(bytes), how: {}, remembered: true };
  return openTable(bytes, said, async (kind) => {
    const before = await queries.findColumns(ctx, source, kind);
    return before ? (reading.safeParse(before.reading).data ?? null) : null;
  });
}

/** Remembers how files with these headings are read, for every editor. */
export async function rememberColumns(
  ctx: Ctx,
  source: Source,
  bytes: Uint8Array,
  how: Reading,
): Promise<void> {
  const kind = await kindOf(bytes);
  if (kind !== null)
    await queries.saveColumns(ctx, source, kind, JSON.stringify({ ...how, sheet: undefined }));
}

/** Every row with its place on the map and the record it is. */
async function found(ctx: Ctx, source: Source, rows: readonly CheckedRow[], base: Base): Promise<Matched[]> {
  const seats = rows.flatMap(({ draft }) => (draft?.seat ? [draft.seat] : []));
  const places = new Places(
    await queries.findLocalities(ctx, [...new Set(seats.map((s) => plainName(s.locality)))]),
  );
  places.settle(seats);
  const seen = new Map((await queries.findSeen(ctx, source)).map((row) => [row.key, row.entityId]));
  const decisions = new Map<string, { entityId: string | null; verdict: string }[]>();
  for (const { key, ...decision } of await queries.findDecisions(ctx, source))
    decisions.set(key, [...(decisions.get(key) ?? []), decision]);
  return rows.map((row) => {
    const { draft } = row;
    if (!draft) return { row, seat: null, parentId: null, match: null };
    const place = draft.seat ? places.find(draft.seat) : null;
    const seat: Seat | null = place;
    const warnings =
      place?.certain === false
        ? [...row.warnings, { key: 'locality' as const, code: 'place.unknown', value: place.locality }]
        : row.warnings;
    const match = base.match(draft, seat, {
      seen: seen.get(row.key) ?? null,
      decisions: decisions.get(row.key) ?? [],
    });
    const parentId = draft.isUnit ? (base.founderOf(draft)?.id ?? null) : null;
    return { row: { ...row, warnings }, seat, parentId, match };
  });
}

async function vanishedFrom(ctx: Ctx, source: Source, rows: readonly CheckedRow[], base: Base) {
  const keys = new Set(rows.map((row) => row.key));
  const still = new Set(rows.flatMap((row) => [row.entityId, ...row.candidates.map((c) => c.id)]));
  const areas = new Set(
    rows.flatMap(({ input }) => input?.places.flatMap((p) => p.countyCode?.slice(0, 2) ?? []) ?? []),
  );
  for (const { entityId } of rows) if (entityId) areas.add(base.get(entityId)?.countyCode?.slice(0, 2) ?? '');
  return (await queries.findSeen(ctx, source)).flatMap(({ key, entityId, vanishedOn }) => {
    const known = base.get(entityId);
    const away = vanishedOn === null && !keys.has(key) && !still.has(entityId);
    // A list of another voivodeship says nothing of this one.
    return away && known && areas.has(known.countyCode?.slice(0, 2) ?? '')
      ? [{ key, id: entityId, name: known.name }]
      : [];
  });
}

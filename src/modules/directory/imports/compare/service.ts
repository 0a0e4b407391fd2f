import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { changedFields, namesOf, type RecordView, readRecords } from '../../record/api.ts';
import type { RecordInput } from '../../schema.ts';
import type { Base, Match } from '../match/schema.ts';
import { created, merged } from '../merge/schema.ts';
import type { CellProblem, CheckedRow, ColumnKey, Rules, Seat } from '../schema.ts';

export interface Matched {
  readonly row: CheckedRow;
  readonly seat: Seat | null;
  readonly parentId: string | null;
  /** Null for a row with errors. */
  readonly match: Match | null;
}

/** So many records are read and compared together. */
const SLICE = 1000;

const refused = (
  row: CheckedRow,
  key: ColumnKey,
  code: string,
  value: string,
  args: Record<string, string>,
): CheckedRow => {
  const problem: CellProblem = { key, code, value, args };
  return { ...row, errors: [...row.errors, problem], draft: null, fate: 'bad' };
};

/** What each row would change in the record it is. */
export async function compared(
  ctx: Ctx,
  all: readonly Matched[],
  base: Base,
  rules: Rules,
  sourceOn: LocalDate,
): Promise<CheckedRow[]> {
  const records = new Map<string, RecordView>();
  const ids = [
    ...new Set(
      all.flatMap(({ match }) => (match?.outcome === 'sure' && match.entityId ? [match.entityId] : [])),
    ),
  ];
  for (let from = 0; from < ids.length; from += SLICE)
    for (const record of await readRecords(ctx, ids.slice(from, from + SLICE)))
      records.set(record.id, record);
  const taken = new Map<string, number>();
  const merges = all.map(({ row, seat, parentId, match }): Merged => {
    const { draft } = row;
    if (!draft || !match) return { row, before: null };
    const { candidates } = match;
    const [first] = candidates;
    const name = first ? (base.get(first.id)?.name ?? '') : '';
    if (match.outcome === 'two') {
      const names = candidates.map((c) => base.get(c.id)?.name ?? '').join(' / ');
      return { row: refused(row, 'nip', 'number.two_records', '', { names }), before: null };
    }
    if (match.outcome === 'taken')
      return { row: refused(row, 'name', 'number.taken', draft.name, { name }), before: null };
    if (match.outcome === 'review') return { row: { ...row, fate: 'review', candidates }, before: null };
    if (match.outcome === 'new' || match.entityId === null)
      return {
        row: { ...row, fate: 'new', candidates, input: created(draft, seat, parentId) },
        before: null,
      };
    const other = taken.get(match.entityId);
    if (other !== undefined)
      return {
        row: refused(row, 'name', 'same_record', draft.name, { name, row: String(other) }),
        before: null,
      };
    taken.set(match.entityId, row.row);
    const before = records.get(match.entityId);
    if (!before) return { row, before: null };
    const { input, differences } = merged(before, draft, seat, parentId, rules, sourceOn);
    return { row: { ...row, entityId: before.id, candidates, differences, input }, before };
  });
  return withChanges(ctx, merges);
}

interface Merged {
  readonly row: CheckedRow;
  readonly before: RecordView | null;
}

async function withChanges(ctx: Ctx, merges: readonly Merged[]): Promise<CheckedRow[]> {
  const pairs = merges.flatMap(({ row, before }) =>
    before && row.input && touched(before, row.input) ? [before, row.input] : [],
  );
  const names = await namesOf(ctx, pairs, 'pl');
  return merges.map(({ row, before }) => {
    if (!before || !row.input) return row;
    const changes = touched(before, row.input) ? changedFields(names, before, row.input) : [];
    return { ...row, changes, fate: changes.length > 0 ? 'changed' : 'unchanged' };
  });
}

/** Merging keeps what it does not change, so that a look at the surface is enough. */
const touched = (before: RecordInput, after: RecordInput): boolean =>
  (Object.keys(after) as (keyof RecordInput)[]).some((key) => before[key] !== after[key]);

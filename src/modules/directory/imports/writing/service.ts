import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { markForChecking, withdrawChecks } from '../../moderation/api.ts';
import { readRecords, saveRecords } from '../../record/api.ts';
import type { Provenance } from '../../schema.ts';
import type { CheckedFile } from '../check/service.ts';
import * as files from '../run/queries.ts';
import { loadImport, openImport, queueImport, sourceNames, type Upload, uploadFile } from '../run/service.ts';
import type { CheckedRow, ImportFile, ImportResult } from '../schema.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

/** Called as rows are done, in a transaction of the caller's own. */
export type Progress = (done: number) => Promise<unknown>;
/** Records saved in one set of statements. */
const SLICE = 250;

/** Rows that lead to a record: all but those that are bad, repeated or still to be looked at. */
const isGood = (row: CheckedRow): boolean =>
  row.input !== null && row.fate !== 'bad' && row.fate !== 'review';

/**
 * Writes the good rows of a queued file: all of them, or none. Null when another process is at it, or it was written
 * before.
 */
export async function runImport(ctx: Ctx, id: string, progress: Progress): Promise<ImportResult | null> {
  const { mine } = await files.takeTurn(ctx);
  const before = await loadImport(ctx, id);
  if (!mine || !['queued', 'running'].includes(before.state)) return null;
  const { file, checked } = await openImport(ctx, id);
  const { source, sourceOn } = file;
  const seen: { key: string; entity: string }[] = [];
  const good = checked.rows.filter(isGood);
  for (let from = 0; from < good.length; from += SLICE) {
    const rows = good.slice(from, from + SLICE);
    const ids = await save(ctx, file, rows);
    for (const [i, row] of rows.entries()) seen.push({ key: row.key, entity: ids[i] ?? '' });
    await progress(from + rows.length);
  }
  await queries.saveSeen(ctx, id, source, sourceOn, JSON.stringify(seen));
  await settleReturned(
    ctx,
    seen.map((s) => s.entity),
  );
  await queries.markVanished(
    ctx,
    source,
    checked.vanished.map((v) => v.key),
    sourceOn,
  );
  await markMissing(ctx, file, checked);
  await queries.addDifferences(ctx, id, source, JSON.stringify(differencesOf(good)));
  const result = { ...countRows(checked), vanished: checked.vanished.length };
  await files.finishImport(ctx, id, JSON.stringify(result));
  await record(ctx, {
    action: 'directory.imported',
    objectType: 'directory_import',
    objectId: id,
    detail: { source, ...result },
  });
  return result;
}

/** Saves new and changed records, and notes that unchanged ones are still in their register. Gives an id for each row. */
async function save(
  ctx: Ctx,
  { source, sourceOn }: ImportFile,
  rows: readonly CheckedRow[],
): Promise<string[]> {
  const views = new Map(
    (
      await readRecords(
        ctx,
        rows.flatMap((r) => (r.entityId === null ? [] : [r.entityId])),
      )
    ).map((view) => [view.id, view]),
  );
  const from = (confirmedOn: LocalDate | null | undefined): Provenance => ({
    source,
    sourceOn,
    by: 'import',
    // A register's word is no newer than its day, and takes nothing from a later one.
    confirmed:
      source === 'partner' || (confirmedOn ?? '') >= sourceOn ? null : { on: sourceOn, by: 'register' },
  });
  const items = rows.flatMap((row) => {
    const { input, entityId, fate } = row;
    const view = entityId === null ? undefined : views.get(entityId);
    const known =
      fate === 'unchanged' &&
      view !== undefined &&
      view.sourceOn >= sourceOn &&
      (source === 'partner' || (view.confirmedOn ?? '') >= sourceOn);
    return input === null || known
      ? []
      : [{ row, item: { id: entityId, input, from: from(view?.confirmedOn) } }];
  });
  const ids = await saveRecords(
    ctx,
    items.map(({ item }) => item),
  );
  const byRow = new Map(items.map(({ row }, i) => [row, ids[i] ?? '']));
  return rows.map((row) => byRow.get(row) ?? row.entityId ?? '');
}

/** Records that every source names again need no look any more. */
async function settleReturned(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const missing = new Set((await queries.findMissing(ctx, ids)).map(({ id }) => id));
  await withdrawChecks(
    ctx,
    ids.filter((id) => !missing.has(id)),
    'vanished',
  );
}

/** What the source no longer names goes to the editors with everything else they have to check. */
async function markMissing(
  ctx: Ctx,
  { source, sourceOn }: ImportFile,
  { vanished }: CheckedFile,
): Promise<void> {
  if (vanished.length === 0) return;
  const name = (await sourceNames({ ...ctx, lang: 'pl' })).get(source) ?? source;
  const note = text.pl.vanishedNote(name, formatDate(sourceOn, 'pl'));
  for (const { id: entityId } of vanished)
    await markForChecking(ctx, { entityId, cause: 'vanished', by: 'import', note });
}

const differencesOf = (good: readonly CheckedRow[]) =>
  good.flatMap((row) => row.differences.map((d) => ({ id: newId(), entity: row.entityId, ...d })));

/** How many rows came out how. */
export const countRows = ({ rows, vanished }: Pick<CheckedFile, 'rows' | 'vanished'>): ImportResult => {
  const of = (fate: CheckedRow['fate']) => rows.filter((row) => row.fate === fate).length;
  return {
    new: of('new'),
    changed: of('changed'),
    unchanged: of('unchanged') + of('repeated'),
    review: of('review'),
    bad: of('bad'),
    vanished: vanished.length,
  };
};

/** A file from the command line: kept, decided and written in one transaction. */
export async function importFile(ctx: Ctx, upload: Upload): Promise<{ id: string; result: ImportResult }> {
  const id = await uploadFile(ctx, upload);
  const file = await loadImport(ctx, id);
  if (!(await queueImport(ctx, file, file.rowsTotal ?? 0))) throw notFound();
  const result = await runImport(ctx, id, async () => {});
  if (!result) throw notFound();
  return { id, result };
}

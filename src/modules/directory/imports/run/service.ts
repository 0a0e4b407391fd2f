import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { sha256 } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { cleanFileName, IMPORT_STATES } from '#kernel/tabular/imports.ts';
import type { LocalDate } from '#kernel/time.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { mayEdit } from '../../policy.ts';
import { checkFile } from '../check/service.ts';
import { type ImportFile, type Reading, reading, resultOf, SOURCES, type Source } from '../schema.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const fromRow = (row: queries.ImportRow): ImportFile => ({
  id: row.id,
  source: SOURCES.find((code) => code === row.source) ?? 'partner',
  sourceOn: row.sourceOn,
  isWhole: row.isWhole,
  workerName: row.workerName ?? '',
  fileName: row.fileName,
  reading: reading.safeParse(row.reading).data ?? {},
  state: IMPORT_STATES.find((state) => state === row.state) ?? 'failed',
  problem: row.problem,
  rowsTotal: row.rowsTotal,
  rowsDone: row.rowsDone,
  result: resultOf.safeParse(row.result).data ?? null,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
  kept: row.kept === true,
});

export interface Upload {
  readonly source: Source;
  readonly sourceOn: LocalDate;
  readonly isWhole: boolean;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly reading?: Reading;
}

/**
 * Keeps a file that an editor sent, for 90 days, and says under which id. Throws `invalid` beside `file` when it cannot be
 * read; the bytes decide, never the name.
 */
export async function uploadFile(ctx: Ctx, upload: Upload): Promise<string> {
  const { source, bytes, sourceOn, isWhole } = upload;
  const how = upload.reading ?? {};
  const checked = await checkFile(ctx, bytes, { source, sourceOn, isWhole, reading: how });
  if (checked.problem) {
    const own: Readonly<Record<string, string>> = text[ctx.lang].fileProblems;
    throw invalid({ field: 'file', message: own[checked.problem] ?? checked.problem });
  }
  const id = newId();
  await queries.insertImport(ctx, {
    id,
    source,
    sourceOn,
    isWhole,
    fileName: cleanFileName(upload.fileName, 'wykaz.csv'),
    fileHash: sha256(bytes),
    content: bytes,
    rows: checked.rows.length,
    reading: JSON.stringify(how),
  });
  await record(ctx, {
    action: 'directory.upload',
    objectType: 'directory_import',
    objectId: id,
    detail: { source, rows: checked.rows.length },
  });
  return id;
}

function must(ctx: Ctx): void {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
}

export async function listImports(ctx: Ctx): Promise<ImportFile[]> {
  must(ctx);
  return (await queries.findImports(ctx)).map(fromRow);
}

export async function loadImport(ctx: Ctx, id: string): Promise<ImportFile> {
  must(ctx);
  const row = await queries.findImport(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** The file; `not_found` when its time has passed. */
export async function contentOf(ctx: Ctx, id: string): Promise<Uint8Array> {
  const row = await queries.findContent(ctx, id);
  if (!row?.content) throw notFound();
  return row.content;
}

/** Whether something is still to be decided about the file. */
export const isOpen = (file: ImportFile): boolean =>
  file.kept && (file.state === 'uploaded' || file.state === 'failed');

/** An import with what it would do as the base stands now. */
export async function openImport(ctx: Ctx, id: string) {
  const file = await loadImport(ctx, id);
  return { file, checked: await checkFile(ctx, await contentOf(ctx, id), file) };
}

export async function setReading(ctx: Ctx, file: ImportFile, how: Reading, rows: number): Promise<void> {
  if (!isOpen(file)) throw notFound();
  await queries.setReading(ctx, file.id, JSON.stringify(how), rows);
}

/** Decides that the file goes in; it waits in the queue then. False when it was decided before. */
export async function queueImport(ctx: Ctx, file: ImportFile, rows: number): Promise<boolean> {
  must(ctx);
  const queued = (await queries.queueImport(ctx, file.id, rows)) > 0;
  if (queued)
    await record(ctx, {
      action: 'directory.import',
      objectType: 'directory_import',
      objectId: file.id,
      detail: { source: file.source, rows },
    });
  return queued;
}

export const startImport = queries.startImport;
export const noteProgress = queries.noteProgress;
export const failImport = queries.failImport;

/** The worker of an account, as they may act today; null when they may no longer edit. Runs before there is an actor. */
export async function editorActor(ctx: Ctx, accountId: string, workerId: string): Promise<Actor | null> {
  const actor = (await actorsOf(ctx, accountId)).find(({ subjectId }) => subjectId === workerId);
  return actor && mayEdit(actor).allowed ? actor : null;
}

/** The names of sources, in the reader's language. */
export async function sourceNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await queries.findSources(ctx)).map((s) => [s.code, ctx.lang === 'en' ? s.nameEn : s.namePl]),
  );
}

const KEPT_DAYS = 90;
export const dropOldFiles = (ctx: Ctx): Promise<number> =>
  queries.dropOld(ctx, new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000));

/** Who could import from the command line; for the system. */
export const editors = queries.findEditors;

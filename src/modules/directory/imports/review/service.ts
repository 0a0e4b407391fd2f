import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { type RecordView, readRecord } from '../../record/api.ts';
import { isOpen, openImport } from '../run/service.ts';
import type { Candidate, CheckedRow, ImportFile, VERDICTS } from '../schema.ts';
import * as queries from './queries.ts';

export interface Question {
  readonly file: ImportFile;
  readonly row: CheckedRow;
  readonly candidate: Candidate;
  readonly record: RecordView;
  readonly parent: string;
  readonly left: number;
}

/** The next row to decide about after this one, with the record it may be; null when nothing is left. */
export async function nextQuestion(ctx: Ctx, id: string, after: number): Promise<Question | null> {
  const { file, checked } = await openImport(ctx, id);
  if (!isOpen(file)) throw notFound();
  const open = checked.rows.filter((row) => row.fate === 'review');
  const row = open.find((each) => each.row > after) ?? open[0];
  const candidate = row?.candidates[0];
  if (!row || !candidate) return null;
  const found = await readRecord(ctx, candidate.id);
  if (!found) return null;
  const parent = found.parentId === null ? null : await readRecord(ctx, found.parentId);
  return { file, row, candidate, record: found, parent: parent?.name ?? '', left: open.length };
}

/** Remembers what an editor said of a row and a record. Throws `not_found` when that was not the question. */
export async function decide(
  ctx: Ctx,
  id: string,
  said: { row: number; entity: string; verdict: (typeof VERDICTS)[number] },
): Promise<void> {
  const { file, checked } = await openImport(ctx, id);
  const row = checked.rows.find((each) => each.row === said.row);
  if (!isOpen(file) || !row) throw notFound();
  // A second click, or a colleague was faster: it is decided already.
  if (row.fate !== 'review') return;
  if (!row.candidates.some((c) => c.id === said.entity)) throw notFound();
  const { verdict } = said;
  const entityId = verdict === 'new' ? null : said.entity;
  await queries.saveDecision(ctx, { source: file.source, key: row.key, entityId, verdict });
  await record(ctx, {
    action: 'directory.import_decision',
    objectType: 'directory_import',
    objectId: id,
    detail: { row: said.row, verdict, entity: said.entity },
  });
}

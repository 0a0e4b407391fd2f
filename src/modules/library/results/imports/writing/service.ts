import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { propose, sendBack } from '../../../editing/publishing/service.ts';
import { begin, correct, readDraft, save } from '../../../editing/service.ts';
import { factValues } from '../../../facts/schema.ts';
import * as queries from '../queries.ts';
import { type CheckedRow, type Outcome, partnersIn } from '../schema.ts';
import { countRows, loadImport, openImport } from '../service.ts';
import { text } from '../text.pl.ts';

const STEP = 20;

/**
 * Writes the good rows of a queued file: all of them, or none. Each becomes a draft handed over to a second pair of eyes
 * by the same operations an editor uses, so nothing is published by an import.
 */
export async function runImport(
  ctx: Ctx,
  id: string,
  progress: (done: number) => Promise<unknown>,
): Promise<Outcome | null> {
  const { mine } = await queries.takeTurn(ctx);
  const before = await loadImport(ctx, id);
  if (!mine || !['queued', 'running'].includes(before.state)) return null;
  const { file, checked } = await openImport(ctx, id);
  const rows = checked.rows.filter(({ fate }) => fate === 'new' || fate === 'changed');
  for (const [i, row] of rows.entries()) {
    await write(ctx, row, file.lang, file.fileName);
    if ((i + 1) % STEP === 0) await progress(i + 1);
  }
  const result = countRows(checked);
  await queries.finishImport(ctx, id, JSON.stringify(result));
  await record(ctx, {
    action: 'results.imported',
    objectType: 'result_import',
    objectId: id,
    detail: { new: result.new, changed: result.changed },
  });
  return result;
}

async function write(ctx: Ctx, row: CheckedRow, lang: 'pl' | 'en', fileName: string): Promise<void> {
  const { said, documentId } = row;
  const draftId = documentId
    ? await correct(ctx, documentId, lang)
    : await begin(ctx, { kind: 'result', lang, title: said.title ?? '', slug: '', parent: '' });
  const open = await readDraft(ctx, draftId);
  if (open.state === 'proposed') await sendBack(ctx, draftId, undefined, '');
  const draft = await readDraft(ctx, draftId);
  const { title, number, lead, body, partners, ...others } = said;
  // The title and the number of a result that is there stay as they are: they named it.
  const facts = documentId ? others : { ...others, number };
  await save(ctx, draftId, {
    ...factValues('result', draft.facts),
    ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [`facts.${key}`, value ?? ''])),
    ...(partners !== undefined && { 'facts.partners': partnersIn(partners).join('\n') }),
    title: documentId ? draft.title : (title ?? draft.title),
    lead: lead ?? draft.lead,
    body: body ?? draft.body,
    image_alt: draft.imageAlt,
    legal_state_on: draft.legalStateOn ?? '',
    review_by: draft.reviewBy ?? '',
    change_note: documentId ? text[lang].changeNote(fileName).slice(0, 500) : '',
    _version: draft.rowVersion,
  });
  await propose(ctx, draftId, undefined);
}

import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
import { newId } from '#kernel/ids.ts';
import { proposedOf } from '../moderation/api.ts';
import { type RecordView, readRecord } from '../record/api.ts';
import * as queries from './queries.ts';
import type { NewcomerForm, ReportForm } from './schema.ts';
import { text } from './text.pl.ts';

/** The record a reader writes about. */
export async function reported(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record) throw notFound();
  return record;
}

async function write(
  ctx: Ctx,
  report: Omit<queries.NewReport, 'id' | 'lang' | 'source'>,
  source: string,
): Promise<void> {
  const { taken } = await queries.insertReport(ctx, {
    ...report,
    id: newId(ctx.now.getTime()),
    lang: ctx.lang === 'en' ? 'en' : 'pl',
    source: sourceOfDay(ctx, source),
  });
  if (!taken) throw invalid({ field: '', message: text[ctx.lang].tooMany });
}

/**
 * A reader says what is wrong with a record. `source` is the network address. Throws `invalid` when it was sent too
 * quickly or too often; what a program fills in is passed over in silence.
 */
export async function report(ctx: Ctx, id: string, form: ReportForm, source: string): Promise<void> {
  const record = await reported(ctx, id);
  if (!fromPerson(ctx, form)) return;
  const { contactRole, descriptionPl } = record;
  const proposed = proposedOf(record, { ...form, contactRole, descriptionPl }, true);
  if (form.note === '' && Object.keys(proposed).length === 0 && form.cause !== 'gone')
    throw invalid({ field: 'note', message: 'required' });
  const { cause, note, answerTo: email } = form;
  await write(ctx, { entityId: id, cause, note, email, proposed: JSON.stringify(proposed) }, source);
}

/** Somebody of an entity that has no institution here asks for one, to keep the record. */
export async function askForInstitution(
  ctx: Ctx,
  id: string,
  form: NewcomerForm,
  source: string,
): Promise<void> {
  await reported(ctx, id);
  if (!fromPerson(ctx, form)) return;
  const { note, answerTo: email } = form;
  await write(ctx, { entityId: id, cause: 'newcomer', note, email, proposed: '{}' }, source);
}

import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { dropDraft, type FormValues, listDrafts, loadDraft, saveDraft, typed } from '#kernel/forms/forms.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { instantAt, warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { addWords, insertMessage } from '../../queries.ts';
import type { Desk } from '../../schema.ts';
import {
  categories,
  desks,
  holdQuestion,
  moveTo,
  myDesks,
  note,
  receive,
  subjectOf,
  topics,
  wordsOf,
} from '../../service.ts';
import { assign } from '../question/arrange/service.ts';
import { CALL_DRAFT, type CallForm } from './schema.ts';
import { text } from './text.pl.ts';

/** The desks of the actor. Throws `not_found` for whoever works at none. */
export async function ownDesks(ctx: Ctx): Promise<readonly Desk[]> {
  const mine = await myDesks(ctx);
  const own = (await desks(ctx)).filter(({ id }) => mine.includes(id));
  if (own.length === 0) throw notFound();
  return own;
}

export interface Unfinished {
  readonly id: string;
  readonly words: string;
  readonly at: Date;
}
/** Cards that were begun and never saved. */
export const unfinished = async (ctx: Ctx): Promise<readonly Unfinished[]> =>
  (await listDrafts(ctx, CALL_DRAFT)).map(({ id, data, updatedAt }) => ({
    id,
    words: subjectOf(typed(data, 'words') || typed(data, 'subject')),
    at: updatedAt,
  }));

export const typedCall = async (ctx: Ctx, id: string): Promise<FormValues> =>
  (await loadDraft(ctx, CALL_DRAFT, id))?.data ?? {};

export async function keepTyping(ctx: Ctx, id: string, values: FormValues): Promise<void> {
  await ownDesks(ctx);
  await saveDraft(ctx, CALL_DRAFT, id, values);
}
export async function dropCall(ctx: Ctx, id: string): Promise<void> {
  if (await loadDraft(ctx, CALL_DRAFT, id)) await dropDraft(ctx, id);
}

/** When somebody is called back; null when nobody is. */
function callBack(
  ctx: Ctx,
  form: CallForm,
): { at: Date | null; wrong: { field: string; message: string }[] } {
  const t = text[ctx.lang];
  const wrong = (field: string, message: string) => ({ at: null, wrong: [{ field, message }] });
  if (form.callBackOn === '')
    return form.callBackAt === '' ? { at: null, wrong: [] } : wrong('callBackOn', 'required');
  const today = warsawDate(ctx.now);
  const on = parseDate(form.callBackOn, { today, yearless: 'future' });
  if (on === null) return wrong('callBackOn', 'date.invalid');
  if (on < today) return wrong('callBackOn', 'date.past');
  const at = instantAt(on, form.callBackAt || '09:00');
  if (form.callBackAt !== '' && at < ctx.now) return wrong('callBackAt', t.timePassed);
  return { at, wrong: form.phone === '' ? [{ field: 'phone', message: t.phoneNeeded }] : [] };
}

/** Gives when to call back. */
async function check(ctx: Ctx, form: CallForm): Promise<Date | null> {
  const call = callBack(ctx, form);
  const among = (code: string | null, known: readonly { readonly code: string }[], field: string) =>
    code === null || known.some((one) => one.code === code) ? [] : [{ field, message: 'choice' }];
  const wrong = [
    ...among(form.topic, await topics(ctx), 'topic'),
    ...among(form.caller, await categories(ctx), 'caller'),
    ...among(form.county, await counties(ctx), 'county'),
    ...(form.outcome === 'answered' && form.answer === '' ? [{ field: 'answer', message: 'required' }] : []),
    ...call.wrong,
  ];
  if (wrong.length > 0) throw invalid(...wrong);
  return call.at;
}

/** Saves the card of a talk: answered at once, or passed on. Gives the id of the question. */
export async function saveCall(ctx: Ctx, draftId: string, form: CallForm): Promise<string> {
  if (!(await ownDesks(ctx)).some(({ id }) => id === form.desk))
    throw invalid({ field: 'desk', message: 'choice' });
  const callBackAt = await check(ctx, form);
  const id = await receive(ctx, {
    deskId: form.desk,
    channel: form.channel,
    subject: form.subject || subjectOf(form.words),
    body: form.words,
    lang: 'pl',
    callerCategory: form.caller,
    countyCode: form.county,
    topicCode: form.topic,
    contact: { name: form.name, email: form.email, phone: form.phone },
    callBackAt,
  });
  const question = await holdQuestion(ctx, id);
  if (form.outcome === 'answered') {
    const messageId = newId();
    await insertMessage(ctx, {
      id: messageId,
      questionId: id,
      deskId: form.desk,
      direction: 'out',
      state: 'sent',
      body: form.answer,
      spoken: true,
      authorId: ctx.actor.subjectId,
    });
    await moveTo(ctx, question, 'answered', { answered: true });
    await note(ctx, question, 'answered', { message: messageId, spoken: true });
    await addWords(ctx, id, wordsOf('', form.answer));
    if (form.email !== '')
      await enqueue(ctx, 'advice.tell', { question: id, kind: 'answered', message: messageId });
  } else if (form.worker !== '') await assign(ctx, id, form.worker, question.rowVersion);
  await dropCall(ctx, draftId);
  await record(ctx, { action: 'advice.take', objectType: 'advice.question', objectId: id });
  return id;
}

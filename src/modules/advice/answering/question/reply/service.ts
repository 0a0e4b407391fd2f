import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { mayAnswer, mayReview } from '../../../policy.ts';
import { addWords, insertMessage } from '../../../queries.ts';
import type { Question } from '../../../schema.ts';
import { desks, holdQuestion, holdsRole, moveTo, note, questionOf, wordsOf } from '../../../service.ts';
import { withTemplate } from '../../../templates/api.ts';
import { onlyPhone } from '../policy.ts';
import { findContact, findJoined } from '../queries.ts';
import { refusal, typedMessage } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const FILES_MAX = 5;

function refuse(ctx: Ctx, question: Question): void {
  const decision = mayAnswer(question);
  if (!decision.allowed) throw invalid({ field: '', message: refusal(ctx, decision.reason) });
}

/** Keeps what is being typed. False when the question takes no answers. */
export async function keepTyping(ctx: Ctx, id: string, body: string): Promise<boolean> {
  const question = await questionOf(ctx, id);
  if (!mayAnswer(question).allowed) return false;
  if (body.trim() === '') await queries.dropDraft(ctx, id);
  else await queries.putDraft(ctx, { id: newId(), questionId: id, deskId: question.deskId, body });
  return true;
}

export interface Reply {
  readonly version: number;
  readonly body: string;
  readonly step: 'draft' | 'send' | 'insert';
  readonly template: string;
  readonly files: readonly File[];
}

/**
 * Saves an answer, sends it, or, where the question needs a second pair of eyes, proposes it. Throws `stale` when anything
 * happened with the question since the form was opened, so that nobody answers past a colleague.
 */
export async function reply(
  ctx: Ctx,
  id: string,
  form: Reply,
): Promise<'draft' | 'sent' | 'told' | 'proposed'> {
  const question = await holdQuestion(ctx, id);
  refuse(ctx, question);
  if (form.files.length > FILES_MAX) throw invalid({ field: 'files', message: text[ctx.lang].tooManyFiles });
  if (form.step === 'insert' && form.template === '') throw invalid({ field: 'template', message: 'choice' });
  if (form.step !== 'insert' && form.body === '') throw invalid({ field: 'body', message: 'required' });
  if (form.step === 'send' && question.rowVersion !== form.version) throw stale();
  const body =
    form.step === 'insert' ? await withTemplate(ctx, question, form.template, form.body) : form.body;
  await queries.putDraft(ctx, { id: newId(), questionId: id, deskId: question.deskId, body });
  const draft = await queries.findDraft(ctx, id);
  if (!draft) throw notFound();
  await keepFiles(ctx, question, draft.id, form.files);
  if (form.step !== 'send') return 'draft';
  await queries.setAdviser(ctx, id);
  if (question.needsReview) {
    await queries.finishDraft(ctx, draft.id, 'waiting_review');
    await queries.setInReview(ctx, id, true);
    await note(ctx, question, 'proposed');
    return 'proposed';
  }
  await queries.finishDraft(ctx, draft.id, 'sent');
  return answered(ctx, question, draft.id, form.body);
}

async function keepFiles(
  ctx: Ctx,
  question: Question,
  messageId: string,
  files: readonly File[],
): Promise<void> {
  const owner = (await desks(ctx)).find((desk) => desk.id === question.deskId)?.institutionId;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileId = await storeFile(ctx, {
      name: file.name,
      bytes,
      allowed: FILE_KINDS,
      owner,
      field: 'files',
    });
    await queries.attach(ctx, { fileId, messageId, questionId: question.id, deskId: question.deskId });
  }
}

/**
 * An answer left: states, the history, and word to everybody who asked this. Who gave a telephone alone is called: until
 * somebody has, the question waits with the adviser (`told`).
 */
async function answered(
  ctx: Ctx,
  question: Question,
  messageId: string,
  body: string,
): Promise<'sent' | 'told'> {
  // Whatever it was, it is answered now; a closed one is opened for the moment of it.
  const from = question.state === 'closed' ? ({ ...question, state: 'reopened' } as const) : question;
  if (question.state === 'closed') await moveTo(ctx, question, 'reopened');
  await moveTo(ctx, from, 'answered', { answered: true });
  await note(ctx, question, 'answered', { message: messageId });
  await addWords(ctx, question.id, wordsOf('', body));
  await record(ctx, { action: 'advice.answer', objectType: 'advice.question', objectId: question.id });
  let done: 'sent' | 'told' = 'sent';
  for (const { id } of [question, ...(await findJoined(ctx, question.id))]) {
    if (onlyPhone(await findContact(ctx, id)) !== null) done = 'told';
    await enqueue(ctx, 'advice.tell', { question: id, kind: 'answered', message: messageId });
  }
  if (done === 'told') await queries.askToCall(ctx, question.id);
  return done;
}

/** The second pair of eyes: the answer leaves, or goes back to its author with a word why. */
export async function review(
  ctx: Ctx,
  id: string,
  form: { message: string; version: number; verdict: 'approve' | 'return'; note: string },
): Promise<'sent' | 'told' | 'returned'> {
  const question = await holdQuestion(ctx, id);
  const row = await queries.findProposed(ctx, form.message);
  if (!row || row.questionId !== id) throw notFound();
  const message = typedMessage(row);
  const decision = mayReview(message, {
    workerId: ctx.actor.subjectId,
    holdsRole: await holdsRole(ctx, question.deskId, 'reviewer', 'lead'),
  });
  if (!decision.allowed) throw invalid({ field: '', message: refusal(ctx, decision.reason) });
  if (message.rowVersion !== form.version) throw stale();
  if (form.verdict === 'return') {
    if (form.note === '') throw invalid({ field: 'note', message: 'required' });
    await queries.sendBack(ctx, message.id, form.note);
    await queries.setInReview(ctx, id, false);
    await note(ctx, question, 'returned');
    return 'returned';
  }
  await queries.approve(ctx, message.id, form.note);
  await queries.setInReview(ctx, id, false);
  return answered(ctx, question, message.id, message.body);
}

/** Words for colleagues alone. */
export async function writeNote(ctx: Ctx, id: string, body: string): Promise<void> {
  const question = await questionOf(ctx, id);
  await insertMessage(ctx, {
    id: newId(),
    questionId: id,
    deskId: question.deskId,
    direction: 'note',
    state: 'sent',
    body,
    authorId: ctx.actor.subjectId,
  });
  await addWords(ctx, id, wordsOf('', body));
  await note(ctx, question, 'noted');
}

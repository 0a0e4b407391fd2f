import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { invalid, stale } from '#kernel/errors.ts';
import { counties } from '#modules/territory/api.ts';
import { isOpen, mayGo, mayJoin } from '../../../policy.ts';
import { type Question, STATES } from '../../../schema.ts';
import {
  categories,
  desks,
  holdQuestion,
  isLegal,
  moveTo,
  note,
  questionOf,
  topics,
} from '../../../service.ts';
import { findJoined } from '../queries.ts';
import type { FilingForm } from '../schema.ts';
import { colleagues, refusal } from '../service.ts';
import * as queries from './queries.ts';

async function held(ctx: Ctx, id: string, version: number): Promise<Question> {
  const question = await holdQuestion(ctx, id);
  if (question.rowVersion !== version) throw stale();
  return question;
}

/** Gives it to somebody of the desk, or to nobody. Throws `invalid` for a stranger. */
export async function assign(ctx: Ctx, id: string, workerId: string | null, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  if (workerId !== null && !(await colleagues(ctx, question.deskId)).some((one) => one.workerId === workerId))
    throw invalid({ field: 'worker', message: 'choice' });
  const state =
    question.state === 'new' && workerId !== null
      ? 'assigned'
      : question.state === 'assigned' && workerId === null
        ? 'new'
        : question.state;
  await queries.setWorker(ctx, id, workerId, state);
  await note(ctx, question, 'assigned', { worker: workerId });
}

/** Hands it over to another desk; from then on it is not of this one. */
export async function handOver(ctx: Ctx, id: string, deskId: string, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  if (question.inReview) throw invalid({ field: '', message: refusal(ctx, 'inReview') });
  if (question.mergedInto !== null || (await findJoined(ctx, id)).length > 0)
    throw invalid({ field: '', message: refusal(ctx, 'hasJoined') });
  if (deskId === question.deskId || !(await desks(ctx)).some((desk) => desk.id === deskId))
    throw invalid({ field: 'desk', message: 'choice' });
  await note(ctx, question, 'handed_over', { from: question.deskId, to: deskId });
  if (!(await queries.move(ctx, id, deskId, version)).moved) throw stale();
}

/** What it is about, from where, by whom. A legal topic asks for a second pair of eyes whatever was ticked. */
export async function file(ctx: Ctx, id: string, form: FilingForm): Promise<void> {
  const question = await held(ctx, id, Number(form._version));
  const among = (code: string | null, known: readonly { readonly code: string }[], field: string) =>
    code === null || known.some((one) => one.code === code) ? [] : [{ field, message: 'choice' }];
  const wrong = [
    ...among(form.topic, await topics(ctx), 'topic'),
    ...among(form.county, await counties(ctx), 'county'),
    ...among(form.caller, await categories(ctx), 'caller'),
  ];
  if (wrong.length > 0) throw invalid(...wrong);
  const { subject, topic, county, caller } = form;
  await queries.setFiling(ctx, id, {
    ...{ subject, topic, county, caller },
    review: form.review === 'yes' || (await isLegal(ctx, topic)),
    urgent: form.urgent === 'yes',
  });
  await note(ctx, question, 'filed', { topic, county, caller });
}

/** Joins a duplicate with the question that will be answered. */
export async function join(ctx: Ctx, id: string, number: string, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  const found = await queries.findByNumber(ctx, number.replace(/\s/g, ''));
  const into = found && (await questionOf(ctx, found.id));
  if (!into) throw invalid({ field: 'number', message: refusal(ctx, 'noSuch') });
  const decision = mayJoin(question, into, (await findJoined(ctx, id)).length);
  if (!decision.allowed) throw invalid({ field: 'number', message: refusal(ctx, decision.reason) });
  const { state, dueOn } = question;
  await moveTo(ctx, question, 'closed');
  await queries.join(ctx, id, into.id);
  await note(ctx, question, 'merged', { into: into.id, state, dueOn });
}

const before = z.object({ state: z.enum(STATES), dueOn: z.string().nullable() });

/** Takes a joined duplicate out again, to where it stood, as long as nothing was sent to who asked it. */
export async function takeApart(ctx: Ctx, id: string): Promise<void> {
  const question = await holdQuestion(ctx, id);
  const joining = await queries.findJoining(ctx, id);
  if (question.mergedInto === null || !joining)
    throw invalid({ field: '', message: refusal(ctx, 'notJoined') });
  if (((await queries.countSentSince(ctx, question.mergedInto, joining.at)).n ?? 0) > 0)
    throw invalid({ field: '', message: refusal(ctx, 'sentMeanwhile') });
  const { state, dueOn } = before.parse(joining.detail);
  await queries.takeApart(ctx, id, state, dueOn);
  await note(ctx, question, 'unmerged');
}

/** Who asked has been called back. Pressed twice it is one call. */
export async function called(ctx: Ctx, id: string, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  if (question.callBackAt === null) return;
  await queries.dropCallBack(ctx, id);
  await note(ctx, question, 'called');
}

export async function close(ctx: Ctx, id: string, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  if (question.inReview) throw invalid({ field: '', message: refusal(ctx, 'inReview') });
  if (!mayGo(question.state, 'closed')) throw invalid({ field: '', message: refusal(ctx, 'closed') });
  await moveTo(ctx, question, 'closed');
  await note(ctx, question, 'closed', { by: 'worker' });
}

export async function reopen(ctx: Ctx, id: string, version: number): Promise<void> {
  const question = await held(ctx, id, version);
  if (isOpen(question) || question.mergedInto !== null || question.erasedAt !== null)
    throw invalid({ field: '', message: refusal(ctx, 'merged') });
  await moveTo(ctx, question, 'reopened');
  await note(ctx, question, 'reopened');
}

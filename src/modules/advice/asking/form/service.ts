import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, isSecret, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { suggestions as published } from '../../knowledge/api.ts';
import { categories, deskOfPlace, desks, mayBeCrisis, subjectOf, topics, wordsOf } from '../../service.ts';
import { dueDates } from '../../times/api.ts';
import { findThread, holdKey } from '../queries.ts';
import { admitted, codeHash, codeOf, keepFiles, sourceOf } from '../service.ts';
import * as queries from './queries.ts';
import type { AskForm, Suggestion } from './schema.ts';

/** Not an error: the form comes back with what may answer it. */
export const LOOK_FIRST = 'look_first';

/** What may answer the question already: texts of the library, published answers among them. */
export async function suggestions(
  ctx: Ctx,
  words: string,
  topic: string | null = null,
): Promise<readonly Suggestion[]> {
  const found = await published(ctx, words, { topic });
  return found.map(({ path, title, lead }) => ({ href: path, title, lead }));
}

/** Only what stands in the dictionaries is chosen. Throws `invalid`. */
async function checkChoices(ctx: Ctx, form: AskForm): Promise<void> {
  const among = (code: string | null, codes: readonly { readonly code: string }[], field: string) =>
    code === null || codes.some((one) => one.code === code) ? [] : [{ field, message: 'choice' }];
  const wrong = [
    ...among(form.topic, await topics(ctx), 'topic'),
    ...among(form.caller, await categories(ctx), 'caller'),
    ...among(form.county, form.county === null ? [] : await counties(ctx), 'county'),
  ];
  if (wrong.length > 0) throw invalid(...wrong);
}

/** Whether this very form was taken in before: sent twice, or sent again after „back” unchanged. */
async function isTaken(ctx: Ctx, secret: string, words: string): Promise<boolean> {
  const linkHash = hashOf(secret);
  if (!(await queries.findTaken(ctx, linkHash)).taken) return false;
  await holdKey(ctx, linkHash);
  return (await findThread(ctx)).some(({ direction, body }) => direction === 'in' && body === words);
}

/**
 * A question from the public form. Gives the secret of its link; null for a program. A crisis is never held up: what is
 * answered already is shown to everybody else once before. The secret is the one the form was shown with, so that the
 * same form sent twice is one question, though nothing but its hash is kept.
 */
export async function ask(ctx: Ctx, form: AskForm, files: readonly File[]): Promise<string | null> {
  await checkChoices(ctx, form);
  if (isSecret(form.once) && (await isTaken(ctx, form.once, form.words))) return form.once;
  const urgent = await mayBeCrisis(ctx, form.words);
  if (
    !urgent &&
    form.looked !== 'yes' &&
    files.length === 0 &&
    (await suggestions(ctx, form.words, form.topic)).length > 0
  )
    throw invalid({ field: '', message: LOOK_FIRST });
  if (!(await admitted(ctx, form))) return null;
  const fresh = isSecret(form.once) && !(await queries.findTaken(ctx, hashOf(form.once))).taken;
  const secret = fresh ? form.once : newSecret();
  const chosen = (await desks(ctx)).find((desk) => desk.slug === form.desk && desk.isOpen);
  const desk = chosen ?? (await deskOfPlace(ctx, form.county));
  const id = newId();
  const messageId = newId();
  const subject = subjectOf(form.words);
  const on = warsawDate(ctx.now);
  const { number } = await queries.ask(ctx, {
    id,
    messageId,
    eventId: newId(),
    deskId: desk.id,
    caller: form.caller,
    county: form.county,
    topic: form.topic,
    subject,
    words: form.words,
    lang: ctx.lang,
    name: form.name,
    email: form.email,
    source: sourceOf(ctx),
    urgent,
    dueOn: (await dueDates(ctx, { deskId: desk.id, topicCode: form.topic, channel: 'web', urgent, on }))
      .firstDueOn,
    stems: wordsOf(subject, form.words, [form.name, form.email]),
    linkHash: hashOf(secret),
    codeHash: codeHash(codeOf(secret)),
    own: form.unlinked !== 'yes',
  });
  if (number === null) throw notFound();
  await keepFiles(ctx, files, desk.institutionId, messageId);
  await record(withoutSecret(ctx, '/advice'), {
    action: 'advice.ask',
    objectType: 'advice.question',
    objectId: id,
  });
  if (form.email !== '') await enqueue(ctx, 'advice.tell', { question: id, kind: 'received' });
  return secret;
}

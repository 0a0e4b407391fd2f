import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { listFiles, openFile } from '#kernel/files/files.ts';
import { type GuestForm, withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, isId, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { STATES } from '../../schema.ts';
import { desks, dueOn, mayBeCrisis, wordsOf } from '../../service.ts';
import { findThread, holdKey } from '../queries.ts';
import { admitted, codeHash, keepFiles } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { Asked, Opener, Said } from './schema.ts';

/** See advice.opened(). */
const keyOf = (opener: Opener): string => ('own' in opener ? `own:${opener.own}` : hashOf(opener.token));

/** The question that is opened so, or null; the transaction goes on holding it. */
export async function findAsked(ctx: Ctx, opener: Opener): Promise<Asked | null> {
  await holdKey(ctx, keyOf(opener));
  const row = await queries.findAsked(ctx);
  if (!row?.id || !row.askedAt) return null;
  await record('own' in opener ? ctx : withoutSecret(ctx, '/advice/q'), {
    action: 'view',
    objectType: 'advice.question',
    objectId: row.id,
    classes: ['D1'],
  });
  return {
    id: row.id,
    deskId: row.deskId ?? '',
    number: row.number ?? '',
    state: STATES.find((state) => state === row.state) ?? 'new',
    subject: row.subject ?? '',
    urgent: row.urgent === true,
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    closedAt: row.closedAt,
    erased: row.erased === true,
    hasContact: row.hasContact === true,
    hasMail: row.hasMail === true,
    own: row.own === true,
    answered: row.answeredAt !== null,
    score: row.score,
  };
}

/** As `findAsked`; throws `not_found` when it opens none. */
export async function asked(ctx: Ctx, opener: Opener): Promise<Asked> {
  const found = await findAsked(ctx, opener);
  if (!found) throw notFound();
  return found;
}

/** What was asked and answered; of the transaction that holds the question. */
export async function thread(ctx: Ctx): Promise<readonly Said[]> {
  const rows = await findThread(ctx);
  const hung = await queries.findThreadFiles(ctx);
  const files = await listFiles(
    ctx,
    hung.flatMap(({ fileId }) => fileId ?? []),
  );
  return rows.flatMap(({ id, direction, body, at, spoken }) =>
    id === null || at === null
      ? []
      : [
          {
            id,
            direction: direction === 'out' ? 'out' : 'in',
            body: body ?? '',
            at,
            spoken: spoken === true,
            files: files.filter((file) => hung.some((h) => h.fileId === file.id && h.messageId === id)),
          },
        ],
  );
}

/** A file of the question. A worker may know files of their own institution by id: those of others are none of it. */
export async function fileOf(ctx: Ctx, opener: Opener, id: string) {
  await asked(ctx, opener);
  if (!(await queries.findThreadFiles(ctx)).some(({ fileId }) => fileId === id)) throw notFound();
  return openFile(ctx, id);
}

type More = GuestForm & { readonly words: string; readonly once: string };

/** One more message of who asked; opens again what was answered or closed. The same form twice writes once. */
export async function writeMore(ctx: Ctx, opener: Opener, form: More, files: readonly File[]): Promise<void> {
  const question = await asked(ctx, opener);
  if (!(await admitted(ctx, form))) return;
  const urgent = await mayBeCrisis(ctx, form.words);
  const write = async (id: string) => {
    const { written } = await queries.writeMore(ctx, {
      id,
      eventId: newId(),
      reopenedId: newId(),
      words: form.words,
      stems: wordsOf('', form.words),
      urgent,
      dueOn: await dueOn(ctx, question.deskId, urgent ? 'urgent_answer_days' : 'again_answer_days'),
    });
    if (written === false) throw notFound();
    return written === true;
  };
  let id = isId(form.once) ? form.once : newId();
  if (!(await write(id))) {
    const before = (await findThread(ctx)).find((said) => said.id === id);
    if (before?.body === form.words) return;
    // Other words in a form that „back” brought again.
    id = newId();
    await write(id);
  }
  const owner = (await desks(ctx)).find((desk) => desk.id === question.deskId)?.institutionId;
  if (owner) await keepFiles(ctx, files, owner, id);
}

/** Whether it helped. Throws `not_found` before the first answer. */
export async function rate(ctx: Ctx, opener: Opener, score: number, words: string): Promise<void> {
  await asked(ctx, opener);
  if (!(await queries.rate(ctx, score, words, newId())).rated) throw notFound();
}

/** How to reach who asked is erased at once; letters that hold it follow. */
export async function forgetContact(ctx: Ctx, opener: Opener): Promise<void> {
  const { id } = await asked(ctx, opener);
  await queries.forgetContact(ctx, newId());
  await enqueue(ctx, 'advice.erased', { question: id });
}

/** The question with all that was written to it is erased at once; files and letters follow. Twice changes nothing. */
export async function erase(ctx: Ctx, opener: Opener): Promise<void> {
  const question = await findAsked(ctx, opener);
  if (!question || !(await queries.erase(ctx, newId())).erased) return;
  await record('own' in opener ? ctx : withoutSecret(ctx, '/advice/q'), {
    action: 'advice.erase',
    objectType: 'advice.question',
    objectId: question.id,
  });
  await enqueue(ctx, 'advice.erased', { question: question.id });
}

/** Makes a link of a number and a code from paper. Throws `invalid` when they open nothing; null for a program. */
export async function openByCode(
  ctx: Ctx,
  form: GuestForm & { readonly number: string; readonly code: string },
): Promise<string | null> {
  if (!(await admitted(ctx, form))) return null;
  const secret = newSecret();
  const number = form.number.replace(/\s/g, '');
  const { opened } = await queries.openByCode(ctx, number, codeHash(form.code), hashOf(secret));
  if (!opened) throw invalid({ field: 'code', message: text[ctx.lang].wrongCode });
  return secret;
}

import { createHash } from 'node:crypto';
import { record } from '#kernel/audit/record.ts';
import { currentRequest } from '#kernel/auth/request.ts';
import { type Ctx, PUBLIC_ACTOR } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { listFiles, storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { fromPerson, type GuestForm, sourceOfDay, withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { suggestions as published } from '../knowledge/api.ts';
import { STATES } from '../schema.ts';
import {
  categories,
  deskOfPlace,
  desks,
  dueOn,
  mayBeCrisis,
  subjectOf,
  topics,
  wordsOf,
} from '../service.ts';
import { dueDates } from '../times/api.ts';
import * as queries from './queries.ts';
import { type Asked, type AskForm, FILES_MAX, type Said, type Suggestion } from './schema.ts';
import { text } from './text.pl.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;
/** The code of a secret, to be written down: it and the number open the question as the link does. 50 bits. */
export const codeOf = (secret: string): string => {
  const code = [...createHash('sha256').update(`code ${secret}`).digest().subarray(0, CODE_LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
};
/** As somebody types it from paper. */
const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
const codeHash = (code: string): string => hashOf(`advice ${plainCode(code)}`);

/** Throws `invalid` above the limit of a day. False for a program that is to think all went well. */
async function admitted(ctx: Ctx, form: GuestForm): Promise<boolean> {
  if (!fromPerson(ctx, form)) return false;
  const { admitted: taken } = await queries.admit(ctx, newId(), sourceOfDay(ctx, currentRequest().address));
  if (!taken) throw invalid({ field: '', message: text[ctx.lang].tooMany });
  return true;
}

/** What may answer the question already: texts of the library, published answers among them. */
export async function suggestions(
  ctx: Ctx,
  words: string,
  topic: string | null = null,
): Promise<readonly Suggestion[]> {
  const found = await published(ctx, words, { topic });
  return found.map(({ path, title, lead }) => ({ href: path, title, lead }));
}

/** The files of a form, stored for the desk; what is wrong with one stops it before anything was written. */
async function keepFiles(ctx: Ctx, files: readonly File[], owner: string, messageId: string): Promise<void> {
  // Who asks gives a file away: it is the desk's, not of their own window.
  const giver =
    ctx.actor.kind === 'participant' ? { ...ctx, actor: { ...ctx.actor, kind: PUBLIC_ACTOR.kind } } : ctx;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = await storeFile(giver, { name: file.name, bytes, allowed: FILE_KINDS, owner, field: 'files' });
    await queries.attach(ctx, id, messageId);
  }
}

/** The files chosen in a form. Throws `invalid` when there are too many. */
export function filesIn(ctx: Ctx, value: unknown): readonly File[] {
  const files = (Array.isArray(value) ? value : [value]).filter(
    (file): file is File => file instanceof File && file.size > 0,
  );
  if (files.length > FILES_MAX) throw invalid({ field: 'files', message: text[ctx.lang].tooManyFiles });
  return files;
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

/**
 * A question from the public form. Gives the secret of its link; null for a program. A crisis is never held up: what is
 * answered already is shown to everybody else once before.
 */
export async function ask(ctx: Ctx, form: AskForm, files: readonly File[]): Promise<string | null> {
  await checkChoices(ctx, form);
  const urgent = await mayBeCrisis(ctx, form.words);
  if (
    !urgent &&
    form.looked !== 'yes' &&
    files.length === 0 &&
    (await suggestions(ctx, form.words, form.topic)).length > 0
  )
    throw invalid({ field: '', message: LOOK_FIRST });
  if (!(await admitted(ctx, form))) return null;
  const chosen = (await desks(ctx)).find((desk) => desk.slug === form.desk && desk.isOpen);
  const desk = chosen ?? (await deskOfPlace(ctx, form.county));
  const secret = newSecret();
  const id = newId();
  const messageId = newId();
  const linkHash = hashOf(secret);
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
    source: sourceOfDay(ctx, currentRequest().address),
    urgent,
    dueOn: (await dueDates(ctx, { deskId: desk.id, topicCode: form.topic, channel: 'web', urgent, on }))
      .firstDueOn,
    stems: wordsOf(subject, form.words, form.name, form.email),
    linkHash,
    codeHash: codeHash(codeOf(secret)),
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
/** Not an error: the form comes back with what may answer it. */
export const LOOK_FIRST = 'look_first';

/** The question of a secret link. Throws `not_found` when it opens none. */
export async function asked(ctx: Ctx, token: string): Promise<Asked> {
  await queries.holdLink(ctx, hashOf(token));
  const row = await queries.findAsked(ctx);
  if (!row?.id || !row.askedAt) throw notFound();
  await record(withoutSecret(ctx, '/advice/q'), {
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
    answered: row.answeredAt !== null,
    score: row.score,
  };
}

/** What was asked and answered; of the transaction that holds the link. */
export async function thread(ctx: Ctx): Promise<readonly Said[]> {
  const rows = await queries.findThread(ctx);
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

/** One more message of who asked; opens again what was answered or closed. */
export async function writeMore(
  ctx: Ctx,
  token: string,
  form: GuestForm & { readonly words: string },
  files: readonly File[],
): Promise<void> {
  const question = await asked(ctx, token);
  if (!(await admitted(ctx, form))) return;
  const urgent = await mayBeCrisis(ctx, form.words);
  const id = newId();
  const { written } = await queries.writeMore(ctx, {
    id,
    eventId: newId(),
    reopenedId: newId(),
    words: form.words,
    stems: wordsOf('', form.words),
    urgent,
    dueOn: await dueOn(ctx, question.deskId, urgent ? 'urgent_answer_days' : 'again_answer_days'),
  });
  if (!written) throw notFound();
  const owner = (await desks(ctx)).find((desk) => desk.id === question.deskId)?.institutionId;
  if (owner) await keepFiles(ctx, files, owner, id);
}

/** Whether it helped. Throws `not_found` before the first answer. */
export async function rate(ctx: Ctx, token: string, score: number, words: string): Promise<void> {
  await asked(ctx, token);
  if (!(await queries.rate(ctx, score, words, newId())).rated) throw notFound();
}

export async function forgetContact(ctx: Ctx, token: string): Promise<void> {
  await asked(ctx, token);
  await queries.forgetContact(ctx, newId());
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

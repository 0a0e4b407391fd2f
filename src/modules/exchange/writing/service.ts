import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { cleanLine, isReservedName, mayEdit, mayWrite } from '../policy.ts';
import { findAfter, findKept, findMarked } from '../queries.ts';
import { type Comment, type ExchangeHost, PAGE_SIZE, type Subject } from '../schema.ts';
import { asComment, commentOf, guest, rules, subjectOf, wrote } from '../service.ts';
import {
  attachFile,
  beginning,
  cleaned,
  hashOfWords,
  problems,
  stemsOf,
  writtenBefore,
} from '../words/service.ts';
import * as queries from './queries.ts';
import type { Done, EditBody, NewBody, Thread, Writing } from './schema.ts';
import { text } from './text.pl.ts';

/** The page of a new comment. Throws `not_found` where nobody may write. */
export async function writing(
  ctx: Ctx,
  host: ExchangeHost,
  about: { kind: string; id: string },
  to: string | undefined,
  known: boolean,
): Promise<Writing> {
  const subject = await subjectOf(ctx, host, about.kind, about.id);
  if (!mayWrite(ctx.actor, subject)) throw notFound();
  return { subject, to: to === undefined ? null : await answered(ctx, host, subject, to), known };
}

async function answered(ctx: Ctx, host: ExchangeHost, subject: Subject, id: string): Promise<Comment> {
  const { comment, subject: of } = await commentOf(ctx, host, id);
  if (of.kind !== subject.kind || of.id !== subject.id || comment.state !== 'shown') throw notFound();
  return comment;
}

/**
 * Writes a comment. Whoever has no account and no confirmed address gets a letter first. Gives its id and where it stands;
 * null for a program, which is to think that all went well. Throws `invalid` for what is wrong with it.
 */
export async function writeComment(
  ctx: Ctx,
  { subject, to, known }: Writing,
  form: NewBody,
  file?: unknown,
): Promise<{ id: string; done: Done } | null> {
  const t = text[ctx.lang];
  const words = cleaned(form);
  const signature = cleanLine(form.signature);
  const { errors, personal } = await problems(ctx, words, form, signature);
  if (ctx.actor.kind !== 'worker') {
    if (!/\p{L}/u.test(signature)) errors.push({ field: 'signature', message: 'required' });
    else if (isReservedName(signature)) errors.push({ field: 'signature', message: t.reserved });
  }
  const isGuest = ctx.actor.kind === 'public';
  if (isGuest && !known && form.email === '') errors.push({ field: 'email', message: 'required' });
  if (errors.length > 0) throw invalid(...errors);
  const contact = isGuest ? await guest(ctx, form, known) : null;
  if (isGuest && contact === null) return null;
  const hash = hashOfWords(words);
  const limit = await rules(ctx);
  const written = await writtenBefore(ctx, contact, hash);
  if (written.repeated) throw invalid({ field: 'body', message: t.repeated });
  if ((written.today ?? 0) >= limit(isGuest ? 'per_contact_day' : 'per_author_day'))
    throw invalid({ field: '', message: t.tooMany });
  const id = newId();
  const { state } = await queries.write(ctx, {
    id,
    subject,
    parent: to?.id ?? null,
    ...words,
    signature,
    state: beginning(subject, personal),
    hash,
    contact,
    stems: stemsOf(subject, words),
    mentioned: to ? await mentionedIn(ctx, to.threadId, words.body) : [],
  });
  if (subject.kind === 'topic') await attachFile(ctx, id, file);
  if (ctx.actor.kind !== 'public')
    await record(ctx, { action: 'comment.write', objectType: 'comment', objectId: id });
  if (state === 'unconfirmed') await enqueue(ctx, 'exchange.letter', { kind: 'comment', id });
  if (state === 'shown') await enqueue(ctx, 'exchange.letter', { kind: 'answered', id });
  return { id, done: state === 'shown' ? 'shown' : state === 'waiting' ? 'waiting' : 'sent' };
}

/** Whom a text names by „@signature” among those who wrote in the thread. */
async function mentionedIn(ctx: Ctx, threadId: string, body: string): Promise<string[]> {
  if (!body.includes('@')) return [];
  const typed = body.toLocaleLowerCase('pl');
  const named = await queries.findSignatures(ctx, threadId);
  return named
    .filter(({ signature }) => typed.includes(`@${signature.toLocaleLowerCase('pl')}`))
    .map(({ id }) => id);
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** A comment with its thread: from its first comment on, or from itself where it stands too far down. */
export async function threadOf(
  ctx: Ctx,
  host: ExchangeHost,
  id: string,
  done: Done | null = null,
): Promise<Thread> {
  const { comment, subject } = await commentOf(ctx, host, id);
  const own = await wrote(ctx, id);
  if (comment.state !== 'shown' && !own && comment.words === null && comment.reason === null)
    throw notFound();
  const from = (after: string) => findAfter(ctx, subject, { thread: comment.threadId, id: after });
  const whole = (await from(BEFORE_ALL)).map(asComment);
  const rows =
    whole.some((one) => one.id === id) || comment.state !== 'shown' ? whole : (await from(id)).map(asComment);
  const inThread = rows.filter((one) => one.threadId === comment.threadId).slice(0, PAGE_SIZE);
  const minutes = (await rules(ctx))('edit_minutes');
  return {
    subject,
    comment,
    comments: inThread.some((one) => one.id === id) ? inThread : [comment, ...inThread],
    own,
    editable: own && mayEdit(comment.state, comment.createdAt, ctx.now, minutes),
    decided: own
      ? comment.state === 'hidden' || comment.state === 'removed'
      : comment.state === 'shown' && (await findKept(ctx, id)).id !== null,
    marked: (await findMarked(ctx, [id])).length > 0,
    done,
  };
}

/** The own comment to change. Throws `not_found` when it is somebody else's, or when it is too late. */
export async function editable(ctx: Ctx, host: ExchangeHost, id: string): Promise<Thread> {
  const thread = await threadOf(ctx, host, id);
  if (!thread.editable || thread.comment.words === null) throw notFound();
  return thread;
}

export async function editComment(ctx: Ctx, host: ExchangeHost, id: string, form: EditBody): Promise<void> {
  const { comment, subject } = await editable(ctx, host, id);
  const words = cleaned(form);
  const { errors, personal } = await problems(ctx, words, form);
  if (errors.length > 0) throw invalid(...errors);
  const { done } = await queries.edit(ctx, {
    id,
    seen: Number(form._version),
    ...words,
    state: beginning(subject, personal),
    hash: hashOfWords(words),
    stems: stemsOf(subject, words),
  });
  if (!done) throw stale({ title: comment.words?.title ?? '', body: comment.words?.body ?? '' });
}

/** The own comment to take back. */
export async function withdrawable(ctx: Ctx, host: ExchangeHost, id: string): Promise<Thread> {
  const thread = await threadOf(ctx, host, id);
  if (!thread.own || thread.comment.state === 'withdrawn') throw notFound();
  return thread;
}

export async function withdrawComment(ctx: Ctx, host: ExchangeHost, id: string): Promise<Subject> {
  const { subject } = await withdrawable(ctx, host, id);
  await queries.withdraw(ctx, id);
  if (ctx.actor.kind !== 'public')
    await record(ctx, { action: 'comment.withdraw', objectType: 'comment', objectId: id });
  return subject;
}

export interface Mine {
  readonly id: string;
  readonly state: string;
  readonly words: string;
  readonly createdAt: Date;
  readonly subject: string;
}
/** Everything whoever is signed in wrote. */
export async function mine(ctx: Ctx, host: ExchangeHost): Promise<Mine[]> {
  const rows = await queries.findMine(ctx);
  const list: Mine[] = [];
  for (const row of rows) {
    const subject = await subjectOf(ctx, host, row.subjectKind, row.subjectId).catch(() => null);
    list.push({
      id: row.id,
      state: row.state,
      words: row.title || (row.body ?? '').slice(0, 80),
      createdAt: row.createdAt,
      subject: subject?.title ?? '',
    });
  }
  return list;
}

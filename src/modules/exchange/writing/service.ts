import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { vector } from '#kernel/words/words.ts';
import {
  cleanLine,
  cleanText,
  isReservedName,
  linksIn,
  mayEdit,
  mayWrite,
  type Personal,
  personalIn,
  sameText,
} from '../policy.ts';
import { findAfter, findMarked } from '../queries.ts';
import { type Comment, type ExchangeHost, PAGE_SIZE, type Subject } from '../schema.ts';
import { asComment, commentOf, guest, rules, subjectOf, wrote } from '../service.ts';
import * as queries from './queries.ts';
import {
  type Done,
  type EditBody,
  LINK_KINDS,
  type Link,
  type NewBody,
  type Thread,
  type Writing,
} from './schema.ts';
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

interface Words {
  readonly title: string;
  readonly body: string;
}
const cleaned = ({ title, body }: Words): Words => ({ title: cleanLine(title), body: cleanText(body) });
const hashOfWords = ({ title, body }: Words): string => hashOf(sameText(`${title} ${body}`));
const stemsIn = ({ title, body }: Words): string => vector({ A: title, B: '', C: body }, []);
/** Only what stands in groups is searched word by word. */
const stemsOf = (subject: Subject, words: Words): string | null =>
  subject.kind === 'topic' ? stemsIn(words) : null;

/** What is wrong with a text, whoever wrote it; `personal` is what must be asked about. */
async function problems(
  ctx: Ctx,
  words: Words,
  form: { readonly personal?: 'yes' | undefined },
  signature = '',
): Promise<{ errors: FieldError[]; personal: Personal[] }> {
  const t = text[ctx.lang];
  const all = `${words.title}\n${words.body}\n${signature}`;
  const most = (await rules(ctx))(ctx.actor.kind === 'public' ? 'links_guest' : 'links_author');
  const personal = personalIn(all);
  const errors: FieldError[] = [];
  if (words.body === '') errors.push({ field: 'body', message: 'required' });
  if (linksIn(all) > most) errors.push({ field: 'body', message: t.tooManyLinks(most) });
  if (personal.length > 0 && form.personal !== 'yes')
    errors.push({
      field: 'personal',
      message: t.personalFound(personal.map((kind) => t.personal[kind]).join(', ')),
    });
  return { errors, personal };
}

/** The first words of a topic, as they are stored. Throws `invalid` for what is wrong with them. */
export async function checkedWords(
  ctx: Ctx,
  form: Words & { readonly personal?: 'yes' | undefined },
): Promise<Words & { hash: string; stems: string }> {
  const words = cleaned(form);
  const { errors } = await problems(ctx, words, form);
  if (errors.length > 0) throw invalid(...errors);
  const hash = hashOfWords(words);
  const { repeated, today } = await queries.findWritten(ctx, null, hash);
  if (repeated) throw invalid({ field: 'body', message: text[ctx.lang].repeated });
  if ((today ?? 0) >= (await rules(ctx))('per_author_day'))
    throw invalid({ field: '', message: text[ctx.lang].tooMany });
  return { ...words, hash, stems: stemsIn(words) };
}

/** A number of a person is looked at by somebody before everybody sees it, whatever the author says. */
const beginning = (subject: Subject, personal: readonly Personal[]): 'waiting' | 'shown' =>
  subject.policy === 'before' || personal.includes('pesel') ? 'waiting' : 'shown';

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
  if (errors.length > 0) throw invalid(...errors);
  const isGuest = ctx.actor.kind === 'public';
  const contact = isGuest ? await guest(ctx, form, known) : null;
  if (isGuest && contact === null) return null;
  const hash = hashOfWords(words);
  const limit = await rules(ctx);
  const written = await queries.findWritten(ctx, contact, hash);
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

/** Keeps a file with a comment of a group; nothing when none was chosen. Throws `invalid` for one that may not be kept. */
export async function attachFile(ctx: Ctx, commentId: string, file: unknown): Promise<void> {
  if (!(file instanceof File) || file.size === 0) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  await queries.attach(ctx, commentId, await storeFile(ctx, { name: file.name, bytes, allowed: FILE_KINDS }));
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

/** What a link of a letter is about; null when it is old or never was. */
export async function linkOf(ctx: Ctx, host: ExchangeHost, token: string): Promise<Link | null> {
  const row = await queries.findLink(ctx, hashOf(token));
  const kind = LINK_KINDS.find((one) => one === row?.kind);
  if (!row || !kind) return null;
  const { subject_kind: of, subject_id: id, comment_id: commentId } = row;
  const subject = of !== null && id !== null ? await subjectOf(ctx, host, of, id).catch(() => null) : null;
  return { kind, commentId, subject, used: kind === 'comment' && row.state !== 'unconfirmed' };
}

/** Uses the link. Gives the secret by which this browser is known from now on. */
export async function takeLink(
  ctx: Ctx,
  token: string,
): Promise<{ kind: string; commentId: string | null; secret: string } | null> {
  const secret = newSecret();
  const used = await queries.takeLink(ctx, hashOf(token), hashOf(secret));
  if (!used?.kind) return null;
  if (used.moved && used.comment_id !== null) {
    await enqueue(ctx, 'exchange.letter', { kind: 'answered', id: used.comment_id });
    await record(withoutSecret(ctx, '/comments/link'), {
      action: 'comment.confirm',
      objectType: 'comment',
      objectId: used.comment_id,
    });
  }
  return { kind: used.kind, commentId: used.comment_id, secret };
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

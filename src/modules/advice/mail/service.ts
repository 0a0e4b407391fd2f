import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { isLang } from '#kernel/i18n.ts';
import { newId } from '#kernel/ids.ts';
import { insertMessage } from '../queries.ts';
import type { Desk } from '../schema.ts';
import { desks, holdQuestion, receive, rule, subjectOf, takeIn } from '../service.ts';
import { noticesOf, reasonAgainst, withoutQuote } from './policy.ts';
import * as queries from './queries.ts';
import { type Letter, type Lies, MAX_FILES, REASONS, type Reason, type SetAside } from './schema.ts';
import { text } from './text.pl.ts';

const BROKEN: Partial<Letter> = {};

/** The desk a letter was written to, or the default one. Throws when there is no desk at all: then nothing may be read. */
function deskFor(all: readonly Desk[], to: readonly string[]): Desk {
  const desk = all.find(({ email }) => email !== '' && to.includes(email.toLowerCase())) ?? all[0];
  if (!desk) throw new Error('advice: letters came and there is no desk');
  return desk;
}

/** A letter that could not be read or is too large: somebody looks into the mailbox. */
export async function setAside(ctx: Ctx, lies: Lies, reason: Reason, letter = BROKEN): Promise<void> {
  if (await queries.isRead(ctx, lies)) return;
  const desk = deskFor(await desks(ctx), letter.to ?? []);
  const kept = { id: newId(), deskId: desk.id, state: 'set_aside', reason, questionId: null } as const;
  await queries.insertLetter(ctx, kept, lies, letter);
}

/**
 * Takes one letter in: as a further message of the question it answers, as a new question, or set aside with the reason.
 * A letter read before is passed over, so that a fetch that broke off may begin again. `own`: addresses of this system.
 */
export async function takeLetter(
  ctx: Ctx,
  lies: Lies,
  letter: Letter,
  own: readonly string[],
): Promise<void> {
  if (await queries.isRead(ctx, lies)) return;
  const all = await desks(ctx);
  const reason =
    reasonAgainst(letter, [...own, ...all.map(({ email }) => email.toLowerCase())]) ??
    (await reasonOfMany(ctx, letter));
  if (reason) return setAside(ctx, lies, reason, letter);
  const desk = deskFor(all, letter.to);
  const questionId = (await answerTo(ctx, desk, letter)) ?? (await ask(ctx, desk, letter));
  const kept = { id: newId(), deskId: desk.id, state: 'taken', reason: null, questionId } as const;
  await queries.insertLetter(ctx, kept, lies, letter);
}

async function reasonOfMany(ctx: Ctx, letter: Letter): Promise<Reason | null> {
  const { same, lately } = await queries.findBefore(ctx, letter, letter.from?.address ?? '');
  if (same) return 'duplicate';
  return (lately ?? 0) >= (await rule(ctx, 'letters_day')) ? 'too_many' : null;
}

const answered = (ctx: Ctx, letter: Letter): Promise<queries.KnownQuestion[]> =>
  queries.findAnswered(ctx, noticesOf(letter.references), letter.references);

/** The id of the question a letter of the same sender answers, with the letter added to it; null when there is none. */
async function answerTo(ctx: Ctx, desk: Desk, letter: Letter): Promise<string | null> {
  const known = (await answered(ctx, letter)).find(({ email }) => email === letter.from?.address);
  if (!known) return null;
  const question = await holdQuestion(ctx, known.id);
  const message = await takeIn(ctx, question, withoutQuote(letter.body) || letter.subject, letter.messageId);
  await keepFiles(ctx, desk, letter, question.id, message);
  return question.id;
}

async function ask(ctx: Ctx, desk: Desk, letter: Letter): Promise<string> {
  const { from, subject, body, messageId } = letter;
  const id = await receive(ctx, {
    deskId: desk.id,
    channel: 'mail',
    subject: subject || subjectOf(body),
    body: body || subject,
    lang: languageOf(letter),
    callerCategory: null,
    countyCode: null,
    topicCode: null,
    contact: { email: from?.address ?? '', name: from?.name ?? '', phone: '' },
    mailId: messageId,
  });
  const [related] = await answered(ctx, letter);
  // Another sender answers a letter about a question: forwarded, or forged. People decide whether they belong together.
  if (related) await say(ctx, desk, id, text.pl.related(related.number));
  await keepFiles(ctx, desk, letter, id, (await queries.firstMessage(ctx, id)).id);
  return id;
}

const languageOf = ({ headers }: Letter) => {
  const said = headers.get('content-language')?.slice(0, 2).toLowerCase();
  return isLang(said) ? said : 'pl';
};

const say = (ctx: Ctx, desk: Desk, questionId: string, body: string): Promise<number> =>
  insertMessage(ctx, {
    id: newId(),
    questionId,
    deskId: desk.id,
    direction: 'note',
    state: 'sent',
    body,
    authorId: null,
  });

/** Keeps what was attached; what may not be kept is named in a note, and lies in the mailbox. */
async function keepFiles(
  ctx: Ctx,
  desk: Desk,
  letter: Letter,
  questionId: string,
  messageId: string,
): Promise<void> {
  const refused: string[] = letter.files.slice(MAX_FILES).map(({ name }) => name);
  for (const { name, bytes } of letter.files.slice(0, MAX_FILES)) {
    try {
      const id = await storeFile(ctx, { name, bytes, allowed: FILE_KINDS, owner: desk.institutionId });
      await queries.attach(ctx, id, messageId);
    } catch (error) {
      // Refused for what it is, before anything was written; whatever else goes wrong undoes the whole letter.
      if (!(error instanceof AppError)) throw error;
      refused.push(name);
    }
  }
  if (refused.length > 0) await say(ctx, desk, questionId, text.pl.refused(refused.map((n) => n || '?')));
}

const LIST_MAX = 100;
const shown = (row: queries.SetAsideRow): SetAside => ({
  ...row,
  reason: REASONS.find((reason) => reason === row.reason) ?? 'broken',
});
/** Letters of the actor's desks that wait for somebody to look, the newest first; and how the mailbox does. */
export async function waitingLetters(
  ctx: Ctx,
): Promise<{ letters: SetAside[]; mailbox: { checkedAt: Date; problem: string | null } | null }> {
  const [mailbox = null] = await queries.findStates(ctx);
  return { letters: (await queries.findSetAside(ctx, LIST_MAX)).map(shown), mailbox };
}

/** A letter that a machine set aside is a question after all. Gives the question's id. */
export async function takeUp(ctx: Ctx, id: string): Promise<string> {
  const letter = await queries.lockSetAside(ctx, id);
  if (!letter) throw notFound();
  const { deskId, subject, body, fromAddress, fromName } = letter;
  const questionId = await receive(ctx, {
    deskId,
    channel: 'mail',
    subject: subject || subjectOf(body),
    body: body || subject || text.pl.inMailbox,
    lang: 'pl',
    callerCategory: null,
    countyCode: null,
    topicCode: null,
    contact: { email: fromAddress, name: fromName, phone: '' },
    // The id of a duplicate is the first one's.
    mailId: letter.reason === 'duplicate' ? null : letter.messageId,
  });
  await queries.settle(ctx, id, questionId);
  return questionId;
}

/** Nobody needs an answer to it. It stays in the mailbox. */
export async function drop(ctx: Ctx, id: string): Promise<void> {
  if (!(await queries.lockSetAside(ctx, id))) throw notFound();
  await queries.settle(ctx, id, null);
}

export const forgetLetters = queries.forgetLetters;

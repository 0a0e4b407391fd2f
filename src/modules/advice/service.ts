import type { Actor, Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { tokens, vector } from '#kernel/words/words.ts';
import { deskFor, holdsPhrase, mayGo } from './policy.ts';
import * as queries from './queries.ts';
import {
  CHANNELS,
  type Desk,
  type EventKind,
  type NewQuestion,
  OPEN_STATES,
  type Question,
  type Rule,
  STATES,
  type State,
  type Topic,
} from './schema.ts';
import { text } from './text.pl.ts';
import { dueOn as lastDay } from './times/policy.ts';

/** The desks there are today, the default one first. */
export const desks = (ctx: Ctx): Promise<readonly Desk[]> => queries.findDesks(ctx);
export const topics = (ctx: Ctx): Promise<readonly Topic[]> => queries.findTopics(ctx);
export const categories = queries.findCategories;
/** Ids of the desks the acting worker belongs to today. */
export const myDesks = async (ctx: Ctx): Promise<readonly string[]> =>
  ctx.actor.kind === 'worker' ? ((await queries.findMine(ctx)).ids ?? []) : [];
export const holdsRole = async (ctx: Ctx, deskId: string, ...roles: readonly string[]): Promise<boolean> =>
  (await queries.findRole(ctx, deskId, roles)).held === true;

/** Which desk a question from there is for. Throws `not_found` when no desk takes questions. */
export async function deskOfPlace(ctx: Ctx, countyCode: string | null): Promise<Desk> {
  const desk = deskFor(await desks(ctx), countyCode);
  if (!desk) throw notFound();
  return desk;
}

/** A rule of a desk, or of all. */
export async function rule(ctx: Ctx, code: Rule, deskId: string | null = null): Promise<number> {
  const { value } = await queries.findRule(ctx, code, deskId);
  if (value === null) throw new Error(`advice: no rule ${code} is in force`);
  return value;
}

/** How long questions are kept where no desk set another time, for the page of privacy. */
export const questionsKept = async (ctx: Ctx) => ({
  contactMonths: await rule(ctx, 'contact_months'),
  wordsYears: await rule(ctx, 'words_years'),
});

/** Until when an answer is promised, counted in working days from today. */
export async function dueOn(
  ctx: Ctx,
  deskId: string,
  code: 'first_answer_days' | 'urgent_answer_days' | 'again_answer_days',
): Promise<LocalDate> {
  const days = await rule(ctx, code, deskId);
  return lastDay(warsawDate(ctx.now), days);
}

/** Whether somebody in a crisis may have written it. Rather once too often than once too seldom. */
export async function mayBeCrisis(ctx: Ctx, words: string): Promise<boolean> {
  const written = tokens(words);
  return (await queries.findPhrases(ctx)).some(({ phrase }) => holdsPhrase(written, tokens(phrase)));
}

/** Whether an answer on the topic waits for a second pair of eyes: its own mark, or of a topic above it. */
export async function isLegal(ctx: Ctx, code: string | null): Promise<boolean> {
  const known = new Map((await topics(ctx)).map((topic) => [topic.code, topic]));
  for (let at = known.get(code ?? ''); at; at = known.get(at.parentCode ?? '')) if (at.legal) return true;
  return false;
}

// The database checks these words.
const typed = (row: queries.QuestionRow): Question => ({
  ...row,
  channel: CHANNELS.find((c) => c === row.channel) ?? 'web',
  state: STATES.find((s) => s === row.state) ?? 'new',
  lang: isLang(row.lang) ? row.lang : 'pl',
});

/** A question of one of the actor's desks. Throws `not_found` for all others. */
export async function questionOf(ctx: Ctx, id: string): Promise<Question> {
  const row = await queries.findQuestion(ctx, id);
  if (!row) throw notFound();
  return typed(row);
}

/** As `questionOf`, and nobody else changes it until the end of the transaction. */
export async function holdQuestion(ctx: Ctx, id: string): Promise<Question> {
  if (!(await queries.lockQuestion(ctx, id))) throw notFound();
  return questionOf(ctx, id);
}

/** What happened, for the history; codes and ids only in `detail`. */
export const note = (
  ctx: Ctx,
  { id: questionId, deskId }: Pick<Question, 'id' | 'deskId'>,
  kind: EventKind,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<number> => queries.insertEvent(ctx, { id: newId(), questionId, deskId, kind, detail });

/** What is no word: the index of the database takes none so long. */
const ENDLESS = /[\p{L}\p{N}]{60,}/gu;
/** Stems by which the desk finds it. Those of whoever asked have a weight of their own, so that they can be forgotten. */
export const wordsOf = (title: string, words: string, contact: readonly string[] = []): string => {
  const [A = '', B = '', C = ''] = [title, contact.join('\n'), words].map((text) =>
    text.replace(ENDLESS, ' '),
  );
  return vector({ A, B, C }, []);
};

/**
 * Takes in a question that a worker of the desk writes down, or the system brings from a letter. Gives its id. Somebody
 * who asks in the public form has a door of their own, see asking/.
 */
export async function receive(ctx: Ctx, question: NewQuestion): Promise<string> {
  const id = newId();
  const urgent = await mayBeCrisis(ctx, `${question.subject}\n${question.body}`);
  const { number } = await queries.findNumber(ctx);
  await queries.insertQuestion(ctx, question, {
    id,
    number: number ?? '',
    urgent,
    needsReview: await isLegal(ctx, question.topicCode),
    dueOn: await dueOn(ctx, question.deskId, urgent ? 'urgent_answer_days' : 'first_answer_days'),
    takenBy: ctx.actor.kind === 'worker' ? ctx.actor.subjectId : null,
  });
  const { name, email, phone } = question.contact;
  if (name !== '' || email !== '' || phone !== '')
    await queries.insertAsker(ctx, id, question.deskId, question.contact);
  await queries.insertMessage(ctx, {
    id: newId(),
    questionId: id,
    deskId: question.deskId,
    direction: 'in',
    state: 'sent',
    body: question.body,
    authorId: null,
    mailId: question.mailId ?? null,
  });
  await note(ctx, { id, deskId: question.deskId }, 'asked', { channel: question.channel, urgent });
  await queries.addWords(ctx, id, wordsOf(question.subject, question.body, [name, email]));
  if (email !== '') await enqueue(ctx, 'advice.tell', { question: id, kind: 'received' });
  return id;
}

/** Moves a held question to a state. Throws when there is no such way: policies ask before. */
export async function moveTo(
  ctx: Ctx,
  question: Question,
  state: State,
  options: { readonly answered?: boolean; readonly dueOn?: LocalDate } = {},
): Promise<void> {
  if (state !== question.state && !mayGo(question.state, state))
    throw new Error(`advice: no way from ${question.state} to ${state}`);
  const open = OPEN_STATES.includes(state);
  await queries.setState(ctx, question.id, {
    state,
    dueOn: open
      ? (options.dueOn ?? question.dueOn ?? (await dueOn(ctx, question.deskId, 'again_answer_days')))
      : null,
    answered: options.answered ?? false,
  });
}

/**
 * A further message of who asked, brought by a worker or from a letter. An answered or closed question is open again.
 * Gives the id of the message.
 */
export async function takeIn(
  ctx: Ctx,
  question: Question,
  body: string,
  mailId: string | null = null,
): Promise<string> {
  const id = newId();
  const { id: questionId, deskId } = question;
  await queries.insertMessage(ctx, {
    id,
    questionId,
    deskId,
    direction: 'in',
    state: 'sent',
    body,
    authorId: null,
    mailId,
  });
  await note(ctx, question, 'wrote');
  await queries.addWords(ctx, questionId, wordsOf('', body));
  // Of a joined duplicate, the question it went into is the one that waits again.
  const main = question.mergedInto === null ? question : await holdQuestion(ctx, question.mergedInto);
  if (!OPEN_STATES.includes(main.state)) {
    await moveTo(ctx, main, 'reopened');
    await note(ctx, main, 'reopened');
  }
  return id;
}

/** A name of a dictionary in the language of the reader. */
export const named = (ctx: Ctx, row: Pick<Topic, 'namePl' | 'nameEn' | 'nameUk'>): string =>
  ({ pl: row.namePl, en: row.nameEn, uk: row.nameUk })[ctx.lang] || row.namePl;

const SUBJECT_MAX = 100;
/** What stands in lists when nobody wrote a title: the first sentence, or as much of it as fits. */
export function subjectOf(words: string): string {
  const line = words.trim().split(/\n|(?<=[.?!])\s/)[0] ?? '';
  if (line.length <= SUBJECT_MAX) return line;
  return `${line.slice(0, SUBJECT_MAX).replace(/\s+\S*$/, '')}…`;
}

/**
 * The tree of topics as a list to choose from: what stands on top is a group, and the first of its options. All that are
 * in force, or those given.
 */
export async function topicGroups(
  ctx: Ctx,
  given?: readonly Topic[],
): Promise<{ label: string; options: { value: string; label: string }[] }[]> {
  const all = given ?? (await topics(ctx));
  const below = (code: string): readonly Topic[] =>
    all.filter((topic) => topic.parentCode === code).flatMap((topic) => [topic, ...below(topic.code)]);
  return all
    .filter((topic) => topic.parentCode === null)
    .map((top) => ({
      label: named(ctx, top),
      options: [top, ...below(top.code)].map((topic) => ({ value: topic.code, label: named(ctx, topic) })),
    }));
}

/** What the head of a page offers: the desk for advisers, its settings for heads. */
export function adviceSections(actor: Pick<Actor, 'permissions'>, path: string, lang: Lang) {
  const href = actor.permissions.has('advice.answer')
    ? '/advice/desk'
    : actor.permissions.has('advice.manage')
      ? '/advice/desk/settings'
      : null;
  const current = path.startsWith('/advice/') && !/^\/advice\/(q|mine|answer)\b/.test(path);
  return href === null ? [] : [{ href, label: text[lang].section, current }];
}

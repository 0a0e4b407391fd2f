import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { listFiles } from '#kernel/files/files.ts';
import { isOpen, mayAnswer, mayReview } from '../../policy.ts';
import { DIRECTIONS, EVENT_KINDS, MESSAGE_STATES, type Message } from '../../schema.ts';
import { holdsRole, questionOf } from '../../service.ts';
import { onlyPhone, readingOf } from './policy.ts';
import { present } from './presence/service.ts';
import * as queries from './queries.ts';
import type { Colleague, QuestionView } from './schema.ts';
import { text } from './text.pl.ts';

// The database checks these words.
export const typedMessage = (row: queries.MessageRow): Message => ({
  ...row,
  direction: DIRECTIONS.find((d) => d === row.direction) ?? 'note',
  state: MESSAGE_STATES.find((s) => s === row.state) ?? 'sent',
});

/** All that the page of a question shows; leaves its record. Throws `not_found` for who is not of its desk. */
export async function questionView(ctx: Ctx, id: string): Promise<QuestionView> {
  const question = await questionOf(ctx, id);
  const messages = (await queries.findThread(ctx, id)).map(typedMessage);
  const contact = await queries.findContact(ctx, id);
  const hung = await queries.findFiles(ctx, id);
  const files = await listFiles(
    ctx,
    hung.map(({ fileId }) => fileId),
  );
  const proposed = messages.find(({ state }) => state === 'waiting_review') ?? null;
  const draft =
    messages.find(({ state, authorId }) => state === 'draft' && authorId === ctx.actor.subjectId) ?? null;
  const main = question.mergedInto === null ? null : await questionOf(ctx, question.mergedInto);
  await record(ctx, {
    action: 'view',
    objectType: 'advice.question',
    objectId: id,
    classes: contact && contact.erasedAt === null ? ['D1'] : [],
  });
  return {
    question,
    contact: contact && { ...contact, erased: contact.erasedAt !== null },
    thread: messages.filter(({ state }) => state === 'sent'),
    files: files.flatMap((file) =>
      hung
        .filter(({ fileId }) => fileId === file.id)
        .map(({ messageId }) => ({ id: file.id, name: file.name, messageId })),
    ),
    history: (await queries.findHistory(ctx, id)).flatMap(({ at, kind, who }) => {
      const known = EVENT_KINDS.find((k) => k === kind);
      return known ? [{ at, kind: known, who }] : [];
    }),
    here: await present(ctx, id),
    joined: await queries.findJoined(ctx, id),
    main: main && { id: main.id, number: main.number, subject: main.subject },
    rating: await queries.findRating(ctx, id),
    draft,
    open: isOpen(question),
    mayAnswer: mayAnswer(question).allowed,
    toCall: onlyPhone(contact),
    reading: readingOf((proposed ?? draft)?.body ?? ''),
    proposed,
    mayReview:
      proposed !== null &&
      mayReview(proposed, {
        workerId: ctx.actor.subjectId,
        holdsRole: await holdsRole(ctx, question.deskId, 'reviewer', 'lead'),
      }).allowed,
  };
}

/** Who may be given a question of the desk. */
export const colleagues = async (ctx: Ctx, deskId: string): Promise<readonly Colleague[]> =>
  (await queries.findColleagues(ctx, deskId)).map((row) => ({ ...row, name: row.name ?? '' }));

/** Why something may not be done, in words. */
export function refusal(ctx: Ctx, reason: string): string {
  const { refusals } = text[ctx.lang];
  const known = (Object.keys(refusals) as (keyof typeof refusals)[]).find((key) => key === reason);
  return refusals[known ?? 'merged'];
}

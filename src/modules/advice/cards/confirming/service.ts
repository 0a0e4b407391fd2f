import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { forgetGiven } from '#kernel/files/files.ts';
import { fromPerson, withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { CARD_CHANNELS, CARD_STATES } from '../schema.ts';
import * as queries from './queries.ts';
import type { AnswerForm, LinkedCard } from './schema.ts';
import { text } from './text.pl.ts';

const PATH = '/advice/card';

/** The letter with the secret link; nothing of the card stands in it but its number. */
export async function sendRequest(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const asked = await queries.findToAsk(ctx, id);
  if (!asked) return;
  const secret = newSecret();
  const days = asked.days ?? 30;
  await queries.insertLink(ctx, hashOf(secret), id, days);
  const t = text.pl.letter;
  await sendMail(ctx, {
    to: asked.email,
    subject: t.subject(asked.number),
    body: t.body(asked.desk, asked.number, `${siteUrl}${PATH}/${secret}`, days),
  });
}

/** What a link opens, with its record. Throws `not_found` for a link that is unknown or old. */
export async function linked(ctx: Ctx, token: string): Promise<LinkedCard> {
  const row = await queries.findLinked(ctx, hashOf(token));
  if (!row?.cardId) throw notFound();
  await record(withoutSecret(ctx, PATH), {
    action: 'view',
    objectType: 'advice_card',
    objectId: row.cardId,
    classes: ['D1'],
  });
  return {
    number: row.number ?? '',
    desk: row.desk ?? '',
    contact: [row.deskEmail, row.deskPhone].flatMap((each) => (each ? [each] : [])),
    adviser: row.adviser ?? '',
    client: row.client ?? '',
    type: (ctx.lang === 'en' ? row.typeEn : row.typePl) ?? '',
    on: row.on ?? '',
    from: row.from,
    to: row.to,
    hours: row.hours ?? 0,
    channel: CARD_CHANNELS.find((each) => each === row.channel) ?? 'written',
    problem: row.problem ?? '',
    advice: row.advice ?? '',
    nextSteps: row.nextSteps ?? '',
    state: CARD_STATES.find((each) => each === row.state) ?? 'waiting',
    answeredBy: row.answeredBy ?? '',
  };
}

/** Confirms the card or disputes it in words. Throws `invalid` when it waits for no answer any more. */
export async function answerCard(ctx: Ctx, token: string, form: AnswerForm): Promise<void> {
  if (!fromPerson(ctx, form)) return;
  const row = await queries.findLinked(ctx, hashOf(token));
  if (!row?.cardId) throw notFound();
  const agrees = form.agrees === 'yes';
  if (!agrees && form.words === '') throw invalid({ field: 'words', message: 'required' });
  const { done } = await queries.answer(ctx, hashOf(token), agrees, form.who, form.words);
  if (!done) throw new AppError('conflict', { reason: 'notWaiting' });
  await record(withoutSecret(ctx, PATH), {
    action: agrees ? 'card.confirm' : 'card.dispute',
    objectType: 'advice_card',
    objectId: row.cardId,
    classes: ['D1'],
  });
}

/** What is older than the time of keeping: words, names, and documents with their bytes. */
export async function eraseOldCards(ctx: Ctx): Promise<void> {
  await queries.eraseOld(ctx);
  await forgetGiven(
    ctx,
    (await queries.findForgottenFiles(ctx)).map(({ id }) => id),
  );
}

import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { fromPerson, type GuestForm, sourceOfDay } from '#kernel/forms/guest.ts';
import { newId } from '#kernel/ids.ts';
import { mayHoldIdentifier, sendMail } from '#kernel/mail.ts';
import * as queries from './queries.ts';
import { type ContactForm, type HelpLine, mayBeCrisis } from './schema.ts';
import { text } from './text.pl.ts';

export const helpLines = async (ctx: Ctx): Promise<readonly HelpLine[]> =>
  (await queries.findHelpLines(ctx)).map(({ number, namePl, nameEn, nameUk }) => ({
    number,
    name: { pl: namePl, en: nameEn, uk: nameUk }[ctx.lang],
  }));

/** What a reader writes to the operator: `fields` are looked through for numbers of persons, `lines` make the letter. */
interface Letter {
  readonly form: GuestForm;
  readonly fields: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly lines: readonly string[];
}

/**
 * A letter of a reader goes to the operator by mail and is kept nowhere else; what a program filled in goes nowhere, and
 * it is told nothing. Throws `invalid` when a field holds what may be somebody's number, or above the limit of a day.
 */
export async function sendToOperator(ctx: Ctx, to: string, letter: Letter, address: string): Promise<void> {
  if (!fromPerson(ctx, letter.form)) return;
  const told = text[ctx.lang];
  for (const [field, typed] of Object.entries(letter.fields))
    if (mayHoldIdentifier(typed)) throw invalid({ field, message: told.identifier });
  if (!(await queries.maySend(ctx, newId(), sourceOfDay(ctx, address))).may)
    throw invalid({ field: '', message: told.tooMany });
  await sendMail(ctx, { to, subject: letter.subject, body: letter.lines.join('\n') });
}

export async function write(ctx: Ctx, to: string, form: ContactForm, address: string): Promise<void> {
  const t = text.pl;
  const { message, email } = form;
  const lines = [
    ...(mayBeCrisis(message) ? [t.urgent, ''] : []),
    `${t.topic}: ${t.topics[form.topic]}`,
    `${t.email}: ${email || '–'}`,
    '',
    message,
  ];
  await sendToOperator(ctx, to, { form, fields: { message, email }, subject: t.subject, lines }, address);
}

export const forgetSent = queries.forgetSent;

import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
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

/**
 * A letter of a reader goes to the operator by mail and is kept nowhere else. Throws `invalid` when it holds what may be
 * somebody's number, or above the limit of a day.
 */
export async function write(ctx: Ctx, to: string, form: ContactForm, address: string): Promise<void> {
  if (!fromPerson(ctx, form)) return;
  const told = text[ctx.lang];
  for (const field of ['message', 'email'] as const)
    if (mayHoldIdentifier(form[field])) throw invalid({ field, message: told.identifier });
  if (!(await queries.maySend(ctx, newId(), sourceOfDay(ctx, address))).may)
    throw invalid({ field: '', message: told.tooMany });
  const t = text.pl;
  await sendMail(ctx, {
    to,
    subject: t.subject,
    body: [
      ...(mayBeCrisis(form.message) ? [t.urgent, ''] : []),
      `${t.topic}: ${t.topics[form.topic]}`,
      `${t.email}: ${form.email || '–'}`,
      '',
      form.message,
    ].join('\n'),
  });
}

export const forgetSent = queries.forgetSent;

import { record } from '#kernel/audit/record.ts';
import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { admitSource, contactOf } from '../queries.ts';
import type { ExchangeHost } from '../schema.ts';
import { commentOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { ReportBody, Reported } from './schema.ts';

export async function reported(ctx: Ctx, host: ExchangeHost, id: string): Promise<Reported> {
  const { comment, subject } = await commentOf(ctx, host, id);
  if (comment.state !== 'shown') throw notFound();
  return { comment, subject };
}

/**
 * A notice that a comment breaks the law or the rules, from anybody (Regulation (EU) 2022/2065, art. 16). An address is
 * wanted only to answer, and need not be given.
 */
export async function report(ctx: Ctx, { comment }: Reported, form: ReportBody): Promise<void> {
  let contact: string | null = null;
  if (ctx.actor.kind === 'public') {
    if (!fromPerson(ctx, form)) return;
    const { admitted } = await admitSource(ctx, newId(), sourceOfDay(ctx, currentRequest().address));
    if (!admitted) throw invalid({ field: '', message: text[ctx.lang].tooManyHere });
    if (form.email !== '')
      contact = (await contactOf(ctx, newId(), form.email, ctx.lang === 'en' ? 'en' : 'pl')).id;
  }
  const id = newId();
  const { reason, explanation } = form;
  const { done } = await queries.report(ctx, { id, commentId: comment.id, reason, explanation, contact });
  if (!done) throw notFound();
  if (ctx.actor.kind !== 'public')
    await record(ctx, { action: 'comment.report', objectType: 'comment', objectId: comment.id });
  await enqueue(ctx, 'exchange.letter', { kind: 'received', id });
}

import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import type { ExchangeHost, Subject } from '../schema.ts';
import { commentOf, guest, subjectOf, wrote } from '../service.ts';
import * as queries from './queries.ts';
import type { Wish, WishBody } from './schema.ts';

export async function followWish(
  ctx: Ctx,
  host: ExchangeHost,
  about: { kind: string; id: string },
  known: boolean,
): Promise<Wish> {
  const subject = await subjectOf(ctx, host, about.kind, about.id);
  if (ctx.actor.kind === 'public' && !subject.guests) throw notFound();
  return { kind: 'follow', subject, comment: null, known };
}

/** Letters about what is new. Whoever has no account confirms it by a letter first; then the answer is true. */
export async function follow(ctx: Ctx, { subject, known }: Wish, form: WishBody | null): Promise<boolean> {
  if (known || form === null) {
    await queries.follow(ctx, newId(), subject, null);
    return false;
  }
  const contact = await guest(ctx, form, false);
  if (contact === null) return true;
  const { id } = await queries.follow(ctx, newId(), subject, contact);
  if (id !== null) await enqueue(ctx, 'exchange.letter', { kind: 'follow', id });
  return true;
}

export async function unfollow(
  ctx: Ctx,
  host: ExchangeHost,
  about: { kind: string; id: string },
): Promise<Subject> {
  await queries.unfollow(ctx, about);
  return subjectOf(ctx, host, about.kind, about.id);
}

/** A comment that may be found useful: shown, and not one's own. */
export async function usefulWish(ctx: Ctx, host: ExchangeHost, id: string, known: boolean): Promise<Wish> {
  const { comment, subject } = await commentOf(ctx, host, id);
  if (comment.state !== 'shown' || (ctx.actor.kind === 'public' && !subject.guests) || (await wrote(ctx, id)))
    throw notFound();
  return { kind: 'useful', subject, comment, known };
}

/** True when a letter has to confirm it. */
export async function findUseful(
  ctx: Ctx,
  { comment, known }: Wish,
  form: WishBody | null,
): Promise<boolean> {
  if (comment === null) throw notFound();
  if (known || form === null) {
    await queries.mark(ctx, comment.id, true);
    return false;
  }
  const contact = await guest(ctx, form, false);
  if (contact !== null) await enqueue(ctx, 'exchange.letter', { kind: 'mark', id: comment.id, contact });
  return true;
}

export const takeBack = (ctx: Ctx, id: string): Promise<unknown> => queries.mark(ctx, id, false);

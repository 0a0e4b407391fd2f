import type { Ctx } from '#kernel/context.ts';
import { forgetGiven } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { forgetMailOf } from '#kernel/mail.ts';
import * as queries from './queries.ts';

/**
 * What an erased question or contact leaves behind: letters with the address, and with the words also files, unfinished
 * answers and articles. The database lets the system delete only what hangs on what is erased.
 */
export async function clearAfter(ctx: Ctx, questionId: string): Promise<void> {
  const letters = (await queries.findLetters(ctx, questionId)).map(({ id }) => id);
  await forgetMailOf(ctx, letters);
  await queries.dropNotices(ctx, letters);
  await queries.clearLetters(ctx, questionId);
  await queries.clearContactWords(ctx, questionId);
  if (!(await queries.findErased(ctx, questionId))) return;
  const files = await queries.findFiles(ctx, questionId);
  await forgetGiven(
    ctx,
    files.map(({ id }) => id),
  );
  await queries.dropUnfinished(ctx, questionId);
}

/** The time of keeping is over: the words go, and all that hangs on them. For the system. */
export async function eraseNow(ctx: Ctx, questionId: string): Promise<void> {
  await queries.erase(ctx, questionId, newId());
  await clearAfter(ctx, questionId);
}

/** An account is closed: what was asked from it goes with it. For the system. */
export async function forgetAccount(ctx: Ctx, accountId: string): Promise<void> {
  for (const { id } of await queries.findOfAccount(ctx, accountId)) {
    await eraseNow(ctx, id);
  }
}

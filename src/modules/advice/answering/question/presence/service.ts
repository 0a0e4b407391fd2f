import type { Ctx } from '#kernel/context.ts';
import { questionOf, rule } from '../../../service.ts';
import type { Here } from '../schema.ts';
import * as queries from './queries.ts';

/** Who else has the question open now. */
export async function present(ctx: Ctx, questionId: string): Promise<readonly Here[]> {
  const rows = await queries.findPresent(ctx, questionId, await rule(ctx, 'presence_seconds'));
  return rows.map(({ name, writes }) => ({ name: name ?? '', writes }));
}

/** A sign of life of an open page, or that it was left. Gives who else is there, and the version of the question. */
export async function seen(
  ctx: Ctx,
  id: string,
  { writes, leaves }: { readonly writes: boolean; readonly leaves: boolean },
): Promise<{ here: readonly Here[]; version: number }> {
  const question = await questionOf(ctx, id);
  if (leaves) await queries.dropPresence(ctx, id);
  else await queries.putPresence(ctx, id, question.deskId, writes);
  return { here: await present(ctx, id), version: question.rowVersion };
}

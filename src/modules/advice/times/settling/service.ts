import type { Ctx } from '#kernel/context.ts';
import { assignByItself } from '../../setup/proposal/api.ts';
import { settleTimes } from '../service.ts';

/** What a question needs when it came or changed: its days, and an expert where the desk assigns by itself. */
export async function arrange(ctx: Ctx, payload: { readonly question?: string }): Promise<void> {
  if (payload.question === undefined) return;
  await settleTimes(ctx, payload.question);
  await assignByItself(ctx, payload.question);
}

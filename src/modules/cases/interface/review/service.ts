import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { reviewsOf, suspensionsOf } from '../../review/api.ts';
import { loadCase, recordView } from '../../service.ts';
import type { review, suspension } from './schema.ts';

export async function reviewsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof review>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'reviews', ['D1', 'D5']);
  return (await reviewsOf(ctx, c.id)).map((r) => ({
    ...r,
    recordedAt: r.recordedAt.toISOString(),
    items: [...r.items],
    goals: [...r.goals],
  }));
}

export async function suspensionsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof suspension>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'suspension', ['D1']);
  return suspensionsOf(ctx, c.id);
}

import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { areaOf, membersOf, ownPartnerships } from '../service.ts';
import type { partnership } from './schema.ts';

/** One of them, with its members and the gminas it works in; `not_found` for any other. */
export async function ownPartnership(ctx: Ctx, id: string): Promise<z.input<typeof partnership>> {
  const found = (await ownPartnerships(ctx)).find((p) => p.id === id);
  if (!found) throw notFound();
  return { ...found, members: await membersOf(ctx, id), gminas: await areaOf(ctx, id) };
}

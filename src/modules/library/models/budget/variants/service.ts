import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Shown } from '../../../schema.ts';
import { budget } from '../schema.ts';
import { readBudget, typedBudget } from '../typed/schema.ts';
import * as queries from './queries.ts';
import type { Variant, VariantForm } from './schema.ts';

/** What the institution of a worker kept of a model; null for readers who keep nothing here. */
export async function variantsOf(ctx: Ctx, model: Shown): Promise<readonly Variant[] | null> {
  if (!ctx.actor.permissions.has('work')) return null;
  return (await queries.findVariants(ctx, model.id)).map(({ budget: stored, ...row }) => ({
    ...row,
    href: `${model.path}/budget?${new URLSearchParams(typedBudget(budget.parse(stored), ctx.lang))}`,
  }));
}

/** Keeps a budget for the own institution. Throws `invalid` when it cannot be read whole. */
export async function keepVariant(ctx: Ctx, model: Shown, form: VariantForm): Promise<void> {
  const { budget: read, errors } = readBudget(Object.fromEntries(new URLSearchParams(form.typed)));
  if (errors.length > 0) throw invalid({ field: '', message: 'invalid' });
  await queries.insertVariant(ctx, newId(), model.id, form.name, read);
}

export async function dropVariant(ctx: Ctx, id: string): Promise<void> {
  if ((await queries.deleteVariant(ctx, id)) === 0) throw notFound();
}

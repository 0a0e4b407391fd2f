import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import {
  type Arrangements,
  currentPlan,
  instruments,
  type NewItem,
  openPlan,
  ownItems,
  type Plan,
  type PlanItem,
  planVersion,
  readiness,
  versions,
} from '../../plan/api.ts';
import { loadCase, recordView } from '../../service.ts';
import type {
  arrangementsBody,
  ItemBody,
  instrument,
  item,
  plan,
  planView,
  readinessView,
  versionLine,
} from './schema.ts';

const itemView = (i: PlanItem): z.input<typeof item> => ({
  ...i,
  service: i.serviceLabel,
  institution: i.institutionName,
  worker: i.workerName,
});

const planOf = (p: Plan): z.input<typeof plan> => ({
  ...p,
  goals: p.goals.map((g) => ({ ...g, items: g.items.map(itemView) })),
  signatures: p.signatures.map((s) => ({ ...s, signedAt: s.signedAt.toISOString() })),
});

/** The version in force and the one being written, as far as the caller reads them; recorded as seen. */
export async function planFor(ctx: Ctx, caseId: string): Promise<z.input<typeof planView>> {
  const c = await loadCase(ctx, caseId);
  const [inForce, open] = [await currentPlan(ctx, c.id), await openPlan(ctx, c.id)];
  const own = inForce || open ? [] : await ownItems(ctx, c.id);
  await recordView(ctx, c, 'plan', ['D1', 'D5', 'D6'], inForce?.id ?? open?.id ?? c.id);
  return {
    inForce: inForce && planOf(inForce),
    open: open && planOf(open),
    ownItems: own.map(itemView),
  };
}

export async function versionsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof versionLine>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'plan', ['D5']);
  return (await versions(ctx, c.id)).map((v) => ({ ...v, createdAt: v.createdAt.toISOString() }));
}

export async function versionFor(ctx: Ctx, caseId: string, number: number): Promise<z.input<typeof plan>> {
  const c = await loadCase(ctx, caseId);
  const row = (await versions(ctx, c.id)).find((v) => v.version === number);
  if (!row) throw notFound();
  await recordView(ctx, c, 'plan', ['D1', 'D5', 'D6'], row.id);
  return planOf(await planVersion(ctx, row.id));
}

/** Warnings about the open version and what is missing before it can be signed. */
export async function readinessFor(ctx: Ctx, caseId: string): Promise<z.input<typeof readinessView>> {
  const c = await loadCase(ctx, caseId);
  const found = await readiness(ctx, c.id);
  await recordView(ctx, c, 'plan', ['D5'], found.plan.id);
  return {
    warnings: found.warnings.map((w) => ({ ...w, about: [...w.about] })),
    missing: [...found.missing],
  };
}

export async function instrumentsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof instrument>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'linked_instrument', ['D5']);
  return (await instruments(ctx, c.id)).map((i) => ({ ...i, institution: i.institutionName }));
}

export const newItem = (body: ItemBody): NewItem => ({ ...body, hours: body.hours?.toString() ?? '' });

export const arrangements = (body: z.output<typeof arrangementsBody>): Arrangements => ({
  ownObligation: body.ownObligation,
  nextReviewOn: body.nextReviewOn ?? '',
  contactEveryDays: body.contactEveryDays?.toString() ?? '',
  contactForm: body.contactForm,
});

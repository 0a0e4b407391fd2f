import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Plan } from '../schema.ts';
import { planVersion, versions } from '../service.ts';
import { type Change, diffVersions } from './policy.ts';

export interface Comparison {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly Change[];
}

/** Two versions of the plan of a case side by side; `from` is the one before `to` when it is not said. */
export async function compareVersions(
  ctx: Ctx,
  caseId: string,
  to?: number,
  from?: number,
): Promise<Comparison> {
  const all = await versions(ctx, caseId);
  const after = all.find((v) => v.version === (to ?? all[0]?.version));
  const before = all.find((v) =>
    from === undefined ? v.version < (after?.version ?? 0) && v.state !== 'abandoned' : v.version === from,
  );
  if (!after || !before) throw notFound();
  const [a, b] = await Promise.all([planVersion(ctx, before.id), planVersion(ctx, after.id)]);
  return { before: a, after: b, changes: diffVersions(a, b) };
}

/** The version with this number. Throws `not_found`. */
export async function versionByNumber(ctx: Ctx, caseId: string, version: number): Promise<Plan> {
  const row = (await versions(ctx, caseId)).find((v) => v.version === version);
  if (!row) throw notFound();
  return planVersion(ctx, row.id);
}

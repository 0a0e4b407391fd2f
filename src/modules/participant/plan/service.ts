import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import {
  itemsOf,
  missingSignatures,
  type Plan,
  planVersion,
  signAsPerson,
  versions,
} from '#modules/cases/plan/api.ts';
import { signedWithOwnName } from '../policy.ts';
import { requireWindow } from '../service.ts';
import { text } from '../text.pl.ts';
import type { OwnPlan, SignBody } from './schema.ts';

/** Versions that were shown to the person: a draft is not theirs to read before the team stands behind it. */
const SHOWN = ['signing', 'signed', 'superseded'];

/** The plan as the person sees it: in force, being signed, and earlier ones. */
export async function ownPlan(ctx: Ctx, caseId: string): Promise<OwnPlan> {
  const shown = (await versions(ctx, caseId)).filter((v) => SHOWN.includes(v.state));
  const signed = shown.find((v) => v.state === 'signed');
  const open = shown.find((v) => v.state === 'signing');
  const missing = open ? await missingSignatures(ctx, open.id) : [];
  return {
    current: signed ? await planVersion(ctx, signed.id) : null,
    signing: open
      ? {
          plan: await planVersion(ctx, open.id),
          mine: missing.some((m) => m.signer === 'person'),
          missing: [...new Set(missing.flatMap((m) => m.institutionName ?? []))],
        }
      : null,
    versions: shown,
  };
}

/** One version by its number. Throws `not_found` for a draft as for one that does not exist. */
export async function ownVersion(ctx: Ctx, caseId: string, version: number): Promise<Plan> {
  const row = (await versions(ctx, caseId)).find((v) => v.version === version && SHOWN.includes(v.state));
  if (!row) throw notFound();
  return planVersion(ctx, row.id);
}

/** How many steps of the plan are done, of how many. */
export function progressOf(plan: Plan): { done: number; total: number } {
  const items = itemsOf(plan);
  return { done: items.filter((i) => i.progress.state === 'done').length, total: items.length };
}

/**
 * Signs the version the person has read. Throws `invalid` when the name is not theirs, `stale` when the text was
 * changed after they read it; `nothing` when there is nothing to sign (any more).
 */
export async function signOwnPlan(ctx: Ctx, body: SignBody): Promise<'waiting' | 'agreed' | 'nothing'> {
  const w = await requireWindow(ctx);
  const { signing } = await ownPlan(ctx, w.caseId);
  if (!signing) return 'nothing';
  if (signing.plan.id !== body.plan || signing.plan.contentHash !== body.text) throw stale();
  if (!signing.mine) return 'nothing';
  if (!signedWithOwnName(body.name, w.fullName).allowed)
    throw invalid({ field: 'name', message: text[ctx.lang].sign.otherName(w.fullName) });
  // The session knows the given name; under a plan stands the whole one.
  const signer = { ...ctx, actor: { ...ctx.actor, name: w.fullName } };
  return signAsPerson(signer, w.caseId, body.plan);
}

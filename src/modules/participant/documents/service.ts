import type { Ctx } from '#kernel/context.ts';
import { clausePdf, consentPdf, planPdf } from '#modules/cases/documents/api.ts';
import { ownConsent } from '../consents/service.ts';
import { ownVersion } from '../plan/service.ts';
import { clauseOf, requireWindow } from '../service.ts';

/** A version of the person's plan as PDF, also easy to read. A draft is not there, as in the window. */
export async function planFile(ctx: Ctx, version: number, easy: boolean): Promise<Response> {
  const w = await requireWindow(ctx);
  const plan = await ownVersion(ctx, w.caseId, version);
  return planPdf(ctx, plan.id, { easy });
}

export async function clauseFile(ctx: Ctx, id: string): Promise<Response> {
  const w = await requireWindow(ctx);
  const { given } = await clauseOf(ctx, w.caseId, id);
  return clausePdf(ctx, w.caseId, { version: given.version });
}

export async function consentFile(ctx: Ctx, id: string): Promise<Response> {
  const w = await requireWindow(ctx);
  await ownConsent(ctx, w.caseId, id);
  return consentPdf(ctx, w.caseId, id);
}

import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { clause } from './clause/service.ts';
import { recordedConsent } from './consent/service.ts';
import { planDocument } from './plan/service.ts';

/**
 * A version of the plan as PDF, for a worker or the participant: the answer to send. The access record is written.
 * `easy`: in large letters and short sentences. Throws `not_found` for whoever may not see the plan.
 */
export const planPdf = (
  ctx: Ctx,
  planId: string,
  how: { lang?: Lang; easy?: boolean } = {},
): Promise<Response> => planDocument(ctx, planId, how);

/** The information clause as PDF: the version the person received, or the one named. */
export const clausePdf = (
  ctx: Ctx,
  caseId: string,
  how: { lang?: Lang; version?: string; large?: boolean } = {},
): Promise<Response> => clause(ctx, caseId, how);

/** A recorded consent as PDF: what it covers, until when, and whether it was withdrawn. */
export const consentPdf = (ctx: Ctx, caseId: string, consentId: string): Promise<Response> =>
  recordedConsent(ctx, caseId, consentId);

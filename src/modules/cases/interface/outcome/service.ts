import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import {
  followUpsOf,
  openItems,
  outcomeOf,
  recordFollowUp,
  recordOutcome,
  type Stage,
  unconfirmed,
} from '../../outcome/api.ts';
import { loadCase, recordView } from '../../service.ts';
import type { FollowUpBody, followUp, OutcomeBody, outcomeView } from './schema.ts';

/** The result, what the plan still has open, and who has not confirmed the closing; recorded as seen. */
export async function outcomeFor(ctx: Ctx, caseId: string): Promise<z.input<typeof outcomeView>> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'outcome', ['D1', 'D5']);
  const o = await outcomeOf(ctx, c.id);
  return {
    outcome: o && {
      ...o,
      extraCodes: [...o.extraCodes],
      progress: [...o.progress],
      recordedAt: o.recordedAt.toISOString(),
    },
    openItems: (await openItems(ctx, c.id)).map((i) => ({
      lineageId: i.lineageId,
      service: i.serviceLabel,
      institution: i.institutionName,
    })),
    unconfirmed: c.state === 'closing' ? await unconfirmed(ctx, c.id) : [],
  };
}

export function close(ctx: Ctx, caseId: string, body: OutcomeBody): Promise<void> {
  const { rowVersion: version, plannedMonths, ...rest } = body;
  return recordOutcome(ctx, caseId, { ...rest, plannedMonths: plannedMonths?.toString(), version });
}

export async function followUpsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof followUp>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'follow_up', ['D1', 'D5']);
  return (await followUpsOf(ctx, c.id)).map((f) => ({ ...f, tries: [...f.tries] }));
}

export function follow(
  ctx: Ctx,
  caseId: string,
  stage: Stage,
  body: FollowUpBody,
): Promise<{ needsHelp: boolean }> {
  const { sameJob, ...rest } = body;
  const same = sameJob === undefined ? '' : sameJob ? 'yes' : 'no';
  return recordFollowUp(ctx, caseId, { ...rest, stage, sameJob: same });
}

import type { Ctx } from '#kernel/context.ts';
import { ownQueue } from '#modules/cases/api.ts';
import { ownConsents } from '../consents/service.ts';
import { looksAt } from '../data/service.ts';
import { datesAhead, reviewAhead } from '../dates/service.ts';
import { awaiting } from '../messages/policy.ts';
import { messagesOf } from '../messages/service.ts';
import { ownPlan, progressOf } from '../plan/service.ts';
import { nextTurn, stageOf } from '../policy.ts';
import type { Window } from '../schema.ts';
import { clausesOf } from '../service.ts';

const SHOWN = 3;

/** What the first page shows: how far the plan is, whose turn, what comes next, who looked. */
export async function homeOf(ctx: Ctx, window: Window) {
  const [plan, messages, clauses, dates, reviewOn, consents, { looks }, queue] = await Promise.all([
    ownPlan(ctx, window.caseId),
    messagesOf(ctx, window.caseId),
    clausesOf(ctx, window.caseId),
    datesAhead(ctx, window.caseId),
    reviewAhead(ctx, window.caseId),
    ownConsents(ctx, window.caseId),
    looksAt(ctx, {}, SHOWN),
    ownQueue(ctx, window.caseId),
  ]);
  const progress = plan.current && progressOf(plan.current);
  return {
    window,
    turn: nextTurn({
      unsignedVersion: plan.signing?.mine ? plan.signing.plan.version : null,
      messages: awaiting(messages),
      clauses: clauses
        .filter((c) => c.toConfirm)
        .map((c) => c.id)
        .reverse(),
    }),
    // A plan that is over, or rests, says so before its figures.
    progress: window.state === 'active' || window.state === 'planning' ? progress : null,
    stage: progress ? stageOf(progress.done, progress.total) : ('none' as const),
    dates: dates.slice(0, SHOWN),
    reviewOn,
    looks,
    queue,
    consents: consents.filter((c) => c.state === 'given').length,
  };
}

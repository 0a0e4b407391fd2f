import type { Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { loadPerson, personName } from '../../person/api.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase, terms } from '../../service.ts';
import { coordinatorsFor } from '../answer/api.ts';
import type { ReferralView } from '../pages/referral.tsx';
import {
  basisChoices,
  mayAccept,
  mayAnswerQuestion,
  mayAsk,
  mayDecline,
  mayReroute,
  mayTake,
  mayWithdraw,
} from '../policy.ts';
import type { Referral } from '../schema.ts';
import { viewReferral } from '../service.ts';

/** The case of a referral, or null for a recipient that has not accepted it. */
async function caseOf(ctx: Ctx, r: Referral): Promise<SharedCase | null> {
  try {
    return await loadCase(ctx, r.caseId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/** The page of a referral: the packet, whose turn it is, and what the reader may do; recorded as seen. */
export async function referralView(ctx: Ctx, id: string): Promise<ReferralView> {
  const r = await viewReferral(ctx, id);
  const { actor } = ctx;
  const accept = mayAccept(actor, r).allowed;
  const c = await caseOf(ctx, r);
  const person = c && (await loadPerson(ctx, c.personId));
  return {
    referral: r,
    person: person && personName(person),
    actions: {
      take: mayTake(actor, r).allowed && r.state === 'sent',
      accept,
      decline: mayDecline(actor, r).allowed,
      ask: mayAsk(actor, r).allowed,
      answer: mayAnswerQuestion(actor, r).allowed && r.state === 'needs_info',
      withdraw: mayWithdraw(actor, r).allowed,
      // Only while the case can go on: another recipient of a draft, or a new case after a refusal.
      reroute:
        mayReroute(actor, r).allowed &&
        c !== null &&
        (r.kind === 'service' || ['draft', 'rejected'].includes(c.state)),
      seesCase: c !== null,
    },
    lists: {
      needs: await terms(ctx, 'need'),
      forms: await terms(ctx, 'informed_form'),
      declines: await terms(ctx, 'decline'),
    },
    coordinators: accept && r.kind === 'opening' ? await coordinatorsFor(ctx, r) : [],
    bases: basisChoices(actor.institutionType),
    me: { workerId: actor.subjectId, institutionId: actor.institutionId },
    formKey: newId(),
  };
}

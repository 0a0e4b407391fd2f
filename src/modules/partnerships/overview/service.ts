import type { Ctx } from '#kernel/context.ts';
import { agreementOf, versionsOf } from '../agreements/service.ts';
import { waitingInvitations } from '../initiative/service.ts';
import { stageOf } from '../initiative/stage/service.ts';
import { mayCoordinate, mayRepresent } from '../policy.ts';
import { TRANSITIONS } from '../schema.ts';
import { areaOf, contactsOf, membersOf, partnershipOf, readinessOf, standingOf } from '../service.ts';
import type { PartnershipView } from './schema.ts';

/** Moves that are an act of their own; the others follow from signing and putting in force. */
const BY_HAND = ['negotiation', 'suspended', 'ended'] as const;

export async function partnershipView(ctx: Ctx, id: string): Promise<PartnershipView> {
  const partnership = await partnershipOf(ctx, id);
  const versions = await versionsOf(ctx, id);
  const standing = await standingOf(ctx, id);
  const live = versions.find((v) => v.state === 'in_force');
  const decisive = live ?? versions.find((v) => v.state === 'signing');
  const open = partnership.state !== 'ended';
  const coordinates = open && mayCoordinate(ctx.actor, standing).allowed;
  const next = TRANSITIONS[partnership.state];
  return {
    partnership,
    members: await membersOf(ctx, id, true),
    contacts: await contactsOf(ctx, id),
    area: await areaOf(ctx, id),
    versions,
    inForce: live ? await agreementOf(ctx, id, live.version) : null,
    readiness: decisive ? await readinessOf(ctx, decisive.id) : null,
    member: standing.member,
    stage: standing.member ? await stageOf(ctx, partnership) : null,
    invited: (await waitingInvitations(ctx)).some((v) => v.href === `/partnerships/${id}/invitation`),
    coordinates,
    represents: open && mayRepresent(ctx.actor, standing).allowed,
    moves: coordinates
      ? next.filter(
          (to) =>
            BY_HAND.some((by) => by === to && partnership.state !== 'agreement_signed') ||
            (to === 'ended' && partnership.state === 'agreement_signed') ||
            (to === 'operating' && partnership.state === 'suspended'),
        )
      : [],
  };
}

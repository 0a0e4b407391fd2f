import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { findVersions } from '../agreements/queries.ts';
import { missingFor } from '../policy.ts';
import * as queries from '../queries.ts';
import type { Facts, Partnership, PartnershipState, PartnershipsHost } from '../schema.ts';
import { holdToCoordinate, membersOf, note, readinessOf, today } from '../service.ts';
import { text } from '../text.pl.ts';

/** What the guards look at: the version in force decides, or else the one being signed. */
export async function factsOf(ctx: Ctx, host: PartnershipsHost, id: string): Promise<Facts> {
  const versions = await findVersions(ctx, id);
  const decisive =
    versions.find((v) => v.state === 'in_force') ?? versions.find((v) => v.state === 'signing');
  return {
    members: (await membersOf(ctx, id)).length,
    readiness: decisive ? await readinessOf(ctx, decisive.id) : null,
    openCases: await host.openCases(ctx, id, null),
  };
}

/** Moves the partnership; the guard of the move must hold. Throws `invalid` with what is missing, in words. */
export async function moveTo(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  to: PartnershipState,
): Promise<void> {
  const partnership = await holdToCoordinate(ctx, id);
  const facts = await factsOf(ctx, host, id);
  const lacks = missingFor(partnership.state, to, facts);
  const t = text[ctx.lang];
  if (lacks.length > 0) throw invalid(...lacks.map((m) => ({ field: '', message: t.missing[m] })));
  await setState(ctx, partnership, to);
}

/** Writes the state; the guard is the caller's. */
export async function setState(ctx: Ctx, partnership: Partnership, to: PartnershipState): Promise<void> {
  await queries.setState(ctx, partnership.id, to, to === 'ended' ? today(ctx) : null);
  await note(ctx, 'state', partnership.id, { from: partnership.state, to });
}

import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { loadPerson } from '../../../person/api.ts';
import type { SharedCase } from '../../../schema.ts';
import { holdCase } from '../../../service.ts';
import type { Packet } from '../../packet/schema.ts';
import { mayRefer } from '../../policy.ts';
import { type Member, members } from '../../service.ts';
import type { Nearby } from '../form/schema.ts';
import { nearbyData } from '../form/service.ts';
import { answerDue, asErrors, packetFor, prepare, together, write } from '../packing/service.ts';
import * as queries from '../queries.ts';
import type { Sent, ServiceInput } from '../schema.ts';

const SERVICE_STATES: readonly SharedCase['state'][] = [
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
];

/** Whether this case may get a further institution now. */
export const mayInvite = (ctx: Ctx, c: SharedCase): boolean =>
  mayRefer(ctx.actor).allowed && SERVICE_STATES.includes(c.state);

/** Institutions that may be invited to the case: of the partnership, not on the case, not asked already. */
export async function invitable(ctx: Ctx, c: SharedCase): Promise<Member[]> {
  const involved = new Set((await queries.findInvolved(ctx, c.id)).map((r) => r.institution_id));
  const person = await loadPerson(ctx, c.personId);
  return (await members(ctx, c.partnershipId, person.gminaId)).filter((m) => !involved.has(m.id));
}

/** What an invitation starts with: the needs the case was opened for; whoever invites changes them. */
export const firstValues = async (ctx: Ctx, c: SharedCase): Promise<FormValues> => ({
  needs: (await queries.findFirstNeeds(ctx, c.id))?.needs ?? [],
});

/** Support near the person of the case, for the needs ticked so far. */
export async function nearbyOf(ctx: Ctx, c: SharedCase, values: FormValues): Promise<Nearby> {
  const { gminaId, birthDate } = await loadPerson(ctx, c.personId);
  return nearbyData(ctx, values, gminaId, birthDate);
}

/** The packet of an invitation as its recipient would see it; nothing is written. */
export async function previewService(
  ctx: Ctx,
  c: SharedCase,
  input: ServiceInput,
  found: readonly FieldError[] = [],
): Promise<Packet> {
  const person = await loadPerson(ctx, c.personId);
  const { recipient, gminaName, missing } = await prepare(ctx, c.partnershipId, person, input, false);
  const asked = (await invitable(ctx, c)).some((m) => m.id === input.recipientId);
  if (!asked && !missing.includes('recipient')) missing.push('recipient');
  const wrong = together(found, asErrors(ctx, missing));
  if (wrong.length > 0 || !recipient) throw invalid(...wrong);
  return packetFor(ctx, 'service', c.number, c.officeSign, { recipient, gminaName }, person, input);
}

/** Invites a further institution to a case under way (to the labour office, an NGO, a CIS …). */
export async function inviteInstitution(ctx: Ctx, input: ServiceInput): Promise<Sent> {
  const c = await holdCase(ctx, input.caseId);
  if (!mayInvite(ctx, c)) throw notFound();
  const packet = await previewService(ctx, c, input);
  const dueOn = await answerDue(ctx, input.urgent);
  const referralId = await write(ctx, c, 'service', packet, input, dueOn, input.previousId ?? null);
  return { referralId, caseId: c.id, number: c.number, dueOn };
}

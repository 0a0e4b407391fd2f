import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { loadPerson, type Person, registerPerson } from '../../person/api.ts';
import type { SharedCase } from '../../schema.ts';
import {
  admitInstitution,
  assignWorker,
  grantAccess,
  holdCase,
  loadCase,
  moveCase,
  recordChange,
  today,
} from '../../service.ts';
import type { Packet } from '../packet/schema.ts';
import { basisChoices, mayRefer, OWN_BASIS, senderGrants } from '../policy.ts';
import type { Member } from '../service.ts';
import { answerDue, asErrors, packetFor, prepare, together, write } from './packing/service.ts';
import * as queries from './queries.ts';
import type { ReferInput, Sent } from './schema.ts';

/**
 * The packet as the recipient would see it, from what stands in the form; nothing is written. Throws `invalid` with
 * what was found wrong in the fields before and every guard that is not met, so that all is corrected in one round.
 */
export async function previewReferral(
  ctx: Ctx,
  input: ReferInput,
  found: readonly FieldError[] = [],
): Promise<{ packet: Packet; dueOn: string; recipient: Member }> {
  // Without a partnership nothing else can be looked at.
  if (input.partnershipId === '') throw invalid(...found, { field: 'partnership', message: 'choice' });
  const person = 'existing' in input.who ? await knownPerson(ctx, input.who.existing) : input.who.register;
  const open =
    'existing' in input.who &&
    ((await queries.hasOpenCase(ctx, input.partnershipId, input.who.existing)).open ?? false);
  const { recipient, gminaName, missing } = await prepare(ctx, input.partnershipId, person, input, open);
  const wrong = together(found, [...asErrors(ctx, missing), ...basisErrors(ctx, input)]);
  if (wrong.length > 0 || !recipient) throw invalid(...wrong);
  const packet = await packetFor(
    ctx,
    'opening',
    '',
    input.officeSign,
    { recipient, gminaName },
    person,
    input,
  );
  return { packet, dueOn: await answerDue(ctx, input.urgent), recipient };
}

/** The law decides the basis of some institutions; the others have to choose theirs. */
const basisErrors = ({ actor }: Ctx, { basisCode = '' }: ReferInput): FieldError[] =>
  OWN_BASIS[actor.institutionType] || basisChoices(actor.institutionType).includes(basisCode)
    ? []
    : [{ field: 'basis', message: 'choice' }];

/** An id that is not the actor's to see is an answer that cannot be given, not a door. */
async function knownPerson(ctx: Ctx, id: string): Promise<Person> {
  try {
    return await loadPerson(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      throw invalid({ field: 'person', message: 'choice' });
    throw error;
  }
}

/**
 * Refers a person: registers them where needed, opens the case, and sends the packet to one institution of the
 * partnership (transitions 1 and 2). The number, the due date and the snapshot come from here. Throws `invalid` with
 * every guard that is not met; writes nothing then.
 */
export async function referPerson(ctx: Ctx, input: ReferInput): Promise<Sent> {
  const { actor } = ctx;
  if (!mayRefer(actor).allowed) throw notFound();
  const who = input.who;
  const basisCode = OWN_BASIS[actor.institutionType] ?? input.basisCode ?? '';
  const noBasis = basisErrors(ctx, input);
  if (noBasis.length > 0) throw invalid(...noBasis);
  const person = 'existing' in who ? await knownPerson(ctx, who.existing) : who.register;
  if (!person.label && (!person.givenName || !person.familyName))
    throw invalid({ field: 'family_name', message: 'required' });
  const { recipient, gminaName, missing } = await prepare(ctx, input.partnershipId, person, input, false);
  if (missing.length > 0 || !recipient) throw invalid(...asErrors(ctx, missing));
  const personId =
    'existing' in who
      ? who.existing
      : (await registerPerson(ctx, input.partnershipId, who.register)).personId;
  if ((await queries.hasOpenCase(ctx, input.partnershipId, personId)).open)
    throw invalid(...asErrors(ctx, ['open_case']));
  const dueOn = await answerDue(ctx, input.urgent);
  const c = await openDraft(ctx, input, personId, basisCode);
  const packet = await packetFor(
    ctx,
    'opening',
    c.number,
    input.officeSign,
    { recipient, gminaName },
    person,
    input,
  );
  const referralId = await write(ctx, c, 'opening', packet, input, dueOn, input.previousId ?? null);
  await toReferred(ctx, c, input.recipientId, dueOn);
  return { referralId, caseId: c.id, number: c.number, dueOn };
}

/** Two workers may refer one person in the same second; the database lets one of them through. */
async function toReferred(ctx: Ctx, c: SharedCase, recipientId: string, dueOn: string): Promise<void> {
  try {
    await moveCase(ctx, c, 'referred', { for: 'answer_referral', institutionId: recipientId, until: dueOn });
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'shared_case_one_open')
      throw invalid(...asErrors(ctx, ['open_case']));
    throw error;
  }
}

/** The draft this person already has in the actor's office, or a new one with the office's own access. */
async function openDraft(
  ctx: Ctx,
  input: ReferInput,
  personId: string,
  basisCode: string,
): Promise<SharedCase> {
  const { actor } = ctx;
  const draft = await queries.findDraftCase(ctx, input.partnershipId, personId);
  if (draft) {
    await queries.setOfficeSign(ctx, draft.id, input.officeSign);
    return holdCase(ctx, draft.id);
  }
  const previous = await queries.findPreviousCase(ctx, input.partnershipId, personId);
  const { number } = await queries.nextNumber(ctx, input.partnershipId, Number(today(ctx).slice(0, 4)));
  const id = newId();
  const welfareOrLabour = ['OPS', 'CUS', 'PUP'].includes(actor.institutionType);
  const plan = senderGrants(actor.institutionType, basisCode);
  // The order matters: each step stands on the access that the one before it gave. Sent together, as the database takes
  // them one by one: others of the partnership wait for the number until the end.
  await Promise.all([
    queries.insertCase(ctx, {
      id,
      number: number ?? '',
      partnershipId: input.partnershipId,
      personId,
      officeSign: input.officeSign,
      previousCaseId: previous?.id ?? null,
    }),
    assignWorker(ctx, id, actor.institutionId, actor.subjectId, 'caseworker'),
    admitInstitution(ctx, id, actor.institutionId, welfareOrLabour ? 'co_lead' : 'referrer'),
    grantAccess(ctx, { caseId: id, institutionId: actor.institutionId, ...plan }),
  ]);
  const c = await loadCase(ctx, id);
  await recordChange(ctx, c, 'case.opened', 'case', id);
  return c;
}

/** Notes that somebody looked at their own draft: it holds data of a person who is not in the system yet. */
export const recordDraftView = (ctx: Ctx, draftId: string): Promise<void> =>
  record(ctx, { action: 'view', objectType: 'referral_draft', objectId: draftId, classes: ['D1', 'D2'] });

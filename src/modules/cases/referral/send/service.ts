import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { areaGminas, loadPerson, type Person, type PersonInput, registerPerson } from '../../person/api.ts';
import type { SharedCase } from '../../schema.ts';
import {
  admitInstitution,
  assignWorker,
  deadline,
  grantAccess,
  holdCase,
  loadCase,
  moveCase,
  recordChange,
  terms,
  today,
} from '../../service.ts';
import { buildPacket, type Packet, packetHash, revealsPerson } from '../packet/schema.ts';
import { basisChoices, mayRefer, missingToSend, OWN_BASIS, type SendFacts, senderGrants } from '../policy.ts';
import { type Member, members, ownPartnerships } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { ReferInput, Sent, ServiceInput } from './schema.ts';

type Content = Pick<
  ReferInput,
  'recipientId' | 'needs' | 'urgent' | 'reason' | 'informedOn' | 'informedForm'
>;

/** The field of the form that each unmet guard belongs to. */
const FIELD: Readonly<Record<string, string>> = {
  not_member: '',
  not_operating: '',
  recipient: 'recipient',
  residence: 'gmina',
  outside_area: 'gmina',
  not_informed: 'informed_on',
  informed_future: 'informed_on',
  informed_form: 'informed_form',
  no_needs: 'needs',
  unknown_needs: 'needs',
  short_reason: 'reason',
  long_reason: 'reason',
  reason_reveals: 'reason',
  open_case: '',
};

function asErrors(ctx: Ctx, missing: readonly string[]): FieldError[] {
  const sentences: Readonly<Record<string, string>> = text[ctx.lang].guards;
  return missing.map((reason) => ({ field: FIELD[reason] ?? '', message: sentences[reason] ?? 'invalid' }));
}

interface Prepared {
  readonly recipient: Member | undefined;
  readonly gminaName: string;
  readonly missing: string[];
}

/** Looks at every guard of sending; throws nothing, so that a form can show all problems at once. */
async function prepare(
  ctx: Ctx,
  partnershipId: string,
  person: PersonInput,
  content: Content,
  openCase: boolean,
): Promise<Prepared> {
  const [partnership, all, needs, forms] = [
    (await ownPartnerships(ctx)).find((p) => p.id === partnershipId),
    await members(ctx, partnershipId, person.gminaId),
    await terms(ctx, 'need'),
    await terms(ctx, 'informed_form'),
  ];
  const recipient = all.find((m) => m.id === content.recipientId);
  const area = await areaGminas(ctx, partnershipId);
  const facts: SendFacts = {
    partnershipOperating: partnership?.operating ?? false,
    senderMember: partnership !== undefined,
    recipientMember: recipient !== undefined,
    recipientIsSender: content.recipientId === ctx.actor.institutionId,
    gminaId: person.gminaId,
    gminaInArea: area.some((g) => g.id === person.gminaId),
    informedOn: content.informedOn,
    informedFormKnown: forms.some((f) => f.code === content.informedForm),
    today: today(ctx),
    needs: content.needs.length,
    unknownNeeds: content.needs.some((code) => !needs.some((n) => n.code === code)),
    reason: content.reason,
    reasonReveals: recipient !== undefined && !recipient.byLaw && revealsPerson(content.reason, person),
    openCase,
  };
  const gminaName = area.find((g) => g.id === person.gminaId)?.name ?? '';
  return { recipient, gminaName, missing: missingToSend(facts) };
}

async function packetFor(
  ctx: Ctx,
  kind: Packet['kind'],
  number: string,
  sign: string,
  to: { recipient: Member; gminaName: string },
  person: PersonInput,
  content: Content,
): Promise<Packet> {
  const own = await queries.findOwnContact(ctx);
  const { actor } = ctx;
  return buildPacket({
    number,
    kind,
    sender: {
      institution: actor.institutionName,
      type: actor.institutionType,
      worker: actor.name,
      phone: own?.phone ?? '',
      email: own?.email ?? '',
      sign,
    },
    recipient: { institution: to.recipient.name, type: to.recipient.type },
    gminaName: to.gminaName,
    needs: content.needs,
    urgent: content.urgent,
    reason: content.reason.trim(),
    informed: { on: content.informedOn ?? today(ctx), form: content.informedForm },
    person,
    disclose: to.recipient.byLaw,
    today: today(ctx),
  });
}

/**
 * The packet as the recipient would see it, from what stands in the form; nothing is written. Throws `invalid` with
 * every guard that is not met.
 */
export async function previewReferral(
  ctx: Ctx,
  input: ReferInput,
): Promise<{ packet: Packet; dueOn: string; recipient: Member }> {
  const person = 'existing' in input.who ? await knownPerson(ctx, input.who.existing) : input.who.register;
  const open =
    'existing' in input.who &&
    ((await queries.hasOpenCase(ctx, input.partnershipId, input.who.existing)).open ?? false);
  const { recipient, gminaName, missing } = await prepare(ctx, input.partnershipId, person, input, open);
  if (missing.length > 0 || !recipient) throw invalid(...asErrors(ctx, missing));
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

const answerDue = (ctx: Ctx, urgent: boolean): Promise<string> =>
  deadline(ctx, urgent ? 'answer_referral_urgent' : 'answer_referral');

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
  if (!OWN_BASIS[actor.institutionType] && !basisChoices(actor.institutionType).includes(basisCode))
    throw invalid({ field: 'basis', message: 'choice' });
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
  const c = await openDraft(ctx, input, personId, basisCode);
  const dueOn = await answerDue(ctx, input.urgent);
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
  // The order matters: each step stands on the access that the one before it gave.
  await queries.insertCase(ctx, {
    id,
    number: number ?? '',
    partnershipId: input.partnershipId,
    personId,
    officeSign: input.officeSign,
    previousCaseId: previous?.id ?? null,
  });
  await assignWorker(ctx, id, actor.institutionId, actor.subjectId, 'caseworker');
  const welfareOrLabour = ['OPS', 'CUS', 'PUP'].includes(actor.institutionType);
  await admitInstitution(ctx, id, actor.institutionId, welfareOrLabour ? 'co_lead' : 'referrer');
  const plan = senderGrants(actor.institutionType, basisCode);
  await grantAccess(ctx, { caseId: id, institutionId: actor.institutionId, ...plan });
  const c = await loadCase(ctx, id);
  await recordChange(ctx, c, 'case.opened', 'case', id);
  return c;
}

async function write(
  ctx: Ctx,
  c: SharedCase,
  kind: Packet['kind'],
  packet: Packet,
  content: Content,
  dueOn: string,
  previousId: string | null,
): Promise<string> {
  const id = newId();
  await queries.insertReferral(ctx, {
    id,
    caseId: c.id,
    partnershipId: c.partnershipId,
    kind,
    recipientId: content.recipientId,
    needs: content.needs,
    urgent: content.urgent,
    reason: content.reason.trim(),
    informedOn: content.informedOn,
    informedForm: content.informedForm,
    packet,
    packetHash: packetHash(packet),
    dueOn,
    previousId,
  });
  await recordChange(ctx, c, 'referral.sent', 'referral', id, {
    referral: id,
    kind,
    to: content.recipientId,
    due: dueOn,
  });
  await enqueue(ctx, 'cases.referral_mail', { referral: id, what: 'sent' });
  return id;
}

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

/** The packet of an invitation as its recipient would see it; nothing is written. */
export async function previewService(ctx: Ctx, c: SharedCase, input: ServiceInput): Promise<Packet> {
  const person = await loadPerson(ctx, c.personId);
  const { recipient, gminaName, missing } = await prepare(ctx, c.partnershipId, person, input, false);
  const asked = (await invitable(ctx, c)).some((m) => m.id === input.recipientId);
  if (!asked && !missing.includes('recipient')) missing.push('recipient');
  if (missing.length > 0 || !recipient) throw invalid(...asErrors(ctx, missing));
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

/** Notes that somebody looked at their own draft: it holds data of a person who is not in the system yet. */
export const recordDraftView = (ctx: Ctx, draftId: string): Promise<void> =>
  record(ctx, { action: 'view', objectType: 'referral_draft', objectId: draftId, classes: ['D1', 'D2'] });

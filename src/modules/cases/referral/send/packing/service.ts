import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { areaGminas, type PersonInput } from '../../../person/api.ts';
import type { SharedCase } from '../../../schema.ts';
import { deadline, recordChange, terms, today } from '../../../service.ts';
import { buildPacket, type Packet, packetHash, revealsPerson } from '../../packet/schema.ts';
import { missingToSend, type SendFacts } from '../../policy.ts';
import { type Member, members, ownPartnerships } from '../../service.ts';
import { text } from '../../text.pl.ts';
import * as queries from '../queries.ts';
import type { Content } from '../schema.ts';

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

export function asErrors(ctx: Ctx, missing: readonly string[]): FieldError[] {
  const sentences: Readonly<Record<string, string>> = text[ctx.lang].guards;
  return missing.map((reason) => ({ field: FIELD[reason] ?? '', message: sentences[reason] ?? 'invalid' }));
}

/** Problems of the fields and of sending in one list; a field that cannot be read says so once. */
export const together = (fields: readonly FieldError[], sending: readonly FieldError[]): FieldError[] => [
  ...fields,
  ...sending.filter((e) => e.field === '' || !fields.some((f) => f.field === e.field)),
];

interface Prepared {
  readonly recipient: Member | undefined;
  readonly gminaName: string;
  readonly missing: string[];
}

/** Looks at every guard of sending; throws nothing, so that a form can show all problems at once. */
export async function prepare(
  ctx: Ctx,
  partnershipId: string,
  person: PersonInput,
  content: Content,
  openCase: boolean,
): Promise<Prepared> {
  const [own, all, needs, forms, area] = await Promise.all([
    ownPartnerships(ctx),
    members(ctx, partnershipId, person.gminaId),
    terms(ctx, 'need'),
    terms(ctx, 'informed_form'),
    areaGminas(ctx, partnershipId),
  ]);
  const partnership = own.find((p) => p.id === partnershipId);
  const recipient = all.find((m) => m.id === content.recipientId);
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

export async function packetFor(
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

/** When the answer is due; counted in working days from today. */
export const answerDue = (ctx: Ctx, urgent: boolean): Promise<string> =>
  deadline(ctx, urgent ? 'answer_referral_urgent' : 'answer_referral');

/** Writes the referral as sent, with the snapshot and its hash, and asks for the message to its recipient. */
export async function write(
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
  // One request, one message: a list of a hundred people does not fill the recipient's mailbox.
  const key = `referral_mail:${ctx.requestId}:${content.recipientId}`;
  await enqueue(ctx, 'cases.referral_mail', { referral: id, what: 'sent' }, { key });
  return id;
}

import { z } from 'zod';
import { PERSON_LANGS, SEXES } from '../../person/schema.ts';
import { BOXES, REFERRAL_STATES, SHOWS } from '../../referral/schema.ts';
import { caseParams } from '../../schema.ts';
import { code, day, instant, line, maybeVersion } from '../schema.ts';

const name = line(120).default('');
/** Who is referred, when they are not in the partnership yet. Either the name, or a label of somebody not identified. */
const newPerson = z.strictObject({
  givenName: name,
  familyName: name,
  unidentifiedLabel: line(200).optional(),
  pesel: line(40).optional(),
  document: line(40).optional(),
  birthDate: day.optional(),
  sex: z.enum(SEXES, 'choice').optional(),
  gmina: line(80).optional(),
  locality: name,
  postalCode: line(20).default(''),
  street: line(160).default(''),
  phone: line(40).default(''),
  email: line(254).default(''),
  language: z.enum(PERSON_LANGS, 'choice').default('pl'),
});
export type NewPerson = z.output<typeof newPerson>;

const content = {
  recipientId: z.uuid('choice'),
  needs: z.array(code()).min(1, 'choices').max(20, 'too_long').describe('Codes of the dictionary need'),
  urgent: z.boolean().default(false),
  reason: line(2000).describe(
    '10–600 characters; a recipient without a statutory basis must not learn who it is',
  ),
  informedOn: day.describe('When the person was told of the referral'),
  informedForm: code().describe('Code of the dictionary informed_form'),
};

export const referBody = z.strictObject({
  partnershipId: z.uuid('choice'),
  ...content,
  personId: z.uuid('choice').optional().describe('Somebody already known; otherwise `person`'),
  person: newPerson.optional(),
  surelyNew: z
    .boolean()
    .default(false)
    .describe('Nobody of the similar people is this one; without it similar people answer 409'),
  officeSign: line(60).default(''),
  basis: line(40).optional().describe('Where no law decides: commission, consent, contract …'),
});
export type ReferBody = z.output<typeof referBody>;

export const inviteBody = z.strictObject(content);
export const searchBody = z.strictObject({ partnershipId: z.uuid('choice'), person: newPerson });

export const sent = z.object({
  referralId: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  dueOn: day,
});
export const candidate = z.object({
  personId: z.uuid().nullable().describe('Null for somebody the caller may not see'),
  name: z.string().nullable(),
  birthDate: day.nullable(),
  locality: z.string().nullable(),
  openCaseId: z.uuid().nullable(),
  exact: z.boolean(),
  score: z.number(),
});

export const referralsQuery = z.strictObject({
  box: z.enum(BOXES, 'choice').default('in'),
  state: z.enum(SHOWS, 'choice').default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const referralLine = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  kind: z.enum(['opening', 'service']),
  state: z.enum(REFERRAL_STATES),
  who: z.string(),
  gmina: z.string(),
  needs: z.array(z.string()),
  urgent: z.boolean(),
  otherName: z.string(),
  otherType: z.string(),
  sentOn: day,
  dueOn: day,
  handler: z.string().nullable(),
});
export const referralPage = z.object({ referrals: z.array(referralLine), total: z.int() });

const side = z.object({
  institutionId: z.uuid(),
  name: z.string(),
  type: z.string(),
  workerId: z.uuid().nullable(),
  worker: z.string().nullable(),
});
const disclosed = z.object({
  disclosed: z.literal(true),
  givenName: z.string(),
  familyName: z.string(),
  label: z.string().nullable(),
  identifier: z.object({ kind: z.enum(['pesel', 'document']), value: z.string() }).nullable(),
  birthDate: day.nullable(),
  sex: z.string().nullable(),
  locality: z.string(),
  phone: z.string(),
  email: z.string(),
  lang: z.string(),
});
const pseudonymous = z.object({
  disclosed: z.literal(false),
  initials: z.string(),
  ageBand: z.string().nullable(),
});

export const referral = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  partnershipId: z.uuid(),
  kind: z.enum(['opening', 'service']),
  state: z.enum(REFERRAL_STATES),
  sender: side,
  recipient: side,
  needs: z.array(z.string()),
  urgent: z.boolean(),
  packet: z
    .object({
      reason: z.string(),
      gmina: z.string(),
      gminaName: z.string(),
      informed: z.object({ on: day, form: z.string() }),
      person: z.discriminatedUnion('disclosed', [disclosed, pseudonymous]),
    })
    .nullable()
    .describe('What was sent; nothing else of the case reaches the recipient before it accepts'),
  packetHash: z.string().nullable(),
  sentAt: instant.nullable(),
  dueOn: day.nullable(),
  answeredAt: instant.nullable(),
  declineCode: z.string().nullable(),
  declineNote: z.string(),
  question: z.string(),
  questionAnswer: z.string(),
  withdrawnCode: z.string().nullable(),
  coordinators: z
    .array(z.object({ workerId: z.uuid(), institutionId: z.uuid(), name: z.string() }))
    .describe('Who may lead the case, for the answer `accept`'),
  bases: z.array(z.string()).describe('Among which the recipient chooses; none when the law decides'),
  rowVersion: z.int(),
});

const rowVersion = maybeVersion;
export const takeBody = z.strictObject({ rowVersion });
export const acceptBody = z.strictObject({
  coordinatorId: z.uuid('choice').optional(),
  basis: line(40).optional(),
  rowVersion,
});
export const declineBody = z.strictObject({ code: code(), note: line(500).default(''), rowVersion });
export const questionBody = z.strictObject({ question: line(1000), rowVersion });
export const answerBody = z.strictObject({ answer: line(2000), rowVersion });
export const withdrawBody = z.strictObject({
  code: code().describe('Code of the dictionary withdrawal, or `back` to send it again'),
  rowVersion,
});
/** The referral after the call; null for a recipient that declined, to whom it is closed. */
export const after = z.object({
  referral: z
    .object({ id: z.uuid(), state: z.enum(REFERRAL_STATES), dueOn: day.nullable(), rowVersion: z.int() })
    .nullable(),
});
export const accepted = z.object({ caseId: z.uuid() });

export const referralParams = caseParams;

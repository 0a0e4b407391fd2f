import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import {
  MAX_REASON,
  MIN_REASON,
  OPEN_REFERRAL,
  type Party,
  REFERRAL_MOVES,
  type Referral,
  type ReferralState,
} from './schema.ts';

interface Act {
  readonly permissions: ReadonlySet<string>;
  readonly institutionId: string;
  readonly institutionType: string;
  readonly scope: readonly string[];
}
type ReferralFact = {
  readonly state: ReferralState;
  readonly sender: Pick<Referral['sender'], 'institutionId'>;
  readonly recipient: Pick<Referral['recipient'], 'institutionId'>;
};

export const mayMoveReferral = (from: ReferralState, to: ReferralState, by: Party): boolean =>
  REFERRAL_MOVES[from][to] === by;

function answer(actor: Act, r: ReferralFact, to: ReferralState): Decision {
  if (r.recipient.institutionId !== actor.institutionId) return deny('not_recipient');
  if (!actor.permissions.has('referral.answer') || !actor.scope.includes('D1')) return deny('not_answerer');
  return mayMoveReferral(r.state, to, 'recipient') ? allow : deny('already_answered');
}
export const mayTake = (actor: Act, r: ReferralFact): Decision => answer(actor, r, 'seen');
export const mayAccept = (actor: Act, r: ReferralFact): Decision => answer(actor, r, 'accepted');
export const mayDecline = (actor: Act, r: ReferralFact): Decision => answer(actor, r, 'declined');
export const mayAsk = (actor: Act, r: ReferralFact): Decision => answer(actor, r, 'needs_info');

function bySender(actor: Act, r: ReferralFact, to: ReferralState): Decision {
  if (r.sender.institutionId !== actor.institutionId) return deny('not_sender');
  if (!actor.permissions.has('case.refer')) return deny('not_referrer');
  return mayMoveReferral(r.state, to, 'sender') ? allow : deny('already_answered');
}
export const mayAnswerQuestion = (actor: Act, r: ReferralFact): Decision => bySender(actor, r, 'seen');
export const mayWithdraw = (actor: Act, r: ReferralFact): Decision => bySender(actor, r, 'withdrawn');
/** Sending elsewhere: after a refusal, no answer, or a withdrawal. */
export const mayReroute = (actor: Act, r: ReferralFact): Decision =>
  r.sender.institutionId === actor.institutionId &&
  actor.permissions.has('case.refer') &&
  !OPEN_REFERRAL.includes(r.state) &&
  r.state !== 'accepted'
    ? allow
    : deny('not_ended');

/** What the guards of transitions 1 and 2 look at (domain handbook, section 2.4). */
export interface SendFacts {
  readonly partnershipOperating: boolean;
  readonly senderMember: boolean;
  readonly recipientMember: boolean;
  readonly recipientIsSender: boolean;
  readonly gminaId: string | null;
  readonly gminaInArea: boolean;
  readonly informedOn: LocalDate | null;
  readonly informedFormKnown: boolean;
  readonly today: LocalDate;
  readonly needs: number;
  readonly unknownNeeds: boolean;
  readonly reason: string;
  /** The recipient may not know who it is, and the reason says it. */
  readonly reasonReveals: boolean;
  readonly openCase: boolean;
}

/** Every guard that is not met, as reasons; the texts of the referral have a sentence and a field for each. */
export function missingToSend(f: SendFacts): string[] {
  const missing: string[] = [];
  const need = (met: boolean, reason: string) => void (met || missing.push(reason));
  need(f.senderMember, 'not_member');
  need(f.partnershipOperating, 'not_operating');
  need(f.recipientMember && !f.recipientIsSender, 'recipient');
  need(f.gminaId !== null, 'residence');
  need(f.gminaId === null || f.gminaInArea, 'outside_area');
  need(f.informedOn !== null, 'not_informed');
  need(f.informedOn === null || f.informedOn <= f.today, 'informed_future');
  need(f.informedFormKnown, 'informed_form');
  need(f.needs > 0, 'no_needs');
  need(!f.unknownNeeds, 'unknown_needs');
  need(f.reason.trim().length >= MIN_REASON, 'short_reason');
  need(f.reason.length <= MAX_REASON, 'long_reason');
  need(!f.reasonReveals, 'reason_reveals');
  need(!f.openCase, 'open_case');
  return missing;
}

export const mayRefer = (actor: Act): Decision =>
  actor.permissions.has('case.refer') && actor.scope.includes('D1') ? allow : deny('not_referrer');

// What an institution gets, on what basis.

/** The basis each type of institution has by law; the others choose. */
export const OWN_BASIS: Readonly<Record<string, string>> = {
  OPS: 'ups_100',
  PCPR: 'ups_100',
  CUS: 'cusa_50',
  PUP: 'rpsz_47',
  CIS: 'uzs_8b',
  KIS: 'uzs_18f',
  WTZ: 'rehab_10a',
  ZAZ: 'rehab_29',
  OWES: 'ues_63',
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  NGO: ['commission', 'consent', 'contract'],
  SPS: ['ues_6_60', 'consent', 'contract'],
  PS: ['ues_6_60', 'consent', 'contract'],
  EMP: ['consent', 'contract'],
};
/** Bases among which an institution of this type says on what it takes part; none when the law decides. */
export const basisChoices = (type: string): readonly string[] =>
  OWN_BASIS[type] ? [] : (CHOICES[type] ?? ['consent']);

export interface GrantPlan {
  readonly classes: readonly DataClass[];
  readonly writes: readonly DataClass[];
  readonly basisCode: string;
  readonly origin: 'own' | 'acceptance';
  /** Until the consent is recorded: long enough for the first meeting. */
  readonly temporary?: boolean;
}

const WELFARE: readonly string[] = ['OPS', 'CUS', 'PCPR'];
const ALL: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'];
const OWN_PARTNER: readonly DataClass[] = ['D1', 'D2', 'D3', 'D5', 'D6', 'D9', 'D10'];
const PUP_OWN: readonly DataClass[] = ['D1', 'D2', 'D4', 'D5', 'D6', 'D9', 'D10'];
const without = (classes: readonly DataClass[], out: DataClass) => classes.filter((c) => c !== out);

/** What the sender holds of its own: it met the person. Welfare reads the vocational part and does not write it. */
export function senderGrants(type: string, basisCode: string): GrantPlan {
  const classes = WELFARE.includes(type) ? ALL : type === 'PUP' ? PUP_OWN : OWN_PARTNER;
  const writes = WELFARE.includes(type) ? without(classes, 'D4') : classes;
  return { classes, writes, basisCode, origin: 'own' };
}

/** What acceptance gives the recipient: its own classes, and what others may tell it under the ceiling of the agreement. */
export function acceptanceGrants(
  type: string,
  basisCode: string,
  ceiling: readonly DataClass[],
): GrantPlan[] {
  const under = (classes: readonly DataClass[]) => classes.filter((c) => c === 'D1' || ceiling.includes(c));
  if (WELFARE.includes(type)) return [senderGrants(type, basisCode)];
  if (type === 'PUP') {
    return [
      { classes: ['D4', 'D9', 'D10'], writes: ['D4', 'D9', 'D10'], basisCode: 'rpsz_47', origin: 'own' },
      {
        classes: under(['D1', 'D2', 'D5', 'D6']),
        writes: under(['D1', 'D5', 'D6']),
        basisCode: 'rpsz_198',
        origin: 'acceptance',
      },
    ];
  }
  if (basisCode === 'consent') {
    return [
      { classes: ['D1'], writes: ['D1'], basisCode, origin: 'acceptance', temporary: true },
      { classes: ['D9'], writes: ['D9'], basisCode, origin: 'own', temporary: true },
    ];
  }
  const told = under(['D1', 'D5', 'D6']);
  return [
    { classes: ['D9', 'D10'], writes: ['D9', 'D10'], basisCode, origin: 'own' },
    { classes: told, writes: told, basisCode, origin: 'acceptance' },
  ];
}

/** A case needs welfare and the labour office (transition 3): which of the two nobody of the team is. */
export function missingFromTeam(types: readonly string[]): ('welfare' | 'labour')[] {
  const missing: ('welfare' | 'labour')[] = [];
  if (!types.some((t) => t === 'OPS' || t === 'CUS')) missing.push('welfare');
  if (!types.includes('PUP')) missing.push('labour');
  return missing;
}

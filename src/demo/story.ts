import type { Ctx } from '../kernel/context.ts';
import { addDays, addMonths, type LocalDate } from '../kernel/time.ts';
import { loadCase } from '../modules/cases/api.ts';
import { fillParts, setConclusion, setOwnView } from '../modules/cases/assessment/api.ts';
import { completeBasis, giveClause, recordBasis, recordStatutory } from '../modules/cases/basis/api.ts';
import { recordConsents } from '../modules/cases/consents/api.ts';
import { approveDiagnosis, latestDiagnosis } from '../modules/cases/diagnosis/api.ts';
import type { PersonInput } from '../modules/cases/person/api.ts';
import {
  acceptReferral,
  declineReferral,
  inviteInstitution,
  referPerson,
  withdrawReferral,
} from '../modules/cases/referral/api.ts';
import { type Cast, later } from './cast.ts';
import { agreePlan, livePlan } from './plan-story.ts';
import type { Chance } from './random.ts';
import { CONCLUSIONS, OWN_VIEWS, PART_NOTES, REASONS, STRENGTHS } from './words.ts';

export const STAGES = [
  'draft',
  'referred',
  'erased',
  'rejected',
  'withdrawn',
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
  'closing',
  'follow_up',
  'archived',
] as const;
export type Stage = (typeof STAGES)[number];

/** Who plays in a case: keys of workers and ids of institutions. */
export interface Roles {
  readonly partnershipId: string;
  readonly welfare: string;
  readonly labour: string;
  /** The organisation or reintegration unit that joins after the intake; null for a case of two offices. */
  readonly third: string | null;
  readonly labourInstitution: string;
  readonly thirdInstitution: string | null;
  readonly thirdType: string | null;
  readonly welfareLeads: boolean;
}

export interface Played {
  readonly caseId: string;
  readonly personId: string;
}

export interface Story {
  readonly cast: Cast;
  readonly roles: Roles;
  readonly person: PersonInput;
  readonly needs: readonly string[];
  readonly stage: Stage;
  /** The day of the referral. */
  readonly start: LocalDate;
  readonly today: LocalDate;
  readonly luck: Chance;
}

const reached = (stage: Stage, wanted: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(wanted);

/** Plays one case from its referral to its stage, each step by the worker whose step it is. Returns the ids of the case and the person. */
export async function play(s: Story): Promise<Played> {
  const { cast, roles, luck, today, stage } = s;
  const sent = await refer(s);
  if (stage === 'referred') return sent;
  if (stage === 'draft') {
    // Sent too early and taken back: it can be completed and sent again.
    await cast.act(roles.welfare, later(s.start, 1, today), 'P1', (ctx) =>
      withdrawReferral(ctx, { referralId: sent.referralId, code: 'back' }),
    );
    return sent;
  }
  if (stage === 'withdrawn') {
    await cast.act(roles.welfare, later(s.start, 2, today), 'P1', (ctx) =>
      withdrawReferral(ctx, { referralId: sent.referralId, code: 'person_resigned' }),
    );
    return sent;
  }
  const answered = later(s.start, luck.int(1, 8), today);
  // What is erased at the end was not accepted, long ago.
  if (stage === 'rejected' || stage === 'erased') {
    await cast.act(roles.labour, answered, 'P1', (ctx) =>
      declineReferral(ctx, {
        referralId: sent.referralId,
        code: luck.pick(['no_places', 'not_target_group', 'already_served']),
        note: '',
      }),
    );
    return sent;
  }
  const caseId = sent.caseId;
  const coordinator = cast.actor(roles.welfareLeads ? roles.welfare : roles.labour);
  await cast.act(roles.labour, answered, 'P1', (ctx) =>
    acceptReferral(ctx, { referralId: sent.referralId, coordinatorId: coordinator.subjectId }),
  );
  const lead = roles.welfareLeads ? roles.welfare : roles.labour;
  if (stage === 'intake') return sent;
  const begun = await admit(s, caseId, lead, answered);
  if (stage === 'diagnosis') {
    if (luck.yes(0.6)) await fill(s, caseId, roles.labour, later(begun, 3, today));
    return sent;
  }
  const approved = await diagnose(s, caseId, begun);
  const agreed = await agreePlan({ ...s, caseId, lead }, later(approved, luck.int(2, 6), today));
  if (agreed && reached(stage, 'active')) await livePlan({ ...s, caseId, lead }, agreed);
  return sent;
}

async function refer(s: Story): Promise<Played & { referralId: string }> {
  const { roles } = s;
  return s.cast.act(roles.welfare, s.start, 'P1', async (ctx) => {
    const sent = await referPerson(ctx, {
      partnershipId: roles.partnershipId,
      recipientId: roles.labourInstitution,
      who: { register: s.person },
      needs: s.needs,
      urgent: s.luck.yes(0.1),
      reason: s.luck.pick(REASONS),
      informedOn: s.start,
      informedForm: 'oral',
      officeSign: `OPS.4${s.luck.int(100, 999)}.${s.luck.int(1, 90)}.${s.start.slice(0, 4)}`,
    });
    return { ...sent, personId: (await loadCase(ctx, sent.caseId)).personId };
  });
}

/** Clause, legal bases, the third partner with its basis or consent; the case goes to diagnosis. Returns that day. */
async function admit(s: Story, caseId: string, lead: string, from: LocalDate): Promise<LocalDate> {
  const { cast, roles, luck, today } = s;
  const day = later(from, luck.int(2, 7), today);
  if (roles.third && roles.thirdInstitution) {
    const recipientId = roles.thirdInstitution;
    const invited = await cast.act(lead, day, 'P1', (ctx) =>
      inviteInstitution(ctx, {
        caseId,
        recipientId,
        needs: s.needs.slice(0, 1),
        urgent: false,
        reason: luck.pick(REASONS),
        informedOn: day,
        informedForm: 'oral',
      }),
    );
    const basisCode = roles.thirdType === 'NGO' ? 'consent' : undefined;
    await cast.act(roles.third, day, 'P1', (ctx) =>
      acceptReferral(ctx, { referralId: invited.referralId, basisCode }),
    );
  }
  await cast.act(lead, day, 'P2', async (ctx) => {
    await giveClause(ctx, caseId, { clause: '1.0|pl', given_on: day, form: 'paper' });
    await recordStatutory(ctx, caseId);
    if (roles.thirdInstitution && roles.thirdType === 'NGO')
      await consent(ctx, s, caseId, roles.thirdInstitution, day);
    await completeBasis(ctx, caseId);
  });
  return day;
}

async function consent(
  ctx: Ctx,
  s: Story,
  caseId: string,
  institutionId: string,
  day: LocalDate,
): Promise<void> {
  if (s.luck.yes(0.35)) {
    await recordBasis(ctx, caseId, institutionId, {
      basis: 'commission',
      classes: ['D1', 'D3', 'D4', 'D5', 'D6'],
      document: `Umowa ${day.slice(0, 4)}/pokaz`,
      valid_to: '',
    });
    return;
  }
  await recordConsents(ctx, caseId, {
    text: '1.0|pl',
    given_on: day,
    way: 'paper',
    valid_to: addMonths(day, 12),
    note: '',
    [`share_${institutionId}`]: ['D1', 'D4', 'D5', 'D6'],
  });
}

/** Every part of the diagnosis that the worker's institution owns. */
async function fill(s: Story, caseId: string, key: string, day: LocalDate): Promise<void> {
  const { institutionId } = s.cast.actor(key);
  await s.cast.act(key, day, 'P2', async (ctx) => {
    const d = await latestDiagnosis(ctx, caseId);
    const own = d?.parts.filter((part) => part.institutionId === institutionId && part.content) ?? [];
    const entries = own.map((part) => {
      const scale = s.luck.pick([1, 2, 2, 3, 3, 4] as const);
      return {
        domain: part.domain,
        scale,
        // The note says what the scale says: 1 a great difficulty, 4 none.
        note: PART_NOTES[part.dataClass]?.[scale - 1] ?? '',
        rowVersion: part.content?.rowVersion ?? 1,
      };
    });
    const open = entries.filter((entry) =>
      own.some(
        (part) => part.domain === entry.domain && (part.dataClass === 'D3' || part.dataClass === 'D4'),
      ),
    );
    if (open.length > 0) await fillParts(ctx, caseId, open);
  });
}

/** The whole diagnosis: parts, the person's own view, the common conclusion, both approvals. Returns the day. */
async function diagnose(s: Story, caseId: string, from: LocalDate): Promise<LocalDate> {
  const { cast, roles, luck, today } = s;
  const filled = later(from, luck.int(4, 12), today);
  await fill(s, caseId, roles.labour, filled);
  await fill(s, caseId, roles.welfare, filled);
  if (roles.third && roles.thirdType === 'NGO') await fill(s, caseId, roles.third, filled);
  const meeting = later(filled, luck.int(1, 5), today);
  await cast.act(roles.welfare, meeting, 'P2', async (ctx) => {
    const draft = await latestDiagnosis(ctx, caseId);
    if (!draft) return;
    await setOwnView(ctx, caseId, {
      own_view: luck.pick(OWN_VIEWS),
      strengths: luck.pick(STRENGTHS),
      _version: draft.rowVersion,
    });
    const now = await latestDiagnosis(ctx, caseId);
    await setConclusion(ctx, caseId, {
      conclusion: luck.pick(CONCLUSIONS),
      meeting_on: meeting,
      present: 'osoba, pracownik socjalny, doradca do spraw zatrudnienia',
      _version: now?.rowVersion ?? draft.rowVersion,
    });
  });
  for (const key of [roles.welfare, roles.labour]) {
    await cast.act(key, meeting, 'P2', async (ctx) => {
      const d = await latestDiagnosis(ctx, caseId);
      if (d) await approveDiagnosis(ctx, caseId, d.contentVersion);
    });
  }
  return addDays(meeting, 0);
}

import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Why a count about people is not told: 'few' fewer than five, 'most' all but fewer than five, 'some' one of both.
 */
export type Veil = 'few' | 'most' | 'some';
/** A count about people; null when it is veiled. */
export interface Count {
  readonly n: number | null;
  readonly veil: Veil | null;
}
export const NONE: Count = { n: 0, veil: null };

/** What cases tell in counts alone: lent by the composition root, for partnerships know no case. */
export interface CasesHost {
  readonly cooperation: (
    ctx: Ctx,
    partnershipId: string,
    period: Period,
  ) => Promise<
    readonly (Count & {
      readonly kind: 'sent' | 'accepted' | 'case';
      readonly fromId: string;
      readonly toId: string;
    })[]
  >;
  readonly health: (
    ctx: Ctx,
    partnershipId: string,
    period: Period,
    meetingDays: number,
  ) => Promise<readonly Component[]>;
  readonly regionCases: (
    ctx: Ctx,
    voivodeship: string,
    period: Period,
  ) => Promise<
    readonly {
      readonly partnershipId: string;
      readonly open: number | null;
      readonly answered: number | null;
      readonly inTime: number | null;
      readonly inTimeVeil: Veil | null;
    }[]
  >;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: string;
  readonly thread: ThreadKey | undefined;
}

export const KINDS = ['agreement', 'referral', 'case', 'meeting', 'event', 'group'] as const;
export type Kind = (typeof KINDS)[number];

/** What two institutions did together; of referrals also which way. */
export interface Link {
  readonly agreement: boolean;
  /** From the first to the second, and back. */
  readonly sent: readonly [Count, Count];
  readonly accepted: readonly [Count, Count];
  readonly cases: Count;
  readonly meetings: number;
  readonly events: number;
  readonly groups: number;
}

/** Parties in the order of the picture, and their links by the places of two of them, the lower first. */
export interface Cooperation {
  readonly parties: readonly Party[];
  readonly links: ReadonlyMap<string, Link>;
}
export const placeOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const hasKind = (link: Link, kind: Kind): boolean => {
  const some = (count: Count) => count.n !== 0;
  switch (kind) {
    case 'agreement':
      return link.agreement;
    case 'referral':
      return link.sent.some(some);
    case 'case':
      return some(link.cases);
    case 'meeting':
      return link.meetings > 0;
    case 'event':
      return link.events > 0;
    default:
      return link.groups > 0;
  }
};
/** In how many ways two institutions work together: the thickness of their line. */
export const waysOf = (link: Link | undefined): number =>
  link ? KINDS.filter((kind) => hasKind(link, kind)).length : 0;

export const HEALTH = [
  'answer',
  'first_meeting',
  'plans',
  'reviews',
  'meetings',
  'agreement',
  'contacts',
] as const;
export type HealthCode = (typeof HEALTH)[number];

/** A component as it was counted: the part of a whole, or why it is not told. */
export interface Component {
  readonly code: string;
  readonly whole: number | null;
  readonly part: number | null;
  readonly veil: Veil | null;
  readonly median: number | null;
}

export interface HealthRule {
  readonly code: string;
  readonly goodFrom: number;
  readonly days: number | null;
  readonly least: number;
  readonly source: string;
  readonly validFrom: LocalDate;
}
export type Verdict = 'good' | 'talk' | 'unknown';
export interface HealthLine extends Component {
  readonly code: HealthCode;
  readonly verdict: Verdict;
  readonly rule: HealthRule;
}

export const cooperationQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
  show: z
    .enum(['ways', ...KINDS])
    .catch('ways')
    .default('ways'),
});
export type Shown = z.output<typeof cooperationQuery>['show'];

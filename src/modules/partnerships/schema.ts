import { z } from 'zod';
import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';
import type { CasesHost } from './cooperation/schema.ts';
import type { MeasuresHost } from './standard/figures/schema.ts';

export const STATES = [
  'initiative',
  'negotiation',
  'agreement_signed',
  'operating',
  'suspended',
  'ended',
] as const;
export type PartnershipState = (typeof STATES)[number];

/** Which state may follow which: `partnerships.transition` in the database holds the same. */
export const TRANSITIONS: Readonly<Record<PartnershipState, readonly PartnershipState[]>> = {
  initiative: ['negotiation', 'ended'],
  negotiation: ['agreement_signed', 'ended'],
  agreement_signed: ['negotiation', 'operating', 'ended'],
  operating: ['suspended', 'ended'],
  suspended: ['operating', 'ended'],
  ended: [],
};

export const AGREEMENT_STATES = ['draft', 'signing', 'in_force', 'superseded', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Classes an agreement may let a member receive; violence, own notes and supervision are never shared by it. */
export const CEILING_CLASSES = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
] as const satisfies readonly DataClass[];

export const SIGNATURE_FORMS = ['qualified', 'trusted_profile', 'paper'] as const;

/** What a version has of what operating needs. */
export interface Readiness {
  readonly welfare: boolean;
  readonly labour: boolean;
  readonly other: boolean;
  readonly annex: boolean;
  readonly contacts: boolean;
}
export const NEEDS = [
  'welfare',
  'labour',
  'other',
  'annex',
  'contacts',
] as const satisfies readonly (keyof Readiness)[];
export type Need = (typeof NEEDS)[number];

export interface Member {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: string;
  readonly thread: ThreadKey | undefined;
  readonly joinedOn: LocalDate;
  readonly leftOn: LocalDate | null;
}

export interface Contact {
  readonly id: string;
  readonly institutionId: string;
  readonly workerId: string;
  readonly worker: string;
  readonly phone: string;
  readonly email: string;
  readonly role: 'coordinator' | 'contact';
}

export interface Agreement {
  readonly id: string;
  readonly version: number;
  readonly state: AgreementState;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly signatures: number;
}

export interface Ceiling {
  readonly type: string;
  readonly typeName: string;
  readonly classes: readonly string[];
}

export interface Partnership {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly county: string;
  readonly state: PartnershipState;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly rowVersion: number;
}

export interface PartnershipLine extends Partnership {
  readonly members: number;
}

/** How the actor stands to a partnership. */
export interface Standing {
  readonly member: boolean;
  readonly coordinator: boolean;
  /** Whether anybody coordinates it today; when nobody does, every member may take it up. */
  readonly coordinated: boolean;
}

/** What the guards of the states look at. */
export interface Facts {
  readonly members: number;
  /** Of the version that is being signed, or else in force; null when there is none. */
  readonly readiness: Readiness | null;
  readonly openCases: number;
}

/** A figure of a partnership that cases give by themselves; fewer than five people are not told (`few`). */
export interface Figure {
  readonly code: string;
  readonly counted: number | null;
  /** Of how many, where the figure is a share (`shared`). */
  readonly whole: number | null;
  readonly shared: boolean;
  readonly few: boolean;
}
/** How many wait for a service and how long in days; null where it is not told. */
export interface Waiting {
  readonly serviceId: string;
  readonly few: boolean;
  readonly waiting: number | null;
  readonly medianDays: number | null;
  readonly longestDays: number | null;
  readonly placed: number | null;
  readonly placedMedianDays: number | null;
}

export interface PartnershipsHost extends Partial<CasesHost>, Partial<MeasuresHost> {
  /** Needs nobody met in a county within a year, five at least. */
  readonly unmetNeeds?: (ctx: Ctx, county: string) => Promise<readonly { name: string; count: number }[]>;
  /** Where the site stands, for addresses that leave it. */
  readonly siteUrl?: string;
  /** Cases not yet archived, rejected or withdrawn; with an institution only those it takes part in. Counts alone. */
  readonly openCases: (ctx: Ctx, partnershipId: string, institutionId: string | null) => Promise<number>;
  /** A new version came into force: grants above its ceiling end. */
  readonly ceilingChanged?: (ctx: Ctx, partnershipId: string) => Promise<void>;
  /** What cases tell of a partnership between two days, to its members. */
  readonly figures?: (ctx: Ctx, partnershipId: string, from: LocalDate, to: LocalDate) => Promise<Figure[]>;
  /** The waiting lists of its services, as numbers. */
  readonly waiting?: (ctx: Ctx, partnershipId: string) => Promise<Waiting[]>;
}

export const PAGE_SIZE = 25;
export const listQuery = z.object({
  q: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type ListQuery = z.output<typeof listQuery>;
export const idParams = z.object({ id: z.uuid() });
export const emptyBody = z.object({});
export const stateParams = z.object({
  id: z.uuid(),
  to: z.enum(['negotiation', 'operating', 'suspended', 'ended']),
});
export const newBody = z.object({
  name: z.string().trim().min(1, 'required').max(200, 'too_long'),
  county: z.string().regex(/^\d{4}$/, 'choice'),
});
export const areaBody = z.object({
  name: z.string().trim().min(1, 'required').max(200, 'too_long'),
  area: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
  _version: z.coerce.number().int().optional(),
});

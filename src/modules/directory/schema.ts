import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';

/** The dictionaries of the base. Their entries stand in the database, with names, everyday words and sources. */
export const TAXONOMIES = [
  'type',
  'legal_form',
  'status',
  'category',
  'cpv',
  'pkd2007',
  'pkd2025',
  'group',
  'support',
  'access',
] as const;
export type Taxonomy = (typeof TAXONOMIES)[number];

/** Units of a legal entity; they seldom have identifiers of their own. */
export const UNIT_TYPES = ['CIS', 'KIS', 'WTZ', 'ZAZ'] as const;

export const ENTITY_STATES = ['active', 'suspended', 'in_liquidation', 'deregistered'] as const;
export type EntityState = (typeof ENTITY_STATES)[number];

export const SIZE_BANDS = ['1-4', '5-9', '10-49', '50+'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

export const FOUNDER_KINDS = [
  'persons',
  'local_government',
  'ngo',
  'church',
  'cooperative',
  'company',
  'other',
] as const;
export type FounderKind = (typeof FOUNDER_KINDS)[number];

export const ELIGIBILITY_RULES = [
  'county',
  'gmina',
  'registered_unemployed',
  'long_term_unemployed',
  'welfare_recipient',
  'disability',
  'homeless',
  'addiction_treatment',
  'released_prisoner',
  'refugee',
  'mental_disorder',
  'leaving_care',
  'referral_needed',
  'social_contract',
] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/** Whose hand changed a record. */
export type ChangedBy = 'entity' | 'editor' | 'import' | 'reader';

/**
 * A record as it is written: by its own entity, an editor, an import or the demonstration. Lists replace what was
 * there. Money in grosze, days as local dates, times as HH:MM.
 */
export interface RecordInput {
  readonly parentId: string | null;
  readonly type: string;
  readonly legalForm: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly krs: string | null;
  readonly nip: string | null;
  readonly regon: string | null;
  readonly registerNumber: string | null;
  readonly descriptionPl: string;
  readonly descriptionEn: string;
  readonly foundedOn: LocalDate | null;
  readonly sizeBand: SizeBand | null;
  readonly contactRole: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly state: EntityState;
  readonly stateSince: LocalDate | null;
  readonly statuses: readonly StatusInput[];
  readonly founders: readonly { readonly kind: FounderKind; readonly name: string }[];
  readonly groups: readonly string[];
  readonly pkd: readonly {
    readonly taxonomy: 'pkd2007' | 'pkd2025';
    readonly code: string;
    readonly isMain: boolean;
  }[];
  readonly servedCounties: readonly string[];
  readonly places: readonly PlaceInput[];
  readonly offers: readonly OfferInput[];
  readonly supports: readonly SupportInput[];
}

export interface StatusInput {
  readonly status: string;
  readonly decisionNumber: string;
  readonly authority: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface PlaceInput {
  /** Given for a place that exists already, so that what refers to it still does. */
  readonly id?: string;
  readonly name: string;
  readonly kind: 'physical' | 'postal' | 'virtual';
  readonly isMain: boolean;
  readonly street: string;
  readonly postalCode: string;
  readonly localityId: number | null;
  readonly locality: string;
  readonly gminaId: string | null;
  readonly countyCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly directions: string;
  readonly access: readonly { readonly code: string; readonly note: string }[];
  readonly opening: readonly OpeningInput[];
}

export interface OpeningInput {
  /** 1 is Monday; null for an exception. */
  readonly weekday: number | null;
  /** The one day of an exception. */
  readonly onDay: LocalDate | null;
  /** HH:MM; none on an exception means closed. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly note: string;
}

export interface OfferInput {
  readonly id?: string;
  readonly category: string;
  readonly name: string;
  readonly description: string;
  /** Grosze; null is a price on request. */
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly priceUnit: string;
  readonly capacity: number | null;
  readonly capacityUnit: string;
  readonly leadDays: number | null;
  readonly rangeKm: number | null;
  readonly reservedBasis: readonly string[];
  readonly certificates: string;
  readonly samples: string;
  readonly active: boolean;
  readonly codes: readonly { readonly taxonomy: 'cpv' | 'pkd2007' | 'pkd2025'; readonly code: string }[];
}

export interface SupportInput {
  readonly id?: string;
  /** Which of the record's places it is given at, by position in `places`; null or left out: not bound to one. */
  readonly placeIndex?: number | null;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly descriptionEasy: string;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Grosze; 0 is free. */
  readonly fee: number;
  readonly feeNote: string;
  readonly howToApply: string;
  readonly takesReferrals: boolean;
  readonly placesTotal: number | null;
  readonly placesFree: number | null;
  readonly placesOn: LocalDate | null;
  readonly languages: readonly string[];
  readonly active: boolean;
  readonly eligibility: readonly { readonly rule: EligibilityRule; readonly value: string }[];
  readonly requiredPapers: readonly string[];
}

/** Where a record comes from and how fresh it is. */
export interface Provenance {
  readonly source: string;
  readonly sourceOn: LocalDate;
  readonly by: ChangedBy;
  readonly confirmed: { readonly on: LocalDate; readonly by: 'entity' | 'editor' | 'register' } | null;
  readonly institutionId?: string | null;
  readonly isDemo?: boolean;
}

/** What the age of a confirmation means. Its months stand in `directory.freshness_rule`. */
export type Freshness = 'confirmed' | 'ageing' | 'unconfirmed';

/** The thread of an entity's type: a colour, a pattern and two letters (see `ui/threads.ts`). */
export function threadOfType(type: string): ThreadKey {
  if ((UNIT_TYPES as readonly string[]).includes(type)) return 'reintegration';
  return type === 'NGO' || type === 'KGW' || type === 'CHU' ? 'ngo' : 'enterprise';
}

/** What the composition root lends to this module. */
export interface DirectoryHost {
  /** The address of the site, for links in open data, mails and feeds; without a slash at its end. */
  readonly siteUrl: string;
  /** Needs nobody met in a county, counted from five on; the module of cases reads this one and cannot be read by it. */
  readonly unmetNeeds?: (
    ctx: Ctx,
    county: string,
  ) => Promise<readonly { readonly name: string; readonly count: number }[]>;
  /** What another module knows of an entity, shown beside its record. */
  readonly beside?: (ctx: Ctx, entityId: string) => Promise<unknown>;
  /** Where online registers answer; one without an address (or a key it needs) is off. */
  readonly registers?: {
    readonly KRS_API_URL?: string | undefined;
    readonly BIR1_URL?: string | undefined;
    readonly BIR1_KEY?: string | undefined;
  };
  /** How they are asked; a test puts its own in place. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
}

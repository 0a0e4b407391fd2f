import { z } from 'zod';
import type { Auth } from '#kernel/auth/auth.ts';
import type { Ctx } from '#kernel/context.ts';
import { checked } from '#kernel/forms/fields.ts';
import type { Lang } from '#kernel/i18n.ts';
import { parseKrs, parseNip, parseRegon } from '#kernel/identifiers.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';

export const INSTITUTION_TYPES = [
  'OPS',
  'CUS',
  'PCPR',
  'PUP',
  'WUP',
  'ROPS',
  'NGO',
  'CIS',
  'KIS',
  'WTZ',
  'ZAZ',
  'SPS',
  'PS',
  'OWES',
  'EMP',
] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];

/** Types whose statutory basis lets them know who a referral is about before they accept it. */
export const STATUTORY_TYPES: readonly InstitutionType[] = ['OPS', 'CUS', 'PCPR', 'PUP'];

export const LEGAL_FORMS = [
  'gmina',
  'powiat',
  'wojewodztwo',
  'stowarzyszenie',
  'fundacja',
  'spoldzielnia_socjalna',
  'spolka',
  'koscielna',
  'inna',
] as const;

export const WORKER_FUNCTIONS = [
  'social_worker',
  'employment_adviser',
  'ngo_specialist',
  'unit_worker',
  'case_coordinator',
  'partnership_coordinator',
  'head',
  'reception',
  'dpo',
  'analyst',
  'adviser',
  'editor',
  'institution_admin',
  'technical_admin',
] as const;
export type WorkerFunction = (typeof WORKER_FUNCTIONS)[number];

export type LegalForm = (typeof LEGAL_FORMS)[number];

/** The thread of an institution's type (see `ui/threads.ts`); nobody has none. */
export function threadOf(type: string): ThreadKey | undefined {
  if (type === 'OPS' || type === 'CUS' || type === 'PCPR' || type === 'ROPS') return 'social-assistance';
  if (type === 'PUP' || type === 'WUP') return 'labour-office';
  if (type === 'CIS' || type === 'KIS' || type === 'WTZ' || type === 'ZAZ') return 'reintegration';
  if (type === 'SPS' || type === 'PS' || type === 'OWES') return 'enterprise';
  if (type === 'EMP') return 'employer';
  return type === 'NGO' ? 'ngo' : undefined;
}

/** A legal person: what signs and answers. It acts through one or more institutions. */
export interface LegalEntity {
  readonly id: string;
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly nip: string | null;
  readonly regon: string | null;
  readonly krs: string | null;
  readonly rowVersion: number;
}

/** The unit that acts: an OPS of its gmina, a CIS of its founder. */
export interface Institution {
  readonly id: string;
  readonly type: InstitutionType;
  readonly name: string;
  readonly shortName: string;
  readonly countyCode: string | null;
  readonly gminaId: string | null;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly activeFrom: LocalDate;
  readonly activeTo: LocalDate | null;
  readonly rowVersion: number;
}

export interface Place {
  readonly id: string;
  readonly name: string;
}

/** An authorisation to process data as it stands on a day: none means no access to any case. */
export type AuthorisationStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'future'; readonly from: LocalDate }
  | { readonly kind: 'valid' | 'ending'; readonly until: LocalDate; readonly days: number };

export interface WorkerLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly functions: readonly WorkerFunction[];
  readonly joined: boolean;
  readonly invitedAt: Date | null;
  readonly employedTo: LocalDate | null;
  readonly authorisation: AuthorisationStatus;
  readonly absence: { readonly until: LocalDate; readonly standIn: string } | null;
}

/** Everything a page about an institution shows. `manages` is set for whoever runs it. */
export interface InstitutionView {
  readonly institution: Institution;
  readonly entity: LegalEntity;
  readonly units: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly area: readonly Place[];
  readonly workers: readonly WorkerLine[];
  readonly former: readonly WorkerLine[];
  readonly manages: boolean;
}

/** Numbers as they are typed, normalised; empty means none. */
export const nipField = checked(parseNip, 'nip');
export const regonField = checked(parseRegon, 'regon');
export const krsField = checked(parseKrs, 'krs');
export const version = z.coerce.number().int().optional();
export const emptyBody = z.object({});
export const idParams = z.object({ id: z.uuid() });

/** Something a worker answers for that must not be left without an owner. */
export interface Obligation {
  readonly kind: 'coordinates' | 'works_on' | 'referral' | 'session' | 'contact';
  /** What it is, as the reader may see it: a case's number, a partnership's name. */
  readonly title: string;
  readonly href: string | null;
  readonly until: LocalDate | null;
}

export interface Absence {
  readonly id: string;
  readonly workerId: string;
  readonly institutionId: string;
  readonly standInId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What the composition root lends to this module, which knows neither cases nor partnerships. */
export interface OrganisationsHost {
  readonly auth: Pick<Auth, 'createInvitation' | 'mail' | 'withdrawInvitation'>;
  /** Everything open that the worker answers for, also what the asker may not read: the leaver's list must be whole. */
  readonly obligationsOf: (ctx: Ctx, workerId: string) => Promise<readonly Obligation[]>;
  /** Gives all of it to a colleague, in the same transaction. */
  readonly handOver: (ctx: Ctx, fromWorkerId: string, toWorkerId: string) => Promise<void>;
  /** An absence that begins today or has begun; later ones are found by the daily job (`absencesStarting`). */
  readonly absenceBegins?: (ctx: Ctx, absence: Absence) => Promise<void>;
  /** An absence that ended before its last day, or was cancelled. */
  readonly absenceEnds?: (ctx: Ctx, workerId: string) => Promise<void>;
  /** The cases with this number as the data protection officer may look for them; without it the log has no such filter. */
  readonly filesNumbered?: (ctx: Ctx, number: string) => Promise<readonly string[]>;
  /** Names of the actions that other modules write into the access record. */
  readonly entryWords?: (lang: Lang) => Readonly<Record<string, string>>;
}

import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { daysBetween, type LocalDate } from '#kernel/time.ts';
import type { AuthorisationStatus, InstitutionType, WorkerFunction } from './schema.ts';

/** What a function lets its holder do; the presets of the domain handbook, section 2.5. */
export const PERMISSIONS = [
  'work',
  'case.read',
  'case.refer',
  'referral.answer',
  'case.coordinate',
  'case.assign',
  'case.emergency',
  'diagnosis.write',
  'plan.write',
  'plan.sign',
  'session.mark',
  'review.record',
  'list.import',
  'office.view',
  'institution.manage',
  'partnership.manage',
  'partnership.sign',
  'partnership.process',
  'region.view',
  'region.publish',
  'audit.read',
  'directory.edit',
  'library.edit',
  'exchange.moderate',
  'events.organise',
  'events.book',
  'advice.answer',
  'advice.manage',
  'system.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const CASEWORK: readonly Permission[] = [
  'case.read',
  'case.refer',
  'referral.answer',
  'case.coordinate',
  'diagnosis.write',
  'plan.write',
  'plan.sign',
  'session.mark',
  'review.record',
  'list.import',
];

export const FUNCTION_PERMISSIONS: Readonly<Record<WorkerFunction, readonly Permission[]>> = {
  social_worker: [...CASEWORK, 'case.emergency'],
  employment_adviser: CASEWORK,
  case_coordinator: [...CASEWORK, 'case.emergency'],
  ngo_specialist: [
    'case.read',
    'case.refer',
    'referral.answer',
    'diagnosis.write',
    'plan.write',
    'plan.sign',
    'session.mark',
    'review.record',
  ],
  unit_worker: ['case.read', 'referral.answer', 'plan.sign', 'session.mark'],
  partnership_coordinator: [
    'partnership.manage',
    'partnership.process',
    'region.view',
    'region.publish',
    'events.organise',
  ],
  head: [
    'case.read',
    'case.assign',
    'case.emergency',
    'referral.answer',
    'plan.sign',
    'office.view',
    'institution.manage',
    'partnership.manage',
    'partnership.sign',
    'region.view',
    'region.publish',
    'events.organise',
    'advice.manage',
  ],
  reception: ['case.refer'],
  dpo: ['audit.read'],
  // Of a voivodeship as a whole, in a regional institution alone: the module of partnerships asks for its type.
  analyst: ['region.view'],
  // Answers questions at the desks it belongs to; which ones, the desk says.
  adviser: ['advice.answer'],
  // Of what the whole country reads: the base, the library, comments, events; never a case.
  editor: ['directory.edit', 'library.edit', 'exchange.moderate', 'events.organise'],
  institution_admin: ['institution.manage'],
  // Configuration and accounts; never a case.
  technical_admin: ['system.manage'],
};

/** Permissions that open cases: worth nothing without a documented authorisation in force. */
const NEEDS_AUTHORISATION: readonly Permission[] = [
  ...CASEWORK,
  'case.assign',
  'case.emergency',
  'office.view',
];

/**
 * The permissions of a worker today: what the functions give, less everything that touches cases when no
 * authorisation is in force (UPS art. 100(7), RPSZ art. 50, UZS art. 8b).
 */
export function permissionsOf(
  functions: readonly WorkerFunction[],
  scope: readonly DataClass[],
): Set<string> {
  const given = new Set<string>(['public', 'signed-in', 'work']);
  for (const f of functions) for (const p of FUNCTION_PERMISSIONS[f]) given.add(p);
  // Whoever only runs the system sees no person, so not who goes to an event either.
  if (functions.some((f) => f !== 'technical_admin')) given.add('events.book');
  if (scope.length === 0) for (const p of NEEDS_AUTHORISATION) given.delete(p);
  return given;
}

/** Whether the worker oversees all cases of the institution. */
export const overseesAll = (functions: readonly WorkerFunction[], scope: readonly DataClass[]): boolean =>
  functions.includes('head') && scope.length > 0;

/** Days before its end from which an authorisation counts as ending. */
export const ENDING_DAYS = 30;

/** What an authorisation, in force or to come, means on a day; null is none. */
export function authorisationStatus(
  period: { readonly from: LocalDate; readonly to: LocalDate } | null,
  today: LocalDate,
): AuthorisationStatus {
  if (!period || period.to < today) return { kind: 'none' };
  if (period.from > today) return { kind: 'future', from: period.from };
  const days = daysBetween(today, period.to);
  return { kind: days <= ENDING_DAYS ? 'ending' : 'valid', until: period.to, days };
}

const FITTING: Readonly<Partial<Record<WorkerFunction, readonly InstitutionType[]>>> = {
  social_worker: ['OPS', 'CUS', 'PCPR', 'CIS', 'KIS', 'ROPS'],
  employment_adviser: ['PUP', 'WUP'],
  ngo_specialist: ['NGO', 'SPS', 'PS', 'OWES', 'CIS', 'KIS', 'EMP'],
  unit_worker: ['CIS', 'KIS', 'WTZ', 'ZAZ', 'NGO', 'SPS', 'PS'],
};

/** Functions that reach beyond the institution: only whoever runs the system appoints to them. */
const APPOINTED: readonly WorkerFunction[] = ['editor', 'technical_admin'];

/** The functions that may be given in an institution of this type. */
export const functionsFor = (
  type: string,
  all: readonly WorkerFunction[],
  actor: Pick<Actor, 'permissions'>,
): WorkerFunction[] =>
  all.filter(
    (f) =>
      (!APPOINTED.includes(f) || actor.permissions.has('system.manage')) &&
      (FITTING[f]?.some((t) => t === type) ?? true),
  );

/**
 * Functions that one person must not join: a data protection officer would supervise themselves as head (GDPR art.
 * 38(6)), and whoever runs the system never sees a case. Gives the key of the refusal.
 */
export function functionConflict(
  held: readonly WorkerFunction[],
  added: WorkerFunction,
): 'dpoAndHead' | 'technicalAndCases' | null {
  const both = [...held, added];
  if (both.includes('dpo') && (both.includes('head') || both.includes('institution_admin')))
    return 'dpoAndHead';
  const opensCases = both.some((f) => FUNCTION_PERMISSIONS[f].some((p) => NEEDS_AUTHORISATION.includes(p)));
  return both.includes('technical_admin') && opensCases ? 'technicalAndCases' : null;
}

/** Whether somebody with these functions runs the institution. */
export const managesInstitution = (functions: readonly WorkerFunction[]): boolean =>
  functions.some((f) => FUNCTION_PERMISSIONS[f].includes('institution.manage'));

/** Institutions of a voivodeship, which see how its partnerships fare. */
export const isRegional = (type: string): boolean => type === 'ROPS' || type === 'WUP';

export type NavKey =
  | 'work'
  | 'cases'
  | 'referrals'
  | 'sessions'
  | 'partnership'
  | 'region'
  | 'institution'
  | 'audit';

/** The main sections a person may open, in order. */
export function sectionsOf(actor: Actor): readonly { key: NavKey; href: string }[] {
  if (actor.kind !== 'worker') return [];
  const may = (permission: Permission) => actor.permissions.has(permission);
  return [
    { key: 'work' as const, href: '/work', open: true },
    { key: 'cases' as const, href: '/cases', open: may('case.read') },
    { key: 'referrals' as const, href: '/referrals', open: may('referral.answer') || may('case.refer') },
    { key: 'sessions' as const, href: '/sessions', open: may('session.mark') },
    { key: 'partnership' as const, href: '/partnerships', open: true },
    {
      key: 'region' as const,
      href: '/region',
      open: may('region.view') && isRegional(actor.institutionType),
    },
    { key: 'institution' as const, href: '/institution', open: true },
    { key: 'audit' as const, href: '/audit', open: may('audit.read') },
  ].filter((section) => section.open);
}

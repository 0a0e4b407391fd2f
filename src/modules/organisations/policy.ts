import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { ThreadKey } from '#ui/threads.ts';
import type { WorkerFunction } from './schema.ts';

/** What a function lets its holder do; the presets of the domain handbook, section 2.5. */
export const PERMISSIONS = [
  'work',
  'case.read',
  'case.refer',
  'referral.answer',
  'case.coordinate',
  'case.assign',
  'diagnosis.write',
  'plan.write',
  'plan.sign',
  'session.mark',
  'review.record',
  'list.import',
  'office.view',
  'institution.manage',
  'partnership.manage',
  'partnership.process',
  'audit.read',
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
  social_worker: CASEWORK,
  employment_adviser: CASEWORK,
  case_coordinator: CASEWORK,
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
  partnership_coordinator: ['partnership.manage', 'partnership.process'],
  head: ['case.read', 'case.assign', 'referral.answer', 'plan.sign', 'office.view', 'institution.manage'],
  reception: ['case.refer'],
  dpo: ['audit.read'],
  analyst: [],
  institution_admin: ['institution.manage'],
  // Configuration and accounts; never a case.
  technical_admin: ['system.manage'],
};

/** Permissions that open cases: worth nothing without a documented authorisation in force. */
const NEEDS_AUTHORISATION: readonly Permission[] = [...CASEWORK, 'case.assign', 'office.view'];

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
  if (scope.length === 0) for (const p of NEEDS_AUTHORISATION) given.delete(p);
  return given;
}

/** Whether the worker oversees all cases of the institution. */
export const overseesAll = (functions: readonly WorkerFunction[], scope: readonly DataClass[]): boolean =>
  functions.includes('head') && scope.length > 0;

/** The thread of an institution's type (see `ui/threads.ts`); nobody has none. */
export function threadOf(type: string): ThreadKey | undefined {
  if (type === 'OPS' || type === 'CUS' || type === 'PCPR' || type === 'ROPS') return 'social-assistance';
  if (type === 'PUP' || type === 'WUP') return 'labour-office';
  if (type === 'CIS' || type === 'KIS' || type === 'WTZ' || type === 'ZAZ') return 'reintegration';
  if (type === 'SPS' || type === 'PS' || type === 'OWES') return 'enterprise';
  if (type === 'EMP') return 'employer';
  return type === 'NGO' ? 'ngo' : undefined;
}

export type NavKey =
  | 'work'
  | 'cases'
  | 'referrals'
  | 'sessions'
  | 'partnership'
  | 'institution'
  | 'audit'
  | 'myPlan'
  | 'myData'
  | 'messages';

/** The main sections a person may open, in order. */
export function sectionsOf(actor: Actor): readonly { key: NavKey; href: string }[] {
  if (actor.kind === 'participant') {
    return actor.permissions.has('participant.window')
      ? [
          { key: 'myPlan', href: '/my' },
          { key: 'messages', href: '/my/messages' },
          { key: 'myData', href: '/my/data' },
        ]
      : [];
  }
  if (actor.kind !== 'worker') return [];
  const may = (permission: Permission) => actor.permissions.has(permission);
  return [
    { key: 'work' as const, href: '/work', open: true },
    { key: 'cases' as const, href: '/cases', open: may('case.read') },
    { key: 'referrals' as const, href: '/referrals', open: may('referral.answer') || may('case.refer') },
    { key: 'sessions' as const, href: '/sessions', open: may('session.mark') },
    { key: 'partnership' as const, href: '/partnerships', open: true },
    { key: 'institution' as const, href: '/institution', open: true },
    { key: 'audit' as const, href: '/audit', open: may('audit.read') },
  ].filter((section) => section.open);
}

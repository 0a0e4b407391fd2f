import type { DataClass } from '#kernel/access.ts';
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

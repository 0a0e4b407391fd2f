import { z } from 'zod';

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

/** Types that run a unit of reintegration; they are units of a founder. */
export const REINTEGRATION_TYPES: readonly InstitutionType[] = ['CIS', 'KIS', 'WTZ', 'ZAZ'];

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
  'institution_admin',
  'technical_admin',
] as const;
export type WorkerFunction = (typeof WORKER_FUNCTIONS)[number];

export const institutionId = z.uuid();

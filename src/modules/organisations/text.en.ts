import type { Text } from './text.pl.ts';

export const en: Text = {
  functions: {
    social_worker: 'social worker',
    employment_adviser: 'employment adviser',
    ngo_specialist: 'NGO specialist',
    unit_worker: 'instructor',
    case_coordinator: 'case coordinator',
    partnership_coordinator: 'partnership coordinator',
    head: 'head of office',
    reception: 'reception',
    dpo: 'data protection officer',
    analyst: 'analyst',
    institution_admin: 'institution administrator',
    technical_admin: 'system administrator',
  },
  participant: 'participant',
  noFunction: 'no function',
  nav: {
    work: 'My work',
    cases: 'Cases',
    referrals: 'Referrals',
    sessions: 'Sessions',
    partnership: 'Partnership',
    institution: 'Institution',
    audit: 'Access log',
    myPlan: 'My plan',
    myData: 'My data',
    messages: 'Messages',
  },
};

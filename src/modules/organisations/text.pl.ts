import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  functions: {
    social_worker: 'pracownik socjalny',
    employment_adviser: 'doradca do spraw zatrudnienia',
    ngo_specialist: 'specjalista organizacji',
    unit_worker: 'instruktor',
    case_coordinator: 'koordynator sprawy',
    partnership_coordinator: 'koordynator partnerstwa',
    head: 'kierownik',
    reception: 'punkt przyjęć',
    dpo: 'inspektor ochrony danych',
    analyst: 'analityk',
    institution_admin: 'administrator instytucji',
    technical_admin: 'administrator systemu',
  },
  participant: 'osoba uczestnicząca',
  noFunction: 'bez funkcji',
  nav: {
    work: 'Moja praca',
    cases: 'Sprawy',
    referrals: 'Skierowania',
    sessions: 'Zajęcia',
    partnership: 'Partnerstwo',
    institution: 'Instytucja',
    audit: 'Rejestr dostępu',
    myPlan: 'Mój plan',
    myData: 'Moje dane',
    messages: 'Wiadomości',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });

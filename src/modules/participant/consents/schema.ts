import type { Consent } from '#modules/cases/consents/api.ts';

/** One consent as the person reads it. */
export interface OwnConsent {
  readonly consent: Consent;
  readonly state: 'given' | 'withdrawn' | 'expired';
}

/** The text that was agreed to, in the language of the reader where it exists. */
export interface ConsentWords {
  readonly lang: string;
  readonly body: string;
  readonly easy: string | null;
}

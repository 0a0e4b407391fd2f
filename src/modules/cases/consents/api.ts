export { ConsentTable } from './pages/ledger.tsx';
export { type Consent, type ConsentBody, consentInForce } from './schema.ts';
export type { Recipient } from './service.ts';
export { consentsOf, narrowConsent, recipientsOf, recordConsents, withdrawConsent } from './service.ts';

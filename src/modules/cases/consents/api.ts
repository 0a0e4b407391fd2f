export { ConsentTable } from './pages/ledger.tsx';
export { type Consent, type ConsentBody, consentInForce } from './schema.ts';
export { consentsOf, narrowConsent, recipientsOf, recordConsents, withdrawConsent } from './service.ts';

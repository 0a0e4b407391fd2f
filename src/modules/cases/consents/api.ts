export { type Recipient, recipientsOf } from '../grants/api.ts';
export { ConsentTable } from './pages/ledger.tsx';
export { type Consent, type ConsentBody, consentInForce } from './schema.ts';
export {
  consentOf,
  consentsOf,
  consentTexts,
  narrowConsent,
  recordConsents,
  statementDay,
  withdrawConsent,
} from './service.ts';

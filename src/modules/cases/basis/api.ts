export { type Consent, narrowConsent, recordConsents, withdrawConsent } from '../consents/api.ts';
export type { BasisBody, ClauseBody } from './schema.ts';
export {
  basisOf,
  clauseVersions,
  completeBasis,
  giveClause,
  recordBasis,
  recordStatutory,
} from './service.ts';

export { basesFor, classesFor, needsDocument, plainBases, proposed } from './policy.ts';
export { asClasses, type GrantLine, type LegalBasis, type Partner, SPECIAL } from './schema.ts';
export {
  basisDecision,
  closeGrants,
  grantInForce,
  grantsOf,
  legalBases,
  openClasses,
  partnersOf,
  type Recipient,
  recipientsOf,
} from './service.ts';

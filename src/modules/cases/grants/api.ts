export { basesFor, classesFor, mayRecordBasis, needsDocument, plainBases, proposed } from './policy.ts';
export { asClasses, type GrantLine, type LegalBasis, type Partner, SPECIAL } from './schema.ts';
export {
  closeGrants,
  grantInForce,
  grantsOf,
  legalBases,
  openClasses,
  partnersOf,
  type Recipient,
  recipientsOf,
} from './service.ts';

export { fits, mayRecordBasis, offered, proposed } from './policy.ts';
export { asClasses, type GrantLine, type LegalBasis, type Partner, SPECIAL } from './schema.ts';
export { closeGrants, grantInForce, grantsOf, legalBases, openClasses, partnersOf } from './service.ts';

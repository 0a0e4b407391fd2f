export { writeCeiling } from './bounds/service.ts';
export { editClause } from './clauses/editing/service.ts';
export { clausesOf } from './clauses/service.ts';
export { answer, dueAgreements, remarksOf, say } from './negotiation/service.ts';
export { agreementOf } from './service.ts';
export { startDraft } from './starting/service.ts';

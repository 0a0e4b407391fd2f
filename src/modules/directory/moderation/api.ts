export { PROPOSABLE, type Proposed, proposalFields, proposedOf, REPORT_CAUSES, safe } from './schema.ts';
export { handOver, markForChecking } from './service.ts';

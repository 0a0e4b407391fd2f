export { proposedOf, safe } from './schema.ts';
export { handOver, markForChecking, withdrawChecks } from './service.ts';

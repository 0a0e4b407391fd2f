export { proposedOf, safe } from './schema.ts';
export { countMatters, handOver, markForChecking, withdrawChecks } from './service.ts';

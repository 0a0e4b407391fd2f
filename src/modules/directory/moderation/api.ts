export { proposedOf, safe } from './schema.ts';
export { handOver, markForChecking } from './service.ts';

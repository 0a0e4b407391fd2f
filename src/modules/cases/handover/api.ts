export type { Obligation } from './schema.ts';
export { assign, changeCoordinator, handOver, obligationsOf } from './service.ts';

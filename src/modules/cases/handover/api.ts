export type { Obligation } from './schema.ts';
export { assign, changeCoordinator, handOver, obligationsOf, settleStandIn } from './service.ts';

export type { OwnPlace } from './schema.ts';
export { dueQueue, ownQueue, waitingCounts } from './service.ts';

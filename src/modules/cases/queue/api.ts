export { dueQueue, ownQueue, waitingCounts } from './lists/service.ts';
export type { OwnPlace } from './schema.ts';

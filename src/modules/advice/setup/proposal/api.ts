export type { Proposal, Reason } from './schema.ts';
export { assignByItself, proposals } from './service.ts';

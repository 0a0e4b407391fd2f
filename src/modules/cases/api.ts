export type { CaseState, SharedCase } from './schema.ts';
export { countWaiting } from './service.ts';

export type { Due } from './schema.ts';
export { duePlanWork } from './service.ts';

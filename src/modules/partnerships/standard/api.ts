export type { DueLine } from './due/schema.ts';
export { dueStandard } from './due/service.ts';

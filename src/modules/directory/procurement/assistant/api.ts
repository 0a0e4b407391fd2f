export type { Rule } from './schema.ts';
export { rulesToday } from './service.ts';

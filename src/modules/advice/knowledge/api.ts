export type { Suggestion } from './suggesting/schema.ts';
export { suggestions } from './suggesting/service.ts';

export type { Contributed, Contribution } from './schema.ts';
export { contribute, contributed, lawActs } from './service.ts';

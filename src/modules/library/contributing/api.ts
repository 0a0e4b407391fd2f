export { listedByIds as listedDocuments } from '../service.ts';
export type { Contributed, Contribution } from './schema.ts';
export { contribute, contributed, lawActs } from './service.ts';

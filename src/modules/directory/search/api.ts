export { placeOf } from './place/service.ts';
export type { NameOf } from './schema.ts';
export { names } from './service.ts';

export type { County, Gmina, Locality } from './schema.ts';
export { gminasById, localitiesOf } from './service.ts';

export type { County, Gmina, Locality } from './schema.ts';
export { counties, gminasById, gminasOf, localitiesOf, searchLocalities, voivodeships } from './service.ts';

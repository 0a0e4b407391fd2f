export type { Broken } from './schema.ts';
export { addresses, brokenLinks, countAddresses, countBroken, type Shelf, shelves } from './service.ts';

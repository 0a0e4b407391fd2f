export { addresses, countAddresses, type Shelf, shelves } from './service.ts';

export { refreshListings } from './service.ts';
export { plain, stem, stems, tokens } from './words/schema.ts';

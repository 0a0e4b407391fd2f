export { placeOf } from './place/service.ts';
export {
  addressOf,
  type Hit,
  type NameOf,
  readQuery,
  type SearchQuery,
  type SearchResult,
} from './schema.ts';
export { names, search } from './service.ts';

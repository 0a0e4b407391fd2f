export { dueTexts } from './editing/desk/service.ts';
export { addresses, countAddresses, type Shelf, shelves } from './links/api.ts';
export type { GivenAct, GivenDocument, GivenVersion } from './loading/schema.ts';
export { putActs, putDocument, recommend } from './loading/service.ts';
export { ListedItems } from './pages/listed.tsx';
export type { LibraryHost } from './reading/schema.ts';
export { DOCUMENT_KINDS, type DocumentKind, type Listed, type Named } from './schema.ts';
export { documentSubject, librarySections, list as listDocuments, themes } from './service.ts';

export { type CheckedFile, checkFile } from './check/service.ts';
export { editorActor, editors } from './run/service.ts';
export { type ImportResult, SOURCES, type Source } from './schema.ts';
export { errorFile, nameIn, tell, tellFile } from './service.ts';
export { countRows, importFile } from './writing/service.ts';

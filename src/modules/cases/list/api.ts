export { type CheckedList, checkList } from './check/service.ts';
export {
  importActor,
  importList,
  recipients,
  senders,
} from './run/service.ts';
export type { CheckedRow, ListImport, Told } from './schema.ts';
export { errorFile, tell, tellList } from './service.ts';

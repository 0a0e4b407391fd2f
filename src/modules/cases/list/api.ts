export { type CheckedList, checkList } from './check/service.ts';
export {
  importActor,
  recipients,
  senders,
} from './run/service.ts';
export type { Reading as ListReading } from './schema.ts';
export { errorFile, tell, tellList } from './service.ts';
export { importList } from './writing/service.ts';

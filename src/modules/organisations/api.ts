export { type Permission, threadOf } from './policy.ts';
export { INSTITUTION_TYPES, type InstitutionType, STATUTORY_TYPES, WORKER_FUNCTIONS, type WorkerFunction } from './schema.ts';
export { actorsOf, functionLabel, navigation } from './service.ts';

export type { Permission } from './policy.ts';
export {
  INSTITUTION_TYPES,
  type InstitutionType,
  STATUTORY_TYPES,
  WORKER_FUNCTIONS,
  type WorkerFunction,
} from './schema.ts';
export { actorsOf } from './service.ts';

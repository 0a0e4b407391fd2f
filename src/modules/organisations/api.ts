export { absencesOn, absencesStarting, standInOf } from './absences/api.ts';
export { isRegional, type Permission } from './policy.ts';
export {
  type Absence,
  INSTITUTION_TYPES,
  type InstitutionType,
  type Obligation,
  type OrganisationsHost,
  STATUTORY_TYPES,
  threadOf,
  type WorkerFunction,
} from './schema.ts';
export {
  actorsOf,
  classWords,
  functionLabel,
  functionWords,
  gminaNames,
  isDemonstration,
  navigation,
  typeWords,
} from './service.ts';
export { actorOfToken } from './tokens/api.ts';
export { joinInvited } from './workers/api.ts';

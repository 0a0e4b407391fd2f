export { countMatters } from './moderation/api.ts';
export type { NearbySupport } from './nearby/schema.ts';
export { supportNear } from './nearby/service.ts';
export {
  directorySections,
  EMPTY_RECORD,
  type RecordView,
  readRecord,
  saveRecord,
  saveRecords,
} from './record/api.ts';
export type {
  DirectoryHost,
  EligibilityRule,
  OfferInput,
  Provenance,
  RecordInput,
  SupportInput,
} from './schema.ts';

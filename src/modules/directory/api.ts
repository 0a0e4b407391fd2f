export { markForChecking } from './moderation/api.ts';
export type { NearbySupport } from './nearby/schema.ts';
export { supportNear } from './nearby/service.ts';
export {
  confirmRecord,
  directorySections,
  freshnessOf,
  freshnessRules,
  namesOf,
  type RecordView,
  readRecord,
  readRecords,
  saveRecord,
  saveRecords,
} from './record/api.ts';
export type {
  EligibilityRule,
  OfferInput,
  Provenance,
  RecordInput,
  SupportInput,
} from './schema.ts';

export type { NearbySupport } from './nearby/schema.ts';
export { supportNear } from './nearby/service.ts';
export {
  directorySections,
  type RecordView,
  readRecord,
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

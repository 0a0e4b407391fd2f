export { ruleText } from './facts/service.ts';
export { dictionary, freshnessRules, namesOf } from './names/service.ts';
export { EntityStateTag, FreshnessTag } from './pages/freshness.tsx';
export { confirmRecord, saveRecord, saveRecords } from './save/service.ts';
export {
  type Change,
  type ChangedField,
  type FreshnessRules,
  freshnessOf,
  type Names,
  type RecordView,
  type Term,
  type ToSave,
} from './schema.ts';
export { readRecord, readRecords } from './service.ts';
export { directorySection } from './view/service.ts';

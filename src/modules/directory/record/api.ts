export { changedFields, ruleText } from './facts/service.ts';
export { text as factWords } from './facts/text.pl.ts';
export { dictionary, freshnessRules, namesOf } from './names/service.ts';
export { EntityStateTag, FreshnessTag } from './pages/freshness.tsx';
export { confirmRecord, saveRecord, saveRecords, tell } from './save/service.ts';
export {
  type Change,
  type ChangedField,
  EMPTY_RECORD,
  type FreshnessRules,
  freshnessOf,
  type Names,
  type RecordView,
  type Term,
  type ToSave,
} from './schema.ts';
export { readRecord, readRecords } from './service.ts';
export { Contact } from './view/pages/contact.tsx';
export { EntityBody } from './view/pages/entity.tsx';
export type { EntityPageView } from './view/schema.ts';
export { directorySections, entityView } from './view/service.ts';

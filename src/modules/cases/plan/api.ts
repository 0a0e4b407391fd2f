export {
  type Arrangements,
  abandonPlan,
  addGoal,
  addItem,
  changePlan,
  createPlan,
  editGoal,
  editItem,
  type NewGoal,
  type NewItem,
  removeGoal,
  removeItem,
  setArrangements,
} from './draft/service.ts';
export { type Instrument, instruments, type NewInstrument, saveInstrument } from './instruments/service.ts';
export {
  type Goal,
  itemsOf,
  type Plan,
  type PlanItem,
  type Progress,
  type ProgressState,
  type Signature,
  type VersionRow,
} from './schema.ts';
export {
  begin,
  currentPlan,
  openPlan,
  ownItems,
  planVersion,
  setProgress,
  versions,
  writeProgress,
} from './service.ts';
export {
  confirmWarning,
  type MissingSignature,
  missingSignatures,
  readiness,
  recordPaperSignature,
  signAsPerson,
  signPlan,
  startSigning,
  withdrawSigning,
} from './signing/service.ts';
export type { Change } from './versions/policy.ts';
export { compareVersions } from './versions/service.ts';
export type { Warning } from './warnings/policy.ts';

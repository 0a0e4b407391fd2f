export { handOver, obligationsOf, settleStandIn } from './handover/api.ts';
export { partnershipFigures } from './outcome/api.ts';
export { CaseFrame } from './pages/case-frame.tsx';
export { dueQueue, type OwnPlace, ownQueue, waitingCounts } from './queue/api.ts';
export type { CaseHead, CaseState, SharedCase } from './schema.ts';
export {
  caseHead,
  ceilingChanged,
  countWaiting,
  filesNumbered,
  loadCase,
  mayWriteClass,
  openCases,
  recordView,
} from './service.ts';
export { entryWords } from './summary/api.ts';
export type { Due, WorkHost } from './worklist/schema.ts';

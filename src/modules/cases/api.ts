export { CaseFrame, InstitutionBadge } from './pages/case-frame.tsx';
export type { CaseHead, CaseState, SharedCase } from './schema.ts';
export { caseHead, countWaiting, loadCase, recordView } from './service.ts';

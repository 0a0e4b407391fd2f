export { scaleWords } from './pages/scale.tsx';
export { mayWrite } from './policy.ts';
export { insertWork } from './queries.ts';
export { type Diagnosis, type Part, type PartContent, PROTECTED, SCALE, type Scale, WORK } from './schema.ts';
export { approveDiagnosis, latestDiagnosis, loadDiagnosis, refreshWaits, startDiagnosis } from './service.ts';

export { caseHistory } from './service.ts';

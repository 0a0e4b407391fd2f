export { dueEvaluation } from './due/service.ts';

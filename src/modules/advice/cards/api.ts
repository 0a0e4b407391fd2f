export { dueCards } from './due/service.ts';
export { dueStatements } from './statements/service.ts';

export { comparedWith } from './service.ts';

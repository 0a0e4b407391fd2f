export { comparedWith, difference, shortened } from './service.ts';

export { find, questionOf } from './service.ts';

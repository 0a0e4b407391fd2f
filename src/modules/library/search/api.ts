export { find } from './service.ts';

export { erase } from './service.ts';

export { authorisationsOf } from './service.ts';

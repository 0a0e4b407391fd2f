export { dueSelection } from './service.ts';

export { Difference } from '../../pages/history.tsx';
export { comparedWith, difference } from './service.ts';
